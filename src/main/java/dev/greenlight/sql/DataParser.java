package dev.greenlight.sql;

import dev.greenlight.postgres.Persistence;
import java.util.List;
import java.util.stream.Stream;

/**
 * Reads queries and statements that change rows as far as the tree tells them: their targets, the columns they set,
 * whether there is a WHERE. The rest stays as tokens.
 */
final class DataParser {
    private final Cursor cursor;
    private final int start;
    private final List<DataStatement> with;

    private DataParser(Cursor cursor) {
        this.cursor = cursor;
        this.start = cursor.position();
        this.with = cursor.isWord("with") ? WithParser.parse(cursor) : List.of();
    }

    /** Whether such a statement begins here. */
    static boolean isData(Cursor cursor) {
        return QueryParser.isQuery(cursor) || cursor.isAnyWord("insert", "update", "delete", "merge");
    }

    static Statement parse(Cursor cursor) {
        return new DataParser(cursor).statement();
    }

    private Statement statement() {
        return switch (cursor.peek().value()) {
            case "insert" -> insert();
            case "update" -> update();
            case "delete" -> delete();
            case "merge" -> merge();
            default -> select();
        };
    }

    private Statement insert() {
        cursor.expectWords("insert", "into");
        ObjectName table = NameParser.objectName(cursor);
        if (cursor.acceptWords("as")) {
            NameParser.name(cursor);
        }
        List<Name> columns = isColumnList() ? cursor.parenthesized(this::column) : List.of();
        if (cursor.acceptWords("overriding")) {
            cursor.expectAnyWord("system", "user");
            cursor.expectWord("value");
        }
        boolean values = cursor.isWord("values") || cursor.isWord("default", "values");
        if (!values && !QueryParser.isQuery(cursor)) {
            throw cursor.failExpected("VALUES or a query");
        }
        QueryParser.rest(cursor);
        return new DataStatement.Insert(table, columns, values, with, whole(), cursor.spanFrom(start));
    }

    /** Names, where no query stands in the parentheses. */
    private boolean isColumnList() {
        return cursor.is(TokenKind.LEFT_PAREN)
                && NameParser.isName(cursor.peek(1), Keywords::mayNameColumn)
                && !(cursor.isWordAt(1, "values") && cursor.peek(2).is(TokenKind.LEFT_PAREN));
    }

    /** A column, of which a field or an element may be meant. */
    private Name column() {
        Name name = NameParser.name(cursor);
        OperandParser.indirection(cursor);
        return name;
    }

    private Statement update() {
        cursor.expectWord("update");
        TableStatement.Target target = RelationParser.target(cursor);
        alias("set");
        cursor.expectWord("set");
        List<Name> columns = cursor.commaSeparated(this::assignment).stream()
                .flatMap(List::stream)
                .toList();
        if (!isEnd() && !cursor.isAnyWord("from", "where", "returning")) {
            throw cursor.failExpected("FROM, WHERE or RETURNING");
        }
        boolean where = restHas("where");
        return new DataStatement.Update(
                target.name(), target.only(), columns, where, with, whole(), cursor.spanFrom(start));
    }

    /** {@code column = value} or {@code (column, …) = row}. */
    private List<Name> assignment() {
        List<Name> columns = cursor.is(TokenKind.LEFT_PAREN) ? cursor.parenthesized(this::column) : List.of(column());
        cursor.expectOperator("=");
        ExpressionParser.skip(cursor);
        return columns;
    }

    private Statement delete() {
        cursor.expectWords("delete", "from");
        TableStatement.Target target = RelationParser.target(cursor);
        alias("");
        if (!isEnd() && !cursor.isAnyWord("using", "where", "returning")) {
            throw cursor.failExpected("USING, WHERE or RETURNING");
        }
        boolean where = restHas("where");
        return new DataStatement.Delete(target.name(), target.only(), where, with, whole(), cursor.spanFrom(start));
    }

    private Statement merge() {
        cursor.expectWords("merge", "into");
        TableStatement.Target target = RelationParser.target(cursor);
        alias("");
        if (!cursor.isWord("using")) {
            throw cursor.failExpected("USING");
        }
        if (!restHas("when")) {
            throw cursor.failExpected("WHEN");
        }
        return new DataStatement.Merge(target.name(), with, whole(), cursor.spanFrom(start));
    }

    /** {@code [AS] alias}; without AS it may not be the word that follows the table. */
    private void alias(String follower) {
        boolean written = cursor.acceptWords("as");
        if (written || !cursor.isWord(follower) && NameParser.isName(cursor.peek(), Keywords::mayNameColumn)) {
            NameParser.name(cursor);
        }
    }

    private boolean isEnd() {
        return cursor.atEnd() || cursor.is(TokenKind.RIGHT_PAREN) || cursor.is(TokenKind.SEMICOLON);
    }

    /** Moves to the statement's end, and says whether the word stands on the way outside parentheses. */
    private boolean restHas(String word) {
        if (isEnd()) {
            return false;
        }
        return QueryParser.topLevel(QueryParser.rest(cursor).tokens(), word) >= 0;
    }

    private Query whole() {
        return new Query(cursor.tokensFrom(start));
    }

    private Statement select() {
        int select = cursor.position();
        boolean mayHaveInto = cursor.isWord("select");
        Query query = QueryParser.query(cursor);
        int into = mayHaveInto ? QueryParser.topLevel(query.tokens(), "into") : -1;
        if (into < 0) {
            return new DataStatement.Select(with, whole(), cursor.spanFrom(start));
        }
        cursor.backTo(select + into);
        return selectInto();
    }

    /** {@code SELECT … INTO table}, which is CREATE TABLE AS in other words. */
    private Statement selectInto() {
        List<Token> before = cursor.tokensFrom(start);
        cursor.expectWord("into");
        Persistence persistence = RelationParser.persistence(cursor);
        cursor.acceptWords("table");
        ObjectName name = NameParser.objectName(cursor);
        int behind = cursor.position();
        if (!isEnd()) {
            QueryParser.rest(cursor);
        }
        List<Token> query = Stream.concat(before.stream(), cursor.tokensFrom(behind).stream())
                .toList();
        return new TableStatement.CreateTableAs(
                name,
                persistence,
                false,
                List.of(),
                TableStatement.OnCommit.PRESERVE_ROWS,
                new Query(query),
                true,
                cursor.spanFrom(start));
    }
}
