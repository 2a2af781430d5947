package dev.greenlight.source;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A text under the path by which it is reported. It is the text as decoded, not the bytes on the disk: a byte order
 * mark is gone, line ends are as they were. Lines end with {@code \n}, {@code \r\n} or a lone {@code \r}.
 *
 * <p>A tool may fill in placeholders before it sends a file, and code may put a text together from parts of it. Then the
 * {@link #text} and the spans in it are those of what is sent or run, but lines, positions and the checksum are those of
 * the file as {@link #written}, which people look at.
 *
 * <p>Immutable and safe to share; line starts and checksum are worked out when first asked for, and a race between two
 * threads only does the same work twice.
 */
public final class SourceFile {
    private final String path;
    private final String text;
    /** The file that this one was made from; none if it is as written. */
    private final @Nullable Expansion expansion;

    private volatile int @Nullable [] lineStarts;
    private @Nullable String checksum;

    private record Expansion(SourceFile from, Places places) {}

    private SourceFile(String path, String text, @Nullable Expansion expansion) {
        this.path = path;
        this.text = text;
        this.expansion = expansion;
    }

    public static SourceFile of(String path, String text) {
        return new SourceFile(path, text, null);
    }

    /**
     * The file with placeholders filled in.
     *
     * @param values what stands in their places, each span counted in the file as written
     * @throws IllegalArgumentException if they overlap, are not sorted or lie outside the text
     * @throws IllegalStateException if this file is filled in already
     */
    public SourceFile expanded(List<Edit> values) {
        if (expansion != null) {
            throw new IllegalStateException("Filled in already: " + path);
        }
        return values.isEmpty()
                ? this
                : new SourceFile(path, Edit.apply(text, values), new Expansion(this, new Replacements(values)));
    }

    /**
     * A text that was put together from parts of this one.
     *
     * @throws IllegalArgumentException if there is nothing in it, or if a piece came from outside of this text
     */
    public SourceFile composed(List<Piece> pieces) {
        List<Piece> parts =
                pieces.stream().filter(piece -> !piece.text().isEmpty()).toList();
        if (parts.isEmpty() || parts.stream().anyMatch(piece -> piece.origin().end() > text.length())) {
            throw new IllegalArgumentException("Nothing, or what is not in " + path);
        }
        StringBuilder whole = new StringBuilder();
        parts.forEach(piece -> whole.append(piece.text()));
        return new SourceFile(path, whole.toString(), new Expansion(this, new PiecePlaces(text, parts)));
    }

    /** The file before anything was filled in or put together: what stands on the disk. */
    public SourceFile written() {
        return expansion == null ? this : expansion.from.written();
    }

    /**
     * Where a part of the text stands in the file as {@link #written}. A part of a value is the whole of its placeholder.
     */
    public Span written(Span span) {
        return expansion == null ? span : expansion.from.written(expansion.places.before(span));
    }

    /**
     * The same file, of which something else is sent: what a tool makes of its text without moving any of it. Lines,
     * places and checksum remain those of the file.
     *
     * @throws IllegalArgumentException if the other text is not as long
     */
    public SourceFile reading(String other) {
        if (other.length() != text.length()) {
            throw new IllegalArgumentException("Not as long as what is read of " + path);
        }
        Expansion same = expansion == null ? new Expansion(this, new Replacements(List.of())) : expansion;
        return new SourceFile(path, other, same);
    }

    /** The path as reported, separated by {@code /}. */
    public String path() {
        return path;
    }

    /** The text that is sent. */
    public String text() {
        return text;
    }

    public String text(Span span) {
        return text.substring(span.start(), span.end());
    }

    /** Where the offset in the text is; the text's length is a place too, just behind the last character. */
    public Position position(int offset) {
        if (offset < 0 || offset > text.length()) {
            throw new IndexOutOfBoundsException("Offset " + offset + " in " + path);
        }
        return expansion == null ? ownPosition(offset) : expansion.from.position(expansion.places.before(offset));
    }

    private Position ownPosition(int offset) {
        int[] starts = lineStarts();
        int found = Arrays.binarySearch(starts, offset);
        int line = found >= 0 ? found : -found - 2;
        return new Position(line + 1, offset - starts[line] + 1);
    }

    /** How many lines are written, at least 1; after a final line end comes one more, empty line. */
    public int lineCount() {
        return written().lineStarts().length;
    }

    /** A line, counted from 1, without its line end; the span is one of the file as written. */
    public Span lineSpan(int line) {
        return written().ownLineSpan(line);
    }

    private Span ownLineSpan(int line) {
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
        return written().text(lineSpan(line));
    }

    /** The SHA-256 of the text as written in UTF-8, as lower-case hexadecimal digits. */
    public String checksum() {
        return written().ownChecksum();
    }

    private String ownChecksum() {
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
