package dev.greenlight.source;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * A text under the path by which it is reported. It is the text as decoded, not the bytes on the disk: a byte order
 * mark is gone, line ends are as they were. Lines end with {@code \n}, {@code \r\n} or a lone {@code \r}.
 *
 * <p>Immutable and safe to share; line starts and checksum are worked out when first asked for, and a race between two
 * threads only does the same work twice.
 */
public final class SourceFile {
    private final String path;
    private final String text;
    /** What is read in the place of the text; the text itself for most files. */
    private final String read;

    private volatile int @Nullable [] lineStarts;
    private @Nullable String checksum;

    private SourceFile(String path, String text, String read) {
        this.path = path;
        this.text = text;
        this.read = read;
    }

    public static SourceFile of(String path, String text) {
        return new SourceFile(path, text, text);
    }

    /**
     * The same file, of which something else is read: what a tool makes of its text without moving any of it. Lines and
     * checksum remain those of the file.
     */
    public SourceFile reading(String other) {
        if (other.length() != read.length()) {
            throw new IllegalArgumentException("Not as long as what is read of " + path);
        }
        return new SourceFile(path, text, other);
    }

    /** The path as reported, separated by {@code /}. */
    public String path() {
        return path;
    }

    public String text() {
        return read;
    }

    public String text(Span span) {
        return read.substring(span.start(), span.end());
    }

    /** Where the offset is; the text's length is a place too, just behind the last character. */
    public Position position(int offset) {
        if (offset < 0 || offset > text.length()) {
            throw new IndexOutOfBoundsException("Offset " + offset + " in " + path);
        }
        int[] starts = lineStarts();
        int found = Arrays.binarySearch(starts, offset);
        int line = found >= 0 ? found : -found - 2;
        return new Position(line + 1, offset - starts[line] + 1);
    }

    /** How many lines there are, at least 1; after a final line end comes one more, empty line. */
    public int lineCount() {
        return lineStarts().length;
    }

    /** A line, counted from 1, without its line end. */
    public Span lineSpan(int line) {
        int[] starts = lineStarts();
        int start = starts[line - 1];
        int end = line < starts.length ? starts[line] : text.length();
        if (line < starts.length) {
            boolean pair = end - 2 >= start && text.charAt(end - 1) == '\n' && text.charAt(end - 2) == '\r';
            end -= pair ? 2 : 1;
        }
        return new Span(start, end);
    }

    public String lineText(int line) {
        Span span = lineSpan(line);
        return text.substring(span.start(), span.end());
    }

    /** The SHA-256 of the text in UTF-8, as lower-case hexadecimal digits. */
    public String checksum() {
        String known = checksum;
        if (known == null) {
            known = sha256(text);
            checksum = known;
        }
        return known;
    }

    private int[] lineStarts() {
        int[] known = lineStarts;
        if (known == null) {
            known = findLineStarts(text);
            lineStarts = known;
        }
        return known;
    }

    private static int[] findLineStarts(String text) {
        int[] starts = new int[16];
        int count = 1;
        for (int i = 0; i < text.length(); i++) {
            if (endsLine(text, i)) {
                if (count == starts.length) {
                    starts = Arrays.copyOf(starts, count * 2);
                }
                starts[count++] = i + 1;
            }
        }
        return Arrays.copyOf(starts, count);
    }

    private static boolean endsLine(String text, int offset) {
        char c = text.charAt(offset);
        return c == '\n' || c == '\r' && (offset + 1 == text.length() || text.charAt(offset + 1) != '\n');
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return path;
    }
}
