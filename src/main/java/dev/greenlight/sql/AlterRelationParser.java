package dev.greenlight.sql;

import dev.greenlight.sql.TableStatement.AlterTable;
import dev.greenlight.sql.TableStatement.MoveAllInTablespace;
import dev.greenlight.sql.TableStatement.Target;
import java.util.List;
import java.util.Set;

/** Reads ALTER of tables, foreign tables, indexes, views, materialized views and sequences (manual part VI). */
final class AlterRelationParser {
    private static final Set<ObjectType> MAY_BE_ONLY = Set.of(ObjectType.TABLE, ObjectType.FOREIGN_TABLE);

    private static final Set<ObjectType> MAY_BE_ALL =
            Set.of(ObjectType.TABLE, ObjectType.INDEX, ObjectType.MATERIALIZED_VIEW);

    private final Cursor cursor;
    private final int start;
    private final ObjectType type;

    private AlterRelationParser(Cursor cursor) {
        this.cursor = cursor;
        this.start = cursor.position();
        cursor.expectWord("alter");
        this.type = type(cursor);
    }

    static Statement parse(Cursor cursor) {
        return new AlterRelationParser(cursor).statement();
    }

    private static ObjectType type(Cursor cursor) {
        return switch (cursor.expectAnyWord("table", "foreign", "index", "view", "materialized", "sequence")) {
            case "table" -> ObjectType.TABLE;
            case "index" -> ObjectType.INDEX;
            case "view" -> ObjectType.VIEW;
            case "sequence" -> ObjectType.SEQUENCE;
            case "foreign" -> behind(cursor, "table", ObjectType.FOREIGN_TABLE);
            default -> behind(cursor, "view", ObjectType.MATERIALIZED_VIEW);
        };
    }

    private static ObjectType behind(Cursor cursor, String word, ObjectType type) {
        cursor.expectWord(word);
        return type;
    }

    private Statement statement() {
        if (MAY_BE_ALL.contains(type) && cursor.isWord("all", "in", "tablespace")) {
            return moveAll();
        }
        boolean ifExists = RelationParser.ifExists(cursor);
        Target target = MAY_BE_ONLY.contains(type)
                ? RelationParser.target(cursor)
                : new Target(NameParser.objectName(cursor), false);
        return switch (cursor.peek().value()) {
            case "rename" -> rename(target, ifExists);
            case "depends", "no" -> dependsOrActions(target, ifExists);
            case "set" -> isSetSchema() ? setSchema(target, ifExists) : actions(target, ifExists);
            case "attach", "detach" -> partition(target, ifExists);
            default -> optionsOrActions(target, ifExists);
        };
    }

    private Statement moveAll() {
        cursor.expectWords("all", "in", "tablespace");
        Name from = NameParser.name(cursor);
        List<Name> owners =
                cursor.acceptWords("owned", "by") ? cursor.commaSeparated(() -> NameParser.role(cursor)) : List.of();
        cursor.expectWords("set", "tablespace");
        Name to = NameParser.name(cursor);
        boolean nowait = cursor.acceptWords("nowait");
        return new MoveAllInTablespace(type, from, owners, to, nowait, cursor.spanFrom(start));
    }

    private Statement rename(Target target, boolean ifExists) {
        cursor.expectWord("rename");
        if (cursor.acceptWords("to")) {
            Name name = NameParser.name(cursor);
            return new ObjectStatement.Rename(type, target.name(), null, ifExists, null, name, cursor.spanFrom(start));
        }
        return type == ObjectType.TABLE && cursor.acceptWords("constraint")
                ? renameConstraint(target, ifExists)
                : renameColumn(target, ifExists);
    }

    private Statement renameConstraint(Target table, boolean ifExists) {
        Name constraint = NameParser.name(cursor);
        cursor.expectWord("to");
        Name name = NameParser.name(cursor);
        return new ObjectStatement.RenameConstraint(
                table.name(), ifExists, table.only(), constraint, name, cursor.spanFrom(start));
    }

    private Statement renameColumn(Target relation, boolean ifExists) {
        if (type == ObjectType.INDEX || type == ObjectType.SEQUENCE) {
            throw cursor.failExpected("TO");
        }
        cursor.acceptWords("column");
        Name column = NameParser.name(cursor);
        cursor.expectWord("to");
        Name name = NameParser.name(cursor);
        return new ObjectStatement.RenameColumn(
                type,
                relation.name(),
                ifExists,
                relation.only(),
                column,
                name,
                DropBehavior.RESTRICT,
                cursor.spanFrom(start));
    }

    /** An index has its table's schema. */
    private boolean isSetSchema() {
        return type != ObjectType.INDEX && cursor.isWord("set", "schema");
    }

    private Statement setSchema(Target target, boolean ifExists) {
        cursor.expectWords("set", "schema");
        Name schema = NameParser.name(cursor);
        return new ObjectStatement.SetSchema(type, target.name(), ifExists, null, schema, cursor.spanFrom(start));
    }

    private Statement dependsOrActions(Target target, boolean ifExists) {
        boolean remove = cursor.isWord("no", "depends");
        boolean mayDepend = type == ObjectType.INDEX || type == ObjectType.MATERIALIZED_VIEW;
        if (ifExists || !mayDepend || !remove && !cursor.isWord("depends")) {
            return optionsOrActions(target, ifExists);
        }
        cursor.acceptWords("no");
        cursor.expectWords("depends", "on", "extension");
        Name extension = NameParser.name(cursor);
        return new ObjectStatement.DependsOnExtension(
                type, target.name(), null, null, remove, extension, cursor.spanFrom(start));
    }

    private Statement partition(Target target, boolean ifExists) {
        List<AlterTableAction> action = List.of(AlterPartitionParser.parse(cursor, type));
        return new AlterTable(type, target.name(), ifExists, target.only(), action, cursor.spanFrom(start));
    }

    private Statement optionsOrActions(Target target, boolean ifExists) {
        return type == ObjectType.SEQUENCE && SequenceParser.isOption(cursor)
                ? SequenceParser.alter(cursor, start, target.name(), ifExists)
                : actions(target, ifExists);
    }

    private Statement actions(Target target, boolean ifExists) {
        List<AlterTableAction> actions = cursor.commaSeparated(() -> AlterTableActionParser.parse(cursor));
        return new AlterTable(type, target.name(), ifExists, target.only(), actions, cursor.spanFrom(start));
    }
}
