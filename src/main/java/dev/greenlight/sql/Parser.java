package dev.greenlight.sql;

import dev.greenlight.source.Span;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Reads a statement's text as PostgreSQL 18 does; what it cannot read becomes an {@link Unread}. */
public final class Parser {
    private static final Set<String> PERSISTENCE = Set.of("global", "local", "temp", "temporary", "unlogged");

    private Parser() {}

    /** The statement that a text holds. Never throws, whatever the text. */
    public static Statement parse(StatementText text) {
        return switch (text.kind()) {
            case META_COMMAND -> new Unread.MetaCommand(text.tokens().getFirst().value(), text.span());
            case OVERLONG -> overlong(text);
            case REST -> rest(text);
            case SQL -> sql(text);
        };
    }

    private static Statement sql(StatementText text) {
        try {
            return read(text);
        } catch (StackOverflowError small) {
            return LargeStack.call(() -> read(text));
        }
    }

    /** Why a text is not wholly what {@code grammar} reads, if it is not. Never throws, whatever the text. */
    static Optional<Unread> problem(StatementText text, Consumer<Cursor> grammar) {
        try {
            return findProblem(text, grammar);
        } catch (StackOverflowError small) {
            return LargeStack.call(() -> findProblem(text, grammar));
        }
    }

    private static Optional<Unread> findProblem(StatementText text, Consumer<Cursor> grammar) {
        Cursor cursor = new Cursor(text);
        try {
            grammar.accept(cursor);
            expectEnd(cursor);
            return Optional.empty();
        } catch (ParseFailure failure) {
            return Optional.of(unread(text, failure));
        }
    }

    private static Statement overlong(StatementText text) {
        int read = text.tokens().size();
        Span at = text.tokens().getLast().span();
        return new Unread.BeyondLimit(
                text.span(), at, "longer than " + read + " tokens: divide it, or use COPY", false);
    }

    private static Statement rest(StatementText text) {
        Span at = text.tokens().getFirst().span();
        String message = "no more than " + StatementReader.MOST_STATEMENTS
                + " statements of a file are read: divide it, or use COPY";
        return new Unread.BeyondLimit(text.span(), at, message, true);
    }

    /** As the server does, which reads tokens only as its grammar asks for them: the first mistake counts. */
    private static Statement read(StatementText text) {
        Optional<Token> error = text.lexicalError();
        try {
            Statement statement = whole(new Cursor(text));
            return error.isPresent() ? unread(text, error.get()) : statement;
        } catch (ParseFailure failure) {
            return error.isPresent() && error.get().start() <= failure.at().start()
                    ? unread(text, error.get())
                    : unread(text, failure);
        }
    }

    private static Statement unread(StatementText text, Token error) {
        return new Unread.Unparsed(text.span(), error.blamed(), error.value(), null);
    }

    private static Statement whole(Cursor cursor) {
        Statement statement = statement(cursor);
        expectEnd(cursor);
        return statement;
    }

    private static void expectEnd(Cursor cursor) {
        if (!cursor.atEnd()) {
            throw cursor.failExpected("the end of the statement");
        }
    }

    /** Where a placeholder was taken for a name but is more than that, what follows it makes no sense. */
    private static Unread unread(StatementText text, ParseFailure failure) {
        Optional<Token> placeholder = text.tokens().stream()
                .filter(token -> token.is(TokenKind.PLACEHOLDER))
                .filter(token -> token.start() <= failure.at().start())
                .reduce((first, last) -> last);
        if (placeholder.isPresent()) {
            Token token = placeholder.get();
            return new Unread.Template(text.span(), token.span(), token.value());
        }
        Span at = within(text.span(), failure.at());
        return failure.isLimit()
                ? new Unread.BeyondLimit(text.span(), at, failure.getMessage(), false)
                : new Unread.Unparsed(text.span(), at, failure.getMessage(), failure.expected());
    }

    /** At the end of the text there is no offending token: then the place is the empty one behind the last. */
    private static Span within(Span text, Token at) {
        return at.start() >= text.end() ? new Span(text.end(), text.end()) : at.span();
    }

    /** Each kind's parser begins at the statement's first word again. */
    static Statement statement(Cursor cursor) {
        return cursor.nested(() -> byFirstWord(cursor));
    }

    private static Statement byFirstWord(Cursor cursor) {
        if (cursor.is(TokenKind.PLACEHOLDER)) {
            throw cursor.failExpected("a statement");
        }
        return switch (cursor.peek().value()) {
            case "create" -> create(cursor);
            case "alter" -> alter(cursor);
            case "reindex" -> IndexParser.reindex(cursor);
            case "refresh" -> ViewParser.refresh(cursor);
            case "truncate" -> TruncateParser.parse(cursor);
            case "lock" -> LockParser.parse(cursor);
            default -> other(cursor);
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
            default -> CreateParser.parse(cursor, ahead);
        };
    }

    private static Statement createForeign(Cursor cursor) {
        return cursor.isWordAt(2, "table") ? CreateTableParser.parse(cursor) : CreateParser.parse(cursor, 1);
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
            case "foreign" ->
                cursor.isWordAt(2, "table") ? AlterRelationParser.parse(cursor) : AlterObjectParser.parse(cursor);
            default -> AlterObjectParser.parse(cursor);
        };
    }

    private static Statement other(Cursor cursor) {
        return switch (cursor.peek().value()) {
            case "drop" -> DropParser.parse(cursor);
            case "comment" -> CommentParser.comment(cursor);
            case "security" -> CommentParser.securityLabel(cursor);
            case "grant" -> GrantParser.grant(cursor);
            case "revoke" -> GrantParser.revoke(cursor);
            case "reassign" -> GrantParser.reassignOwned(cursor);
            case "do" -> CodeParser.block(cursor);
            case "call" -> CodeParser.call(cursor);
            case "import" -> ForeignDataParser.importSchema(cursor);
            case "vacuum" -> MaintenanceParser.vacuum(cursor);
            case "analyze", "analyse" -> MaintenanceParser.analyze(cursor);
            case "cluster" -> MaintenanceParser.cluster(cursor);
            case "copy" -> CopyParser.parse(cursor);
            case "explain" -> WrappedParser.explain(cursor);
            case "execute" -> WrappedParser.execute(cursor);
            case "declare" -> WrappedParser.declare(cursor);
            default -> DataParser.isData(cursor) ? DataParser.parse(cursor) : session(cursor);
        };
    }

    private static Statement session(Cursor cursor) {
        return switch (cursor.peek().value()) {
            case "begin", "start" -> TransactionParser.begin(cursor);
            case "commit", "end" -> TransactionParser.commit(cursor);
            case "rollback", "abort" -> TransactionParser.rollback(cursor);
            case "savepoint" -> TransactionParser.savepoint(cursor);
            case "release" -> TransactionParser.release(cursor);
            case "prepare" ->
                cursor.isWord("prepare", "transaction")
                        ? TransactionParser.prepare(cursor)
                        : WrappedParser.prepare(cursor);
            case "set" -> SetParser.set(cursor);
            case "reset" -> SetParser.reset(cursor);
            default -> SessionParser.parse(cursor);
        };
    }
}
