package dev.greenlight.report;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;

/** A path as a URI reference: relative to the repository's root, or a {@code file:} URI where the path is absolute. */
final class PathUri {
    private static final String UNRESERVED = "-._~";

    private PathUri() {}

    /** @param root the folder that the path is relative to, as a prefix: empty, or ends with {@code /} */
    static String of(String root, String path) {
        if (path.startsWith("/")) {
            return "file://" + encoded(path);
        }
        boolean drive = path.matches("(?s)[A-Za-z]:/.*");
        return drive ? "file:///" + path.charAt(0) + ":" + encoded(path.substring(2)) : encoded(normal(root + path));
    }

    /** Without {@code ..} where that has a folder to cancel. */
    private static String normal(String path) {
        Deque<String> parts = new ArrayDeque<>();
        for (String part : path.split("/")) {
            if (part.equals("..") && !parts.isEmpty() && !parts.getLast().equals("..")) {
                parts.removeLast();
            } else if (!part.equals(".") && !part.isEmpty()) {
                parts.addLast(part);
            }
        }
        return String.join("/", parts);
    }

    private static String encoded(String path) {
        StringBuilder uri = new StringBuilder(path.length() + 16);
        for (byte b : path.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xFF);
            if (c == '/' || isUnreserved(c)) {
                uri.append(c);
            } else {
                uri.append(String.format("%%%02X", (int) c));
            }
        }
        return uri.toString();
    }

    private static boolean isUnreserved(char c) {
        return '0' <= c && c <= '9' || 'A' <= c && c <= 'Z' || 'a' <= c && c <= 'z' || UNRESERVED.indexOf(c) >= 0;
    }
}
