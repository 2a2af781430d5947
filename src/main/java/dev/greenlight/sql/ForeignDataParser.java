package dev.greenlight.sql;

import dev.greenlight.sql.ForeignDataStatement.WrapperFunction;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the statements about foreign data (manual 5.13) but those about foreign tables. */
final class ForeignDataParser {
    private ForeignDataParser() {}

    static Statement createWrapper(Cursor cursor) {
        int start = cursor.position();
        cursor.expectWords("create", "foreign", "data", "wrapper");
        Name name = NameParser.name(cursor);
        List<WrapperFunction> functions = functions(cursor);
        List<Setting> options = options(cursor);
        return new ForeignDataStatement.CreateWrapper(name, functions, options, cursor.spanFrom(start));
    }

    private static List<WrapperFunction> functions(Cursor cursor) {
        List<WrapperFunction> functions = new ArrayList<>();
        while (cursor.isAnyWord("handler", "validator", "no")) {
            int start = cursor.position();
            boolean none = cursor.acceptWords("no");
            boolean validator = cursor.expectAnyWord("handler", "validator").equals("validator");
            ObjectName name = none ? null : NameParser.anyName(cursor);
            functions.add(new WrapperFunction(validator, name, cursor.spanFrom(start)));
        }
        return functions;
    }

    private static List<Setting> options(Cursor cursor) {
        return cursor.acceptWords("options") ? SettingParser.foreignOptions(cursor) : List.of();
    }

    /** {@code OPTIONS (ADD …, SET …, DROP …)}, which may be missing where something else is changed. */
    private static List<Setting> changedOptions(Cursor cursor, boolean mayBeMissing) {
        if (mayBeMissing && !cursor.isWord("options")) {
            return List.of();
        }
        cursor.expectWord("options");
        return SettingParser.foreignOptionChanges(cursor);
    }

    /** Begins behind the name. */
    static Statement alterWrapper(Cursor cursor, int start, Name name) {
        List<WrapperFunction> functions = functions(cursor);
        List<Setting> options = changedOptions(cursor, !functions.isEmpty());
        return new ForeignDataStatement.AlterWrapper(name, functions, options, cursor.spanFrom(start));
    }

    static Statement createServer(Cursor cursor) {
        int start = cursor.position();
        cursor.expectWords("create", "server");
        boolean ifNotExists = RelationParser.ifNotExists(cursor);
        Name name = NameParser.name(cursor);
        Token type = cursor.acceptWords("type") ? SettingParser.string(cursor) : null;
        Token version = version(cursor);
        cursor.expectWords("foreign", "data", "wrapper");
        Name wrapper = NameParser.name(cursor);
        List<Setting> options = options(cursor);
        return new ForeignDataStatement.CreateServer(
                name, ifNotExists, type, version, wrapper, options, cursor.spanFrom(start));
    }

    private static @Nullable Token version(Cursor cursor) {
        if (!cursor.acceptWords("version")) {
            return null;
        }
        return cursor.isWord("null") ? cursor.next() : SettingParser.string(cursor);
    }

    /** Begins behind the name. */
    static Statement alterServer(Cursor cursor, int start, Name name) {
        Token version = version(cursor);
        List<Setting> options = changedOptions(cursor, version != null);
        return new ForeignDataStatement.AlterServer(name, version, options, cursor.spanFrom(start));
    }

    static Statement createUserMapping(Cursor cursor) {
        int start = cursor.position();
        cursor.expectWords("create", "user", "mapping");
        boolean ifNotExists = RelationParser.ifNotExists(cursor);
        Name role = mappedRole(cursor);
        Name server = mappedServer(cursor);
        List<Setting> options = options(cursor);
        return new ForeignDataStatement.CreateUserMapping(ifNotExists, role, server, options, cursor.spanFrom(start));
    }

    /** Begins before FOR, as it is a role and a server that name a user mapping. */
    static Statement alterUserMapping(Cursor cursor, int start) {
        Name role = mappedRole(cursor);
        Name server = mappedServer(cursor);
        List<Setting> options = changedOptions(cursor, false);
        return new ForeignDataStatement.AlterUserMapping(role, server, options, cursor.spanFrom(start));
    }

    private static @Nullable Name mappedRole(Cursor cursor) {
        cursor.expectWord("for");
        return ObjectReferenceParser.mappedRole(cursor);
    }

    private static Name mappedServer(Cursor cursor) {
        cursor.expectWord("server");
        return NameParser.name(cursor);
    }

    static Statement importSchema(Cursor cursor) {
        int start = cursor.position();
        cursor.expectWords("import", "foreign", "schema");
        Name foreignSchema = NameParser.name(cursor);
        boolean except = cursor.isWord("except");
        List<ObjectName> tables = cursor.acceptWords("limit", "to") || cursor.acceptWords("except")
                ? cursor.parenthesized(() -> RelationParser.target(cursor).name())
                : List.of();
        cursor.expectWords("from", "server");
        Name server = NameParser.name(cursor);
        cursor.expectWord("into");
        Name schema = NameParser.name(cursor);
        List<Setting> options = options(cursor);
        return new ForeignDataStatement.ImportSchema(
                foreignSchema, except, tables, server, schema, options, cursor.spanFrom(start));
    }
}
