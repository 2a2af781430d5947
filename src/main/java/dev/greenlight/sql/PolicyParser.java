package dev.greenlight.sql;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads CREATE POLICY and ALTER POLICY. */
final class PolicyParser {
    private PolicyParser() {}

    static Statement create(Cursor cursor) {
        int start = cursor.position();
        cursor.expectWords("create", "policy");
        Name name = NameParser.name(cursor);
        cursor.expectWord("on");
        ObjectName table = NameParser.objectName(cursor);
        boolean permissive = !cursor.acceptWords("as")
                || cursor.expectAnyWord("permissive", "restrictive").equals("permissive");
        String command =
                cursor.acceptWords("for") ? cursor.expectAnyWord("all", "select", "insert", "update", "delete") : "all";
        List<Name> roles = roles(cursor);
        Expression using = using(cursor);
        Expression withCheck = withCheck(cursor);
        return new TriggerStatement.CreatePolicy(
                name, table, permissive, command, roles, using, withCheck, cursor.spanFrom(start));
    }

    /** Begins behind the table's name. */
    static Statement alter(Cursor cursor, int start, ObjectName name, ObjectName table) {
        List<Name> roles = roles(cursor);
        Expression using = using(cursor);
        Expression withCheck = withCheck(cursor);
        return new TriggerStatement.AlterPolicy(
                name.parts().getLast(), table, roles, using, withCheck, cursor.spanFrom(start));
    }

    private static List<Name> roles(Cursor cursor) {
        return cursor.acceptWords("to") ? cursor.commaSeparated(() -> NameParser.role(cursor)) : List.of();
    }

    private static @Nullable Expression using(Cursor cursor) {
        return cursor.acceptWords("using") ? parenthesized(cursor) : null;
    }

    private static @Nullable Expression withCheck(Cursor cursor) {
        return cursor.acceptWords("with", "check") ? parenthesized(cursor) : null;
    }

    private static Expression parenthesized(Cursor cursor) {
        cursor.expect(TokenKind.LEFT_PAREN);
        Expression expression = ExpressionParser.expression(cursor);
        cursor.expect(TokenKind.RIGHT_PAREN);
        return expression;
    }
}
