package dev.greenlight.sql;

import dev.greenlight.sql.TableStatement.Target;
import java.util.List;

/** Reads UPDATE and DELETE. */
final class UpdateParser {
    private UpdateParser() {}

    static Statement update(Cursor cursor, DataParser.With with) {
        cursor.expectWord("update");
        Target target = RelationParser.target(cursor);
        alias(cursor, "set");
        cursor.expectWord("set");
        List<Name> columns = SetListParser.assignments(cursor);
        boolean where =
                QueryParser.orTemplate(cursor, () -> rest(cursor, "from")).orElse(true);
        return new DataStatement.Update(
                target.name(),
                target.only(),
                columns,
                where,
                with.changes(),
                new Query(cursor.tokensFrom(with.start())),
                cursor.spanFrom(with.start()));
    }

    static Statement delete(Cursor cursor, DataParser.With with) {
        cursor.expectWords("delete", "from");
        Target target = RelationParser.target(cursor);
        alias(cursor, "using");
        boolean where =
                QueryParser.orTemplate(cursor, () -> rest(cursor, "using")).orElse(true);
        return new DataStatement.Delete(
                target.name(),
                target.only(),
                where,
                with.changes(),
                new Query(cursor.tokensFrom(with.start())),
                cursor.spanFrom(with.start()));
    }

    /** {@code [AS] alias}; without AS it may not be the word that follows the table. */
    static void alias(Cursor cursor, String follower) {
        boolean follows = cursor.isWord(follower) || cursor.is(TokenKind.PLACEHOLDER);
        if (cursor.acceptWords("as") || !follows && NameParser.isName(cursor.peek(), Keywords::mayNameColumn)) {
            NameParser.name(cursor);
        }
    }

    /** What other tables are looked at, WHERE and RETURNING; says whether there is a WHERE, for which a placeholder is taken. */
    private static boolean rest(Cursor cursor, String tables) {
        if (cursor.acceptWords(tables)) {
            FromParser.list(cursor);
        }
        boolean where = cursor.isWord("where") || cursor.is(TokenKind.PLACEHOLDER);
        if (cursor.acceptWords("where", "current", "of")) {
            NameParser.name(cursor);
        } else {
            SelectParser.where(cursor);
        }
        SetListParser.returning(cursor);
        return where;
    }
}
