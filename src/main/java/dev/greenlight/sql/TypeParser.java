package dev.greenlight.sql;

import dev.greenlight.sql.TypeStatement.AttributeAction;
import java.util.List;
import java.util.function.Supplier;

/** Reads CREATE TYPE and ALTER TYPE. */
final class TypeParser {
    private TypeParser() {}

    static Statement create(Cursor cursor) {
        int start = cursor.position();
        cursor.expectWords("create", "type");
        ObjectName name = NameParser.anyName(cursor);
        if (cursor.acceptWords("as")) {
            return createAs(cursor, start, name);
        }
        List<Setting> options = cursor.is(TokenKind.LEFT_PAREN) ? SettingParser.definition(cursor) : List.of();
        return new TypeStatement.CreateBaseType(name, options, cursor.spanFrom(start));
    }

    private static Statement createAs(Cursor cursor, int start, ObjectName name) {
        if (cursor.acceptWords("enum")) {
            List<Name> labels = labels(cursor);
            return new TypeStatement.CreateEnum(name, labels, cursor.spanFrom(start));
        }
        if (cursor.acceptWords("range")) {
            List<Setting> options = SettingParser.definition(cursor);
            return new TypeStatement.CreateRange(name, options, cursor.spanFrom(start));
        }
        List<ColumnDefinition> attributes = attributes(cursor);
        return new TypeStatement.CreateComposite(name, attributes, cursor.spanFrom(start));
    }

    private static List<Name> labels(Cursor cursor) {
        return listOrNothing(cursor, () -> label(cursor));
    }

    private static List<ColumnDefinition> attributes(Cursor cursor) {
        return listOrNothing(cursor, () -> attribute(cursor));
    }

    private static <T> List<T> listOrNothing(Cursor cursor, Supplier<T> element) {
        if (cursor.peek(1).is(TokenKind.RIGHT_PAREN) && cursor.accept(TokenKind.LEFT_PAREN)) {
            cursor.next();
            return List.of();
        }
        return cursor.parenthesized(element);
    }

    private static Name label(Cursor cursor) {
        Token token = SettingParser.string(cursor);
        return new Name(token.value(), token.span());
    }

    private static ColumnDefinition attribute(Cursor cursor) {
        int start = cursor.position();
        Name name = NameParser.name(cursor);
        TypeName type = TypeNameParser.type(cursor);
        ObjectName collation = RelationParser.collation(cursor);
        return new ColumnDefinition(
                name, type, collation, null, null, null, List.of(), List.of(), cursor.spanFrom(start));
    }

    /** What ALTER TYPE does besides what ALTER does to all kinds of objects. Begins behind the name. */
    static Statement alter(Cursor cursor, int start, ObjectName name) {
        if (cursor.isWord("add", "value")) {
            return addValue(cursor, start, name);
        }
        if (cursor.isWord("rename", "value")) {
            return renameValue(cursor, start, name);
        }
        if (cursor.isWord("rename", "attribute")) {
            return renameAttribute(cursor, start, name);
        }
        if (cursor.acceptWords("set")) {
            List<Setting> options = SettingParser.definition(cursor);
            return new TypeStatement.SetTypeOptions(name, options, cursor.spanFrom(start));
        }
        List<AttributeAction> actions = cursor.commaSeparated(() -> attributeAction(cursor));
        return new TypeStatement.AlterComposite(name, actions, cursor.spanFrom(start));
    }

    private static Statement addValue(Cursor cursor, int start, ObjectName name) {
        cursor.expectWords("add", "value");
        boolean ifNotExists = RelationParser.ifNotExists(cursor);
        Name label = label(cursor);
        boolean before = cursor.isWord("before");
        Name neighbour = cursor.acceptAnyWord("before", "after").isPresent() ? label(cursor) : null;
        return new TypeStatement.AddEnumValue(name, label, ifNotExists, neighbour, before, cursor.spanFrom(start));
    }

    private static Statement renameValue(Cursor cursor, int start, ObjectName name) {
        cursor.expectWords("rename", "value");
        Name label = label(cursor);
        cursor.expectWord("to");
        Name newLabel = label(cursor);
        return new TypeStatement.RenameEnumValue(name, label, newLabel, cursor.spanFrom(start));
    }

    private static Statement renameAttribute(Cursor cursor, int start, ObjectName name) {
        cursor.expectWords("rename", "attribute");
        Name attribute = NameParser.name(cursor);
        cursor.expectWord("to");
        Name newName = NameParser.name(cursor);
        DropBehavior behavior = RelationParser.dropBehavior(cursor);
        return new ObjectStatement.RenameColumn(
                ObjectType.TYPE, name, false, false, attribute, newName, behavior, cursor.spanFrom(start));
    }

    private static AttributeAction attributeAction(Cursor cursor) {
        int start = cursor.position();
        String verb = cursor.expectAnyWord("add", "drop", "alter");
        cursor.expectWord("attribute");
        return switch (verb) {
            case "add" -> {
                ColumnDefinition attribute = attribute(cursor);
                DropBehavior behavior = RelationParser.dropBehavior(cursor);
                yield new AttributeAction.Add(attribute, behavior, cursor.spanFrom(start));
            }
            case "drop" -> {
                boolean ifExists = RelationParser.ifExists(cursor);
                Name attribute = NameParser.name(cursor);
                DropBehavior behavior = RelationParser.dropBehavior(cursor);
                yield new AttributeAction.Drop(attribute, ifExists, behavior, cursor.spanFrom(start));
            }
            default -> changeType(cursor, start);
        };
    }

    private static AttributeAction changeType(Cursor cursor, int start) {
        Name attribute = NameParser.name(cursor);
        if (cursor.acceptWords("set")) {
            cursor.expectWord("data");
        }
        cursor.expectWord("type");
        TypeName type = TypeNameParser.type(cursor);
        ObjectName collation = RelationParser.collation(cursor);
        DropBehavior behavior = RelationParser.dropBehavior(cursor);
        return new AttributeAction.ChangeType(attribute, type, collation, behavior, cursor.spanFrom(start));
    }
}
