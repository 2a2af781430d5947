package dev.greenlight.sql;

import dev.greenlight.source.Span;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One statement of a text, not yet parsed, or one meta-command of psql.
 *
 * @param span from the first token to the last, without the semicolon
 * @param tokens without white space, comments and the semicolon; never empty
 * @param comments those that belong to it: since the statement before, within it, and behind it on its last line
 * @param terminated whether a semicolon, or a command of psql that sends it, ended it, and not the end of the text
 * @param copyData the rows that follow a {@code COPY … FROM stdin}, up to and with the line {@code \.}
 */
public record StatementText(
        Kind kind,
        Span span,
        List<Token> tokens,
        List<Token> comments,
        boolean terminated,
        @Nullable Span copyData) {

    /** Whose statement it is. */
    public enum Kind {
        SQL,
        META_COMMAND,
        /** A statement of more tokens than are read: the first of them are there, and the span is the whole. */
        OVERLONG,
        /** All that follows more statements than are read: its first token is there, and the span is the whole. */
        REST
    }

    public StatementText {
        tokens = List.copyOf(tokens);
        comments = List.copyOf(comments);
    }

    /** The first text in it that PostgreSQL's lexer rejects, such as a quote that is never closed. */
    public Optional<Token> lexicalError() {
        for (Token token : tokens) {
            if (token.is(TokenKind.ERROR)) {
                return Optional.of(token);
            }
        }
        return Optional.empty();
    }

    /** The comments since the statement before, as far as they are not behind that one on its last line. */
    public List<Token> precedingComments() {
        return comments.stream()
                .filter(comment -> comment.end() <= span.start())
                .toList();
    }

    public List<Token> innerComments() {
        return comments.stream()
                .filter(comment -> span.contains(comment.span()))
                .toList();
    }

    /** The comments behind it on its last line, before another statement begins. */
    public List<Token> trailingComments() {
        return comments.stream()
                .filter(comment -> comment.start() >= span.end())
                .toList();
    }
}
