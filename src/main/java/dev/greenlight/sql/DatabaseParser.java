package dev.greenlight.sql;

import java.util.List;

/** Reads the statements about what lies above a schema: databases, tablespaces and the server's configuration. */
final class DatabaseParser {
    private static final String[] OPTIONS = {
        "allow_connections",
        "builtin_locale",
        "collation_version",
        "encoding",
        "icu_locale",
        "icu_rules",
        "is_template",
        "lc_collate",
        "lc_ctype",
        "locale",
        "locale_provider",
        "location",
        "oid",
        "owner",
        "strategy",
        "tablespace",
        "template"
    };

    private DatabaseParser() {}

    static Statement createDatabase(Cursor cursor) {
        int start = cursor.position();
        cursor.expectWords("create", "database");
        Definition definition = Definition.create(cursor, start, ObjectType.DATABASE, Definition.unqualified(cursor));
        cursor.acceptWords("with");
        options(cursor);
        return definition.end();
    }

    /** Begins behind the name. */
    static void alterDatabase(Cursor cursor) {
        if (cursor.acceptWords("set", "tablespace")) {
            NameParser.name(cursor);
        } else if (cursor.isAnyWord("set", "reset")) {
            parameter(cursor);
        } else if (cursor.acceptWords("refresh")) {
            cursor.expectWords("collation", "version");
        } else {
            cursor.acceptWords("with");
            options(cursor);
        }
    }

    /** {@code SET …} or {@code RESET …} of a database or role. */
    static void parameter(Cursor cursor) {
        int start = cursor.position();
        if (cursor.expectAnyWord("set", "reset").equals("set")) {
            SetParser.value(cursor, start, false);
        } else {
            SetParser.resetValue(cursor, start);
        }
    }

    private static void options(Cursor cursor) {
        while (!cursor.atEnd()) {
            if (!cursor.acceptWords("connection", "limit")
                    && !cursor.accept(TokenKind.QUOTED_IDENTIFIER)
                    && cursor.acceptAnyWord(OPTIONS).isEmpty()) {
                throw cursor.failExpected("an option of a database");
            }
            cursor.acceptOperator("=");
            optionValue(cursor);
        }
    }

    private static void optionValue(Cursor cursor) {
        switch (cursor.peek().kind()) {
            case WORD, QUOTED_IDENTIFIER, STRING, DOLLAR_STRING -> {
                if (!cursor.acceptWords("default")) {
                    SettingParser.booleanOrString(cursor);
                }
            }
            default -> SettingParser.signedNumber(cursor);
        }
    }

    static Statement createTablespace(Cursor cursor) {
        int start = cursor.position();
        cursor.expectWords("create", "tablespace");
        Definition definition = Definition.create(cursor, start, ObjectType.TABLESPACE, Definition.unqualified(cursor));
        if (cursor.acceptWords("owner")) {
            NameParser.role(cursor);
        }
        cursor.expectWord("location");
        SettingParser.string(cursor);
        RelationParser.parameters(cursor);
        return definition.end();
    }

    /** Begins behind the name. */
    static void alterTablespace(Cursor cursor) {
        cursor.expectAnyWord("set", "reset");
        SettingParser.parenthesized(cursor);
    }

    /** Begins behind ALTER. The parameter's name is the object's. */
    static Statement alterSystem(Cursor cursor, int start) {
        cursor.expectWord("system");
        int action = cursor.position();
        boolean reset = cursor.expectAnyWord("set", "reset").equals("reset");
        int name = cursor.position();
        String parameter = reset ? SetParser.resetName(cursor) : SetParser.parameterName(cursor);
        var objectName = new ObjectName(List.of(new Name(parameter, cursor.spanFrom(name))));
        if (!reset) {
            SetParser.assigned(cursor);
        }
        return new Definition(cursor, start, "ALTER", ObjectType.SYSTEM, objectName, false, action).end();
    }
}
