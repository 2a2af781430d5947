package dev.greenlight.graph;

import dev.greenlight.source.SourceFile;
import dev.greenlight.source.Span;
import dev.greenlight.sql.Lexer;
import dev.greenlight.sql.Token;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the lines {@code DEPENDS: name, name} in the comments at the head of a file, in capital letters or not. As yoyo
 * writes them the names have only spaces between them; a line of several words that do not all look like files is prose.
 */
final class DependsLines {
    private static final String WORD = "depends";

    private final SourceFile file;
    private final List<Span> names = new ArrayList<>();

    private DependsLines(SourceFile file) {
        this.file = file;
    }

    /** Where the names stand in front of an offset, in their order. */
    static List<Span> names(SourceFile file, int before) {
        DependsLines lines = new DependsLines(file);
        if (mentions(file.text(), before)) {
            Lexer.tokenize(file.text(), new Span(0, before)).stream()
                    .filter(token -> token.kind().isComment())
                    .forEach(lines::read);
        }
        return lines.names;
    }

    private static boolean mentions(String text, int before) {
        for (int i = 0; i + WORD.length() < before; i++) {
            if (text.regionMatches(true, i, WORD, 0, WORD.length())) {
                return true;
            }
        }
        return false;
    }

    private void read(Token comment) {
        int start = comment.start();
        while (start < comment.end()) {
            int line = file.text().indexOf('\n', start);
            int end = line < 0 || line > comment.end() ? comment.end() : line;
            read(start, end);
            start = end + 1;
        }
    }

    /** One line of a comment. */
    private void read(int start, int end) {
        String text = file.text();
        int word = skip(start, end, "-*/ \t");
        int colon = skip(word + WORD.length(), end, " \t");
        if (text.regionMatches(true, word, WORD, 0, WORD.length()) && colon < end && text.charAt(colon) == ':') {
            int close = text.startsWith("*/", end - 2) ? end - 2 : end;
            List<Span> words = words(colon + 1, close);
            if (isList(words)) {
                names.addAll(words);
            }
        }
    }

    private List<Span> words(int start, int end) {
        List<Span> words = new ArrayList<>();
        for (int at = skip(start, end, ", \t\r"); at < end; ) {
            int stop = at;
            while (stop < end && ", \t\r".indexOf(file.text().charAt(stop)) < 0) {
                stop++;
            }
            words.add(new Span(at, stop));
            at = skip(stop, end, ", \t\r");
        }
        return words;
    }

    /** Whether commas part all of them, or each has a number or ends as a file does. */
    private boolean isList(List<Span> words) {
        boolean parted = true;
        for (int i = 1; i < words.size(); i++) {
            Span between = new Span(words.get(i - 1).end(), words.get(i).start());
            parted &= file.text(between).contains(",");
        }
        return parted || words.stream().map(file::text).allMatch(DependsLines::looksLikeFile);
    }

    /** Whether it may be nothing but a migration. */
    static boolean looksLikeFile(String word) {
        return word.endsWith(".sql") || word.chars().anyMatch(c -> c >= '0' && c <= '9');
    }

    private int skip(int start, int end, String characters) {
        int at = start;
        while (at < end && characters.indexOf(file.text().charAt(at)) >= 0) {
            at++;
        }
        return at;
    }
}
