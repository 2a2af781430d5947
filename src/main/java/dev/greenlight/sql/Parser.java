package dev.greenlight.sql;

import dev.greenlight.source.Span;
import java.util.Optional;
import java.util.Set;

/** Reads a statement's text as PostgreSQL 18 does; what it cannot read becomes an {@link Unread}. */
public final class Parser {
    private static final Set<String> PERSISTENCE = Set.of("global", "local", "temp", "temporary", "unlogged");

    private Parser() {}

    /** The statement that a text holds. Never throws, whatever the text. */
    public static Statement parse(StatementText text) {
        if (text.kind() == StatementText.Kind.META_COMMAND) {
            return new Unread.MetaCommand(text.tokens().getFirst().value(), text.span());
        }
        Optional<Token> error = text.lexicalError();
        if (error.isPresent()) {
            return new Unread.Unparsed(
                    text.span(), error.get().span(), error.get().value());
        }
        try {
            return whole(new Cursor(text));
        } catch (ParseFailure failure) {
            return unread(text, failure);
        }
    }

    private static Statement whole(Cursor cursor) {
        Statement statement = statement(cursor);
        if (!cursor.atEnd()) {
            throw cursor.failExpected("the end of the statement");
        }
        return statement;
    }

    /** Where a placeholder was taken for a name but is more than that, what follows it makes no sense. */
    private static Statement unread(StatementText text, ParseFailure failure) {
        Optional<Token> placeholder = text.tokens().stream()
                .filter(token -> token.is(TokenKind.PLACEHOLDER))
                .filter(token -> token.start() <= failure.at().start())
                .reduce((first, last) -> last);
        if (placeholder.isPresent()) {
            Token token = placeholder.get();
            return new Unread.Template(text.span(), token.span(), token.value());
        }
        return new Unread.Unparsed(text.span(), within(text.span(), failure.at()), failure.getMessage());
    }

    /** At the end of the text there is no offending token: then the place is the empty one behind the last. */
    private static Span within(Span text, Token at) {
        return at.start() >= text.end() ? new Span(text.end(), text.end()) : at.span();
    }

    /** Each kind's parser begins at the statement's first word again. */
    static Statement statement(Cursor cursor) {
        return switch (cursor.peek().value()) {
            case "create" -> create(cursor);
            case "alter" -> alter(cursor);
            case "reindex" -> IndexParser.reindex(cursor);
            case "refresh" -> ViewParser.refresh(cursor);
            case "truncate" -> TruncateParser.parse(cursor);
            case "lock" -> LockParser.parse(cursor);
            default -> throw cursor.failExpected("a statement");
        };
    }

    private static Statement create(Cursor cursor) {
        int ahead = created(cursor);
        return switch (cursor.peek(ahead).value()) {
            case "table" -> CreateTableParser.parse(cursor);
            case "index", "unique" -> IndexParser.create(cursor);
            case "view", "recursive" -> ViewParser.createView(cursor);
            case "materialized" -> ViewParser.createMaterializedView(cursor);
            case "sequence" -> SequenceParser.create(cursor);
            case "foreign" -> createForeign(cursor);
            default -> throw unknown(cursor, ahead);
        };
    }

    private static Statement createForeign(Cursor cursor) {
        return switch (cursor.peek(2).value()) {
            case "table" -> CreateTableParser.parse(cursor);
            default -> throw unknown(cursor, 2);
        };
    }

    /** How far the word is that says what is created: behind OR REPLACE and the words on how long it lives. */
    private static int created(Cursor cursor) {
        int ahead = cursor.isWordAt(1, "or", "replace") ? 3 : 1;
        while (PERSISTENCE.contains(cursor.peek(ahead).value())) {
            ahead++;
        }
        return ahead;
    }

    private static Statement alter(Cursor cursor) {
        return switch (cursor.peek(1).value()) {
            case "table", "index", "view", "materialized", "sequence" -> AlterRelationParser.parse(cursor);
            case "foreign" -> alterForeign(cursor);
            default -> throw unknown(cursor, 1);
        };
    }

    private static Statement alterForeign(Cursor cursor) {
        return switch (cursor.peek(2).value()) {
            case "table" -> AlterRelationParser.parse(cursor);
            default -> throw unknown(cursor, 2);
        };
    }

    private static ParseFailure unknown(Cursor cursor, int ahead) {
        cursor.backTo(cursor.position() + ahead);
        return cursor.failExpected("a kind of object");
    }
}
