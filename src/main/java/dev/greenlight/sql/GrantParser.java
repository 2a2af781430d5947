package dev.greenlight.sql;

import java.util.List;

/** Reads GRANT and REVOKE, of privileges as well as of roles. */
final class GrantParser {
    private GrantParser() {}

    static Statement grant(Cursor cursor) {
        int start = cursor.position();
        cursor.expectWord("grant");
        Privileges privileges = Privileges.parse(cursor);
        return isOn(cursor, privileges)
                ? onObjects(cursor, start, false, privileges)
                : grantRoles(cursor, start, privileges);
    }

    static Statement revoke(Cursor cursor) {
        int start = cursor.position();
        cursor.expectWord("revoke");
        boolean roleOption =
                NameParser.isName(cursor.peek(), Keywords::mayNameColumn) && cursor.isWordAt(1, "option", "for");
        if (roleOption || cursor.isWord("grant", "option", "for")) {
            cursor.next();
            cursor.expectWords("option", "for");
        }
        Privileges privileges = Privileges.parse(cursor);
        return !roleOption && isOn(cursor, privileges)
                ? onObjects(cursor, start, true, privileges)
                : revokeRoles(cursor, start, privileges);
    }

    private static boolean isOn(Cursor cursor, Privileges privileges) {
        return privileges.isAll() || cursor.isWord("on");
    }

    private static Statement onObjects(Cursor cursor, int start, boolean revoke, Privileges privileges) {
        cursor.expectWord("on");
        GrantTarget target = GrantTarget.parse(cursor);
        cursor.expectWord(revoke ? "from" : "to");
        List<Name> grantees = grantees(cursor);
        if (!revoke && cursor.acceptWords("with")) {
            cursor.expectWords("grant", "option");
        }
        grantedBy(cursor);
        if (revoke) {
            RelationParser.dropBehavior(cursor);
        }
        return new PrivilegeStatement.Grant(
                revoke,
                privileges.words(),
                privileges.columns(),
                target.type(),
                target.allInSchema(),
                target.objects(),
                target.routines(),
                grantees,
                cursor.spanFrom(start));
    }

    /** Roles, each with the idle word GROUP before it if one likes. */
    static List<Name> grantees(Cursor cursor) {
        return cursor.commaSeparated(() -> {
            cursor.acceptWords("group");
            return NameParser.role(cursor);
        });
    }

    private static void grantedBy(Cursor cursor) {
        if (cursor.acceptWords("granted")) {
            cursor.expectWord("by");
            NameParser.role(cursor);
        }
    }

    private static Statement grantRoles(Cursor cursor, int start, Privileges roles) {
        cursor.expectWord("to");
        List<Name> grantees = cursor.commaSeparated(() -> NameParser.role(cursor));
        if (cursor.acceptWords("with")) {
            cursor.commaSeparated(() -> membershipOption(cursor));
        }
        grantedBy(cursor);
        return new PrivilegeStatement.GrantRole(false, roles.names(), grantees, cursor.spanFrom(start));
    }

    private static Name membershipOption(Cursor cursor) {
        Name option = NameParser.label(cursor);
        cursor.expectAnyWord("option", "true", "false");
        return option;
    }

    private static Statement revokeRoles(Cursor cursor, int start, Privileges roles) {
        cursor.expectWord("from");
        List<Name> grantees = cursor.commaSeparated(() -> NameParser.role(cursor));
        grantedBy(cursor);
        RelationParser.dropBehavior(cursor);
        return new PrivilegeStatement.GrantRole(true, roles.names(), grantees, cursor.spanFrom(start));
    }

    static Statement reassignOwned(Cursor cursor) {
        int start = cursor.position();
        cursor.expectWords("reassign", "owned", "by");
        List<Name> roles = cursor.commaSeparated(() -> NameParser.role(cursor));
        cursor.expectWord("to");
        NameParser.role(cursor);
        return new PrivilegeStatement.Owned(false, roles, DropBehavior.RESTRICT, cursor.spanFrom(start));
    }
}
