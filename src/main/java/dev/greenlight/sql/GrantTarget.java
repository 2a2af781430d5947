package dev.greenlight.sql;

import dev.greenlight.sql.RoutineStatement.RoutineName;
import java.util.List;

/** What GRANT and REVOKE are about, behind ON; the fields are those of {@link PrivilegeStatement.Grant}. */
record GrantTarget(ObjectType type, boolean allInSchema, List<ObjectName> objects, List<RoutineName> routines) {
    static GrantTarget parse(Cursor cursor) {
        if (cursor.acceptWords("all")) {
            return allInSchema(cursor);
        }
        return isTypeWord(cursor) ? typed(cursor, type(cursor)) : names(cursor, ObjectType.TABLE);
    }

    private static GrantTarget allInSchema(Cursor cursor) {
        ObjectType type = switch (cursor.expectAnyWord("tables", "sequences", "functions", "procedures", "routines")) {
            case "tables" -> ObjectType.TABLE;
            case "sequences" -> ObjectType.SEQUENCE;
            case "functions" -> ObjectType.FUNCTION;
            case "procedures" -> ObjectType.PROCEDURE;
            default -> ObjectType.ROUTINE;
        };
        cursor.expectWords("in", "schema");
        List<ObjectName> schemas = cursor.commaSeparated(() -> new ObjectName(List.of(NameParser.name(cursor))));
        return new GrantTarget(type, true, schemas, List.of());
    }

    /** Most words that say a type may also be the name of a table. */
    private static boolean isTypeWord(Cursor cursor) {
        boolean typeWord = cursor.isAnyWord(
                "table",
                "sequence",
                "foreign",
                "function",
                "procedure",
                "routine",
                "database",
                "domain",
                "language",
                "large",
                "parameter",
                "schema",
                "tablespace",
                "type");
        Token behind = cursor.peek(1);
        boolean name = behind.isWord("to") || behind.isWord("from");
        return typeWord && !name && !behind.is(TokenKind.COMMA) && !behind.is(TokenKind.DOT);
    }

    private static ObjectType type(Cursor cursor) {
        if (cursor.acceptWords("parameter")) {
            return ObjectType.PARAMETER;
        }
        if (cursor.acceptWords("foreign", "server")) {
            return ObjectType.SERVER;
        }
        ObjectType type = ObjectTypeParser.type(cursor);
        if (type == ObjectType.FOREIGN_TABLE) {
            throw cursor.failExpected("a foreign data wrapper or server");
        }
        return type;
    }

    private static GrantTarget typed(Cursor cursor, ObjectType type) {
        return switch (type) {
            case FUNCTION, PROCEDURE, ROUTINE -> routines(cursor, type);
            case TYPE, DOMAIN -> names(cursor, type);
            default -> {
                List<ObjectName> objects = cursor.commaSeparated(
                        () -> ObjectReferenceParser.reference(cursor, type).name());
                yield new GrantTarget(type, false, objects, List.of());
            }
        };
    }

    private static GrantTarget names(Cursor cursor, ObjectType type) {
        List<ObjectName> names = cursor.commaSeparated(() -> NameParser.anyName(cursor));
        return new GrantTarget(type, false, names, List.of());
    }

    private static GrantTarget routines(Cursor cursor, ObjectType type) {
        List<RoutineName> routines = cursor.commaSeparated(() -> RoutineNameParser.routine(cursor));
        List<ObjectName> names = routines.stream().map(RoutineName::name).toList();
        return new GrantTarget(type, false, names, routines);
    }
}
