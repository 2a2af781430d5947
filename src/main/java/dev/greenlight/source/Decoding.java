package dev.greenlight.source;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;

/**
 * Turns a file's bytes into a text, strictly: UTF-8 with or without a byte order mark, and nothing else. A guess at
 * another encoding would be right for the words of SQL and wrong for the names and data in it.
 */
public final class Decoding {
    /** More bytes than these are no text that somebody wrote, and are not to be read into memory. */
    public static final int LIMIT = 256 << 20;

    private static final char REPLACEMENT = '\uFFFD';

    private Decoding() {}

    public static SourceRead decode(String path, byte[] bytes) {
        if (startsWith(bytes, 0xFF, 0xFE) || startsWith(bytes, 0xFE, 0xFF)) {
            return Problem.otherEncoding(path, "UTF-16");
        }
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == 0) {
                return Problem.nul(path, line(bytes, i));
            }
        }
        int start = startsWith(bytes, 0xEF, 0xBB, 0xBF) ? 3 : 0;
        String text = new String(bytes, start, bytes.length - start, StandardCharsets.UTF_8);
        int malformed = text.indexOf(REPLACEMENT) < 0 ? -1 : firstMalformed(bytes);
        return malformed < 0
                ? new SourceRead.Text(SourceFile.of(path, text))
                : Problem.notUtf8(path, line(bytes, malformed));
    }

    /** Where the bytes cease to be UTF-8, or -1: a replacement character may also be what the author wrote. */
    private static int firstMalformed(byte[] bytes) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer input = ByteBuffer.wrap(bytes);
        CharBuffer output = CharBuffer.allocate(1 << 13);
        while (true) {
            var result = decoder.decode(input, output, true);
            if (!result.isOverflow()) {
                return result.isError() ? input.position() : -1;
            }
            output.clear();
        }
    }

    private static int line(byte[] bytes, int offset) {
        int line = 1;
        for (int i = 0; i < offset; i++) {
            boolean pair = bytes[i] == '\r' && bytes[i + 1] == '\n';
            if (bytes[i] == '\n' || bytes[i] == '\r' && !pair) {
                line++;
            }
        }
        return line;
    }

    private static boolean startsWith(byte[] bytes, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }
}
