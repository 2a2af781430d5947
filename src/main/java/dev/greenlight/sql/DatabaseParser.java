package dev.greenlight.sql;

import dev.greenlight.sql.DatabaseStatement.DatabaseAction;
import java.util.ArrayList;
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
        Name name = NameParser.name(cursor);
        List<Setting> options = options(cursor);
        return new DatabaseStatement.CreateDatabase(name, options, cursor.spanFrom(start));
    }

    /** Begins behind the name. */
    static Statement alterDatabase(Cursor cursor, int start, Name name) {
        DatabaseAction action = action(cursor);
        return new DatabaseStatement.AlterDatabase(name, action, cursor.spanFrom(start));
    }

    private static DatabaseAction action(Cursor cursor) {
        if (cursor.acceptWords("set", "tablespace")) {
            return new DatabaseAction.SetTablespace(NameParser.name(cursor));
        }
        if (cursor.isAnyWord("set", "reset")) {
            return new DatabaseAction.SetParameter(parameter(cursor));
        }
        if (cursor.acceptWords("refresh")) {
            cursor.expectWords("collation", "version");
            return new DatabaseAction.RefreshCollationVersion();
        }
        return new DatabaseAction.SetOptions(options(cursor));
    }

    /** {@code SET …} or {@code RESET …} of a database or role. */
    static SessionStatement parameter(Cursor cursor) {
        int start = cursor.position();
        return cursor.expectAnyWord("set", "reset").equals("set")
                ? SetParser.value(cursor, start, false)
                : SetParser.resetValue(cursor, start);
    }

    private static List<Setting> options(Cursor cursor) {
        cursor.acceptWords("with");
        List<Setting> options = new ArrayList<>();
        while (!cursor.atEnd()) {
            options.add(option(cursor));
        }
        return options;
    }

    private static Setting option(Cursor cursor) {
        int start = cursor.position();
        String name = optionName(cursor);
        cursor.acceptOperator("=");
        int value = cursor.position();
        optionValue(cursor);
        return new Setting(name, cursor.tokensFrom(value), cursor.spanFrom(start));
    }

    private static String optionName(Cursor cursor) {
        if (cursor.acceptWords("connection", "limit")) {
            return "connection limit";
        }
        if (!cursor.is(TokenKind.QUOTED_IDENTIFIER) && !cursor.isAnyWord(OPTIONS)) {
            throw cursor.failExpected("an option of a database");
        }
        return cursor.next().value();
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
        Name name = NameParser.name(cursor);
        Name owner = cursor.acceptWords("owner") ? NameParser.role(cursor) : null;
        cursor.expectWord("location");
        Token location = SettingParser.string(cursor);
        List<Setting> parameters = RelationParser.parameters(cursor);
        return new DatabaseStatement.CreateTablespace(name, owner, location, parameters, cursor.spanFrom(start));
    }

    /** Begins behind the name. */
    static Statement alterTablespace(Cursor cursor, int start, Name name) {
        boolean reset = cursor.expectAnyWord("set", "reset").equals("reset");
        List<Setting> parameters = SettingParser.parenthesized(cursor);
        return new DatabaseStatement.AlterTablespace(name, reset, parameters, cursor.spanFrom(start));
    }

    /** Begins behind ALTER. */
    static Statement alterSystem(Cursor cursor, int start) {
        cursor.expectWord("system");
        boolean reset = cursor.expectAnyWord("set", "reset").equals("reset");
        String parameter = reset ? SetParser.resetName(cursor) : SetParser.parameterName(cursor);
        List<Token> values = reset ? List.of() : SetParser.assigned(cursor);
        return new DatabaseStatement.AlterSystem(parameter, reset, values, cursor.spanFrom(start));
    }
}
