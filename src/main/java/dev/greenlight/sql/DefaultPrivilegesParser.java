package dev.greenlight.sql;

import java.util.ArrayList;
import java.util.List;

/** Reads ALTER DEFAULT PRIVILEGES. */
final class DefaultPrivilegesParser {
    private DefaultPrivilegesParser() {}

    /** Begins behind ALTER. */
    static Statement parse(Cursor cursor, int start) {
        cursor.expectWords("default", "privileges");
        List<Name> roles = new ArrayList<>();
        List<Name> schemas = new ArrayList<>();
        while (cursor.isAnyWord("for", "in")) {
            if (cursor.acceptWords("for")) {
                cursor.expectAnyWord("role", "user");
                roles.addAll(cursor.commaSeparated(() -> NameParser.role(cursor)));
            } else {
                cursor.expectWords("in", "schema");
                schemas.addAll(cursor.commaSeparated(() -> NameParser.name(cursor)));
            }
        }
        int action = cursor.position();
        action(cursor);
        return new PrivilegeStatement.AlterDefaultPrivileges(
                roles, schemas, cursor.tokensFrom(action), cursor.spanFrom(start));
    }

    private static void action(Cursor cursor) {
        boolean revoke = cursor.expectAnyWord("grant", "revoke").equals("revoke");
        if (revoke) {
            cursor.acceptWords("grant", "option", "for");
        }
        Privileges.parse(cursor);
        cursor.expectWord("on");
        objects(cursor);
        cursor.expectWord(revoke ? "from" : "to");
        GrantParser.grantees(cursor);
        if (revoke) {
            RelationParser.dropBehavior(cursor);
        } else if (cursor.acceptWords("with")) {
            cursor.expectWords("grant", "option");
        }
    }

    private static void objects(Cursor cursor) {
        String objects =
                cursor.expectAnyWord("tables", "functions", "routines", "sequences", "types", "schemas", "large");
        if (objects.equals("large")) {
            cursor.expectWord("objects");
        }
    }
}
