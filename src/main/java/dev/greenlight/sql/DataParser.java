package dev.greenlight.sql;

import dev.greenlight.postgres.Persistence;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads queries and, through other parsers, statements that change rows. */
final class DataParser {
    private DataParser() {}

    /** What may stand before such a statement. */
    record With(int start, List<DataStatement> changes) {}

    /** Whether such a statement begins here. */
    static boolean isData(Cursor cursor) {
        return QueryParser.isQuery(cursor) || cursor.isAnyWord("insert", "update", "delete", "merge");
    }

    static Statement parse(Cursor cursor) {
        int start = cursor.position();
        With with = new With(start, cursor.isWord("with") ? WithParser.parse(cursor) : List.of());
        return switch (cursor.peek().value()) {
            case "insert" -> InsertParser.parse(cursor, with);
            case "update" -> UpdateParser.update(cursor, with);
            case "delete" -> UpdateParser.delete(cursor, with);
            case "merge" -> MergeParser.parse(cursor, with);
            default -> select(cursor, with);
        };
    }

    private static Statement select(Cursor cursor, With with) {
        if (!QueryParser.isQuery(cursor)) {
            throw cursor.failExpected("a query");
        }
        Optional<Integer> into =
                QueryParser.orTemplate(cursor, () -> QueryParser.body(cursor)).flatMap(position -> position);
        int start = with.start();
        return into.isPresent()
                ? selectInto(cursor, start, into.get())
                : new DataStatement.Select(with.changes(), new Query(cursor.tokensFrom(start)), cursor.spanFrom(start));
    }

    /** {@code SELECT … INTO table}, which is CREATE TABLE AS in other words. */
    private static Statement selectInto(Cursor cursor, int start, int into) {
        int end = cursor.position();
        cursor.backTo(into);
        List<Token> before = cursor.tokensFrom(start);
        cursor.expectWord("into");
        Persistence persistence = RelationParser.persistence(cursor);
        cursor.acceptWords("table");
        ObjectName name = NameParser.objectName(cursor);
        int behind = cursor.position();
        cursor.backTo(end);
        Query query = new Query(Stream.concat(before.stream(), cursor.tokensFrom(behind).stream())
                .toList());
        return new TableStatement.CreateTableAs(
                name,
                persistence,
                false,
                List.of(),
                TableStatement.OnCommit.PRESERVE_ROWS,
                query,
                true,
                cursor.spanFrom(start));
    }
}
