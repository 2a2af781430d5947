package dev.greenlight.sql;

import java.util.List;

/** Reads CREATE and ALTER of roles, which are also called users and groups. */
final class RoleParser {
    private static final String[] FLAGS = {
        "inherit",
        "noinherit",
        "superuser",
        "nosuperuser",
        "createrole",
        "nocreaterole",
        "replication",
        "noreplication",
        "createdb",
        "nocreatedb",
        "login",
        "nologin",
        "bypassrls",
        "nobypassrls"
    };

    private RoleParser() {}

    static Statement create(Cursor cursor) {
        int start = cursor.position();
        cursor.expectWord("create");
        cursor.expectAnyWord("role", "user", "group");
        Name name = NameParser.role(cursor);
        int options = cursor.position();
        cursor.acceptWords("with");
        while (!cursor.atEnd()) {
            option(cursor, true);
        }
        return new PrivilegeStatement.DefineRole("CREATE", name, cursor.tokensFrom(options), cursor.spanFrom(start));
    }

    /** Begins behind ALTER. */
    static Statement alter(Cursor cursor, int start) {
        boolean group = cursor.expectAnyWord("role", "user", "group").equals("group");
        Name name = !group && cursor.acceptWords("all") ? null : NameParser.role(cursor);
        if (name != null && cursor.acceptWords("rename")) {
            cursor.expectWord("to");
            Name newName = NameParser.role(cursor);
            var objectName = new ObjectName(List.of(name));
            return new ObjectStatement.Rename(
                    ObjectType.ROLE, objectName, null, false, null, newName, cursor.spanFrom(start));
        }
        int options = cursor.position();
        if (group) {
            cursor.expectAnyWord("add", "drop");
            cursor.expectWord("user");
            roles(cursor);
        } else {
            changes(cursor, name == null);
        }
        return new PrivilegeStatement.DefineRole("ALTER", name, cursor.tokensFrom(options), cursor.spanFrom(start));
    }

    /** {@code [IN DATABASE name] SET | RESET …}, or options, which a role has but not all roles. */
    private static void changes(Cursor cursor, boolean all) {
        boolean inDatabase = cursor.acceptWords("in", "database");
        if (inDatabase) {
            NameParser.name(cursor);
        }
        if (all || inDatabase || cursor.isAnyWord("set", "reset")) {
            DatabaseParser.parameter(cursor);
            return;
        }
        cursor.acceptWords("with");
        while (!cursor.atEnd()) {
            option(cursor, false);
        }
    }

    private static void option(Cursor cursor, boolean create) {
        switch (cursor.peek().value()) {
            case "password" -> {
                cursor.next();
                if (!cursor.acceptWords("null")) {
                    SettingParser.string(cursor);
                }
            }
            case "encrypted" -> text(cursor, "encrypted", "password");
            case "valid" -> text(cursor, "valid", "until");
            case "connection" -> {
                cursor.expectWords("connection", "limit");
                SettingParser.signedNumber(cursor);
            }
            case "user" -> {
                cursor.next();
                roles(cursor);
            }
            default -> otherOption(cursor, create);
        }
    }

    private static void text(Cursor cursor, String... words) {
        cursor.expectWords(words);
        SettingParser.string(cursor);
    }

    private static void otherOption(Cursor cursor, boolean create) {
        if (create && cursor.acceptWords("sysid")) {
            cursor.expect(TokenKind.INTEGER);
        } else if (create && cursor.isAnyWord("admin", "role", "in")) {
            if (cursor.next().isWord("in")) {
                cursor.expectAnyWord("role", "group");
            }
            roles(cursor);
        } else if (cursor.acceptAnyWord(FLAGS).isEmpty()) {
            throw cursor.failExpected("an option of a role");
        }
    }

    private static void roles(Cursor cursor) {
        cursor.commaSeparated(() -> NameParser.role(cursor));
    }
}
