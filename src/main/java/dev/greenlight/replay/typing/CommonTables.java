package dev.greenlight.replay.typing;

import dev.greenlight.replay.answer.TermTokens;
import dev.greenlight.replay.typing.Scope.Source;
import dev.greenlight.sql.Token;
import dev.greenlight.sql.TokenKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads WITH (manual 7.8). */
final class CommonTables {
    private final Rules rules;
    private final TermTokens tokens;

    CommonTables(Rules rules, TermTokens tokens) {
        this.rules = rules;
        this.tokens = tokens;
    }

    /** The scope in which the tables are seen; the tokens are then at the query that uses them. */
    Scope read(Scope around) {
        boolean recursive = tokens.skipWords("recursive");
        Scope scope = around;
        if (recursive) {
            scope = announced(scope);
        }
        do {
            String name = tokens.name();
            List<String> names = new Names(tokens).list();
            List<Token> body = body(tokens);
            Source table = recursive ? recursive(name, names, body, scope) : table(name, names, columns(body, scope));
            scope = scope.withTable(name, table);
        } while (tokens.skip(TokenKind.COMMA));
        return scope;
    }

    private static List<Token> body(TermTokens tokens) {
        tokens.expectWord("as");
        tokens.skipWords("not");
        tokens.skipWords("materialized");
        List<Token> body = tokens.enclosed();
        if (tokens.isWord("search") || tokens.isWord("cycle")) {
            throw tokens.unread();
        }
        return body;
    }

    /** All of them see one another, known or not. */
    private Scope announced(Scope around) {
        Scope scope = around;
        TermTokens ahead = new TermTokens(tokens.rest());
        do {
            scope = scope.withTable(ahead.name(), Source.UNKNOWN);
            new Names(ahead).list();
            body(ahead);
        } while (ahead.skip(TokenKind.COMMA));
        return scope;
    }

    private @Nullable List<Column> columns(List<Token> body, Scope scope) {
        return new Queries(rules).settled(body, scope);
    }

    private static Source table(String name, List<String> names, @Nullable List<Column> columns) {
        return columns == null
                ? Source.UNKNOWN
                : new Source(List.of(), Column.renamed(columns, names), true).as(name, List.of(), Types.RECORD);
    }

    /** Its columns are those of what stands before UNION, which does not name it (manual 7.8.2.1). */
    private Source recursive(String name, List<String> names, List<Token> body, Scope scope) {
        Clauses operations = Clauses.ofSetOperations(body);
        if (operations.count() == 0 || new TermTokens(body).isWord("with")) {
            return table(name, names, columns(body, scope));
        }
        int last = operations.count() - 1;
        Source seed = table(name, names, columns(operations.before(last), scope));
        columns(operations.query(last), scope.withTable(name, seed));
        return seed;
    }
}
