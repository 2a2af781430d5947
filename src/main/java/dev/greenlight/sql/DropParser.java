package dev.greenlight.sql;

import dev.greenlight.sql.ObjectStatement.DropTarget;
import java.util.List;

/** Reads DROP of every type of object. */
final class DropParser {
    private DropParser() {}

    static Statement parse(Cursor cursor) {
        int start = cursor.position();
        cursor.expectWord("drop");
        return cursor.acceptWords("owned") ? owned(cursor, start) : drop(cursor, start);
    }

    private static Statement owned(Cursor cursor, int start) {
        cursor.expectWord("by");
        List<Name> roles = cursor.commaSeparated(() -> NameParser.role(cursor));
        DropBehavior behavior = RelationParser.dropBehavior(cursor);
        return new PrivilegeStatement.Owned(true, roles, behavior, cursor.spanFrom(start));
    }

    private static Statement drop(Cursor cursor, int start) {
        ObjectType type = droppable(cursor);
        boolean concurrently = type == ObjectType.INDEX && cursor.acceptWords("concurrently");
        boolean ifExists = RelationParser.ifExists(cursor);
        List<DropTarget> targets = takesList(type)
                ? cursor.commaSeparated(() -> ObjectReferenceParser.reference(cursor, type))
                : List.of(ObjectReferenceParser.reference(cursor, type));
        DropBehavior behavior = ending(cursor, type);
        return new ObjectStatement.Drop(type, concurrently, ifExists, targets, behavior, cursor.spanFrom(start));
    }

    private static ObjectType droppable(Cursor cursor) {
        if (cursor.isAnyWord("column", "constraint", "large")) {
            throw cursor.failExpected("a kind of object that DROP takes");
        }
        return ObjectTypeParser.type(cursor);
    }

    private static boolean takesList(ObjectType type) {
        return switch (type) {
            case CAST,
                    DATABASE,
                    OPERATOR_CLASS,
                    OPERATOR_FAMILY,
                    POLICY,
                    RULE,
                    SUBSCRIPTION,
                    TABLESPACE,
                    TRANSFORM,
                    TRIGGER,
                    USER_MAPPING -> false;
            default -> true;
        };
    }

    /** What follows the targets: databases have an option of their own, global objects have no dependents. */
    private static DropBehavior ending(Cursor cursor, ObjectType type) {
        return switch (type) {
            case ROLE, TABLESPACE, USER_MAPPING -> DropBehavior.RESTRICT;
            case DATABASE -> {
                force(cursor);
                yield DropBehavior.RESTRICT;
            }
            default -> RelationParser.dropBehavior(cursor);
        };
    }

    private static void force(Cursor cursor) {
        if (cursor.acceptWords("with") || cursor.is(TokenKind.LEFT_PAREN)) {
            cursor.parenthesized(() -> cursor.expectAnyWord("force"));
        }
    }
}
