package dev.greenlight.lint.ignore;

import dev.greenlight.source.SourceFile;
import dev.greenlight.source.Span;
import dev.greenlight.sql.Token;
import dev.greenlight.sql.TokenKind;

/**
 * A comment without the marks that make it one, such as dashes and stars.
 *
 * @param span of what it says
 */
record CommentText(SourceFile file, Token comment, Span span) {
    static CommentText of(SourceFile file, Token comment) {
        String text = file.text();
        int end = comment.end() - (comment.is(TokenKind.BLOCK_COMMENT) ? 2 : 0);
        int start = Math.min(end, comment.start() + 2);
        while (start < end && isFrame(text.charAt(start))) {
            start++;
        }
        while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        return new CommentText(file, comment, new Span(start, end));
    }

    private static boolean isFrame(char c) {
        return c == '-' || c == '*' || Character.isWhitespace(c);
    }

    String text() {
        return file.text(span);
    }

    /** Whether nothing but white space is beside it on its lines. */
    boolean isAlone() {
        int first = file.position(comment.start()).line();
        int last = file.position(comment.end()).line();
        Span before = new Span(file.lineSpan(first).start(), comment.start());
        Span behind = new Span(
                comment.end(), Math.max(comment.end(), file.lineSpan(last).end()));
        return file.text(before).isBlank() && file.text(behind).isBlank();
    }
}
