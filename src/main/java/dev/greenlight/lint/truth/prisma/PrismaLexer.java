package dev.greenlight.lint.truth.prisma;

import dev.greenlight.catalog.Origin;
import dev.greenlight.lint.truth.prisma.PrismaToken.Kind;
import dev.greenlight.source.SourceFile;
import dev.greenlight.source.Span;
import java.util.ArrayList;
import java.util.List;

/** Takes a Prisma schema apart into words, numbers, strings and marks; the grammar is {@code datamodel.pest} of Prisma's engines. */
final class PrismaLexer {
    private final SourceFile file;
    private final String text;
    private final List<PrismaToken> tokens = new ArrayList<>();
    private boolean startsLine = true;
    private int at;

    private PrismaLexer(SourceFile file) {
        this.file = file;
        this.text = file.text();
    }

    /** Ends with a token that stands for the end. */
    static List<PrismaToken> tokenize(SourceFile file) {
        PrismaLexer lexer = new PrismaLexer(file);
        while (lexer.at < file.text().length()) {
            lexer.read();
        }
        lexer.add(Kind.END, "", file.text().length());
        return lexer.tokens;
    }

    private void read() {
        char c = text.charAt(at);
        if (Character.isWhitespace(c)) {
            startsLine |= c == '\n' || c == '\r';
            at++;
        } else if (text.startsWith("//", at)) {
            at = lineEnd();
        } else if (text.startsWith("/*", at)) {
            int end = text.indexOf("*/", at + 2);
            at = end < 0 ? fail("a comment is not closed") : end + 2;
        } else if (c == '"') {
            string();
        } else if (isDigit(at) || c == '-' && isDigit(at + 1)) {
            add(Kind.NUMBER, at + 1, "0123456789.");
        } else if (Character.isLetter(c) || c == '_') {
            word();
        } else {
            String mark = text.startsWith("@@", at) ? "@@" : String.valueOf(c);
            add(Kind.MARK, mark, at + mark.length());
        }
    }

    private int lineEnd() {
        int end = at;
        while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
            end++;
        }
        return end;
    }

    private boolean isDigit(int place) {
        return place < text.length() && text.charAt(place) >= '0' && text.charAt(place) <= '9';
    }

    private void add(Kind kind, int from, String characters) {
        int end = from;
        while (end < text.length() && characters.indexOf(text.charAt(end)) >= 0) {
            end++;
        }
        add(kind, text.substring(at, end), end);
    }

    private void word() {
        int end = at;
        while (end < text.length() && isInWord(text.charAt(end))) {
            end++;
        }
        add(Kind.WORD, text.substring(at, end), end);
    }

    private static boolean isInWord(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '-';
    }

    private void string() {
        StringBuilder value = new StringBuilder();
        int end = at + 1;
        while (end < text.length() && text.charAt(end) != '"' && text.charAt(end) != '\n') {
            end = text.charAt(end) == '\\' ? escape(end + 1, value) : append(end, value);
        }
        if (end >= text.length() || text.charAt(end) != '"') {
            fail("a string is not closed in its line");
        }
        add(Kind.STRING, value.toString(), end + 1);
    }

    private int append(int place, StringBuilder value) {
        value.append(text.charAt(place));
        return place + 1;
    }

    /** Those of JSON. Gives the place behind it. */
    private int escape(int place, StringBuilder value) {
        char c = place < text.length() ? text.charAt(place) : '\n';
        switch (c) {
            case 'n' -> value.append('\n');
            case 'r' -> value.append('\r');
            case 't' -> value.append('\t');
            case 'b' -> value.append('\b');
            case 'f' -> value.append('\f');
            case 'u' -> {
                return unicode(place + 1, value);
            }
            case '\n', '\r' -> fail("a string is not closed in its line");
            default -> value.append(c);
        }
        return place + 1;
    }

    private int unicode(int place, StringBuilder value) {
        String digits = text.substring(Math.min(place, text.length()), Math.min(place + 4, text.length()));
        if (!digits.matches("[0-9a-fA-F]{4}")) {
            fail("\\u has to be followed by four hexadecimal digits");
        }
        value.append((char) Integer.parseInt(digits, 16));
        return place + 4;
    }

    private void add(Kind kind, String value, int end) {
        tokens.add(new PrismaToken(kind, value, new Span(at, end), startsLine));
        startsLine = false;
        at = end;
    }

    private int fail(String message) {
        throw new PrismaFailure(new Origin(file, new Span(at, at)), message);
    }
}
