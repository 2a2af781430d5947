package dev.greenlight.sql;

import dev.greenlight.sql.ObjectStatement.DropTarget;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Reads ALTER of all that is no relation: what ALTER does alike to many kinds of objects, and through other parsers
 * what it does to one.
 */
final class AlterObjectParser {
    private static final Set<ObjectType> NEVER_RENAMED = EnumSet.of(
            ObjectType.ACCESS_METHOD,
            ObjectType.CAST,
            ObjectType.COLUMN,
            ObjectType.CONSTRAINT,
            ObjectType.EXTENSION,
            ObjectType.LARGE_OBJECT,
            ObjectType.OPERATOR,
            ObjectType.TRANSFORM,
            ObjectType.USER_MAPPING);
    private static final Set<ObjectType> NEVER_OWNED = EnumSet.of(
            ObjectType.ACCESS_METHOD,
            ObjectType.CAST,
            ObjectType.COLUMN,
            ObjectType.CONSTRAINT,
            ObjectType.EXTENSION,
            ObjectType.POLICY,
            ObjectType.ROLE,
            ObjectType.RULE,
            ObjectType.TEXT_SEARCH_PARSER,
            ObjectType.TEXT_SEARCH_TEMPLATE,
            ObjectType.TRANSFORM,
            ObjectType.TRIGGER,
            ObjectType.USER_MAPPING);
    private static final Set<ObjectType> IN_SCHEMAS = EnumSet.of(
            ObjectType.AGGREGATE,
            ObjectType.COLLATION,
            ObjectType.CONVERSION,
            ObjectType.DOMAIN,
            ObjectType.EXTENSION,
            ObjectType.FUNCTION,
            ObjectType.OPERATOR,
            ObjectType.OPERATOR_CLASS,
            ObjectType.OPERATOR_FAMILY,
            ObjectType.PROCEDURE,
            ObjectType.ROUTINE,
            ObjectType.STATISTICS,
            ObjectType.TEXT_SEARCH_CONFIGURATION,
            ObjectType.TEXT_SEARCH_DICTIONARY,
            ObjectType.TEXT_SEARCH_PARSER,
            ObjectType.TEXT_SEARCH_TEMPLATE,
            ObjectType.TYPE);

    private final Cursor cursor;
    private final int start;
    private final ObjectType type;
    private final boolean ifExists;
    private final int objectAt;
    private final DropTarget object;

    private AlterObjectParser(Cursor cursor, int start, ObjectType type, boolean ifExists) {
        this.cursor = cursor;
        this.start = start;
        this.type = type;
        this.ifExists = ifExists;
        this.objectAt = cursor.position();
        this.object = reference(cursor, type);
    }

    static Statement parse(Cursor cursor) {
        int start = cursor.position();
        cursor.expectWord("alter");
        if (cursor.isWord("default", "privileges")) {
            return DefaultPrivilegesParser.parse(cursor, start);
        }
        if (cursor.isWord("system")) {
            return DatabaseParser.alterSystem(cursor, start);
        }
        if (cursor.isAnyWord("role", "group") || cursor.isWord("user") && !cursor.isWord("user", "mapping")) {
            return RoleParser.alter(cursor, start);
        }
        ObjectType type = ObjectTypeParser.type(cursor);
        boolean ifExists =
                (type == ObjectType.POLICY || type == ObjectType.STATISTICS) && RelationParser.ifExists(cursor);
        return new AlterObjectParser(cursor, start, type, ifExists).statement();
    }

    private static DropTarget reference(Cursor cursor, ObjectType type) {
        if (type != ObjectType.TYPE && type != ObjectType.DOMAIN) {
            return ObjectReferenceParser.reference(cursor, type);
        }
        ObjectName name = NameParser.anyName(cursor);
        return new DropTarget(name, null, null, name.span());
    }

    /** Behind IF EXISTS a policy can only be renamed, and statistics can only be set. */
    private Statement statement() {
        if (ifExists) {
            return type == ObjectType.POLICY ? rename().orElseThrow(() -> cursor.failExpected("RENAME TO")) : own();
        }
        return rename().or(this::setSchema)
                .or(this::changeOwner)
                .or(this::dependsOnExtension)
                .orElseGet(this::own);
    }

    private Optional<Statement> rename() {
        if (NEVER_RENAMED.contains(type) || !cursor.acceptWords("rename", "to")) {
            return Optional.empty();
        }
        Name newName = type == ObjectType.ROLE ? NameParser.role(cursor) : NameParser.name(cursor);
        return Optional.of(new ObjectStatement.Rename(
                type, object.name(), object.on(), ifExists, object.parameters(), newName, cursor.spanFrom(start)));
    }

    private Optional<Statement> setSchema() {
        if (!IN_SCHEMAS.contains(type) || !cursor.acceptWords("set", "schema")) {
            return Optional.empty();
        }
        Name schema = NameParser.name(cursor);
        return Optional.of(new ObjectStatement.SetSchema(
                type, object.name(), ifExists, object.parameters(), schema, cursor.spanFrom(start)));
    }

    private Optional<Statement> changeOwner() {
        if (NEVER_OWNED.contains(type) || !cursor.acceptWords("owner", "to")) {
            return Optional.empty();
        }
        Name role = NameParser.role(cursor);
        return Optional.of(new ObjectStatement.ChangeOwner(
                type, object.name(), object.parameters(), role, cursor.spanFrom(start)));
    }

    private Optional<Statement> dependsOnExtension() {
        if (!isRoutine() && type != ObjectType.TRIGGER || !cursor.isAnyWord("no", "depends")) {
            return Optional.empty();
        }
        boolean remove = cursor.acceptWords("no");
        cursor.expectWords("depends", "on", "extension");
        Name extension = NameParser.name(cursor);
        return Optional.of(new ObjectStatement.DependsOnExtension(
                type, object.name(), object.on(), object.parameters(), remove, extension, cursor.spanFrom(start)));
    }

    private boolean isRoutine() {
        return List.of(ObjectType.FUNCTION, ObjectType.PROCEDURE, ObjectType.ROUTINE)
                .contains(type);
    }

    /** What only this type of object takes. */
    private Statement own() {
        ObjectName name = object.name();
        return switch (type) {
            case TYPE -> TypeParser.alter(cursor, start, name);
            case DOMAIN -> DomainParser.alter(cursor, start, name);
            case EXTENSION -> ExtensionParser.alter(cursor, start, name);
            case EVENT_TRIGGER -> EventTriggerParser.alter(cursor, start, name);
            case POLICY -> PolicyParser.alter(cursor, start, name, Objects.requireNonNull(object.on()));
            case FUNCTION, PROCEDURE, ROUTINE ->
                AlterRoutineParser.attributes(
                        cursor,
                        start,
                        type,
                        new RoutineStatement.RoutineName(name, object.parameters(), object.span()));
            default -> ownInSchema(name);
        };
    }

    /** As {@link #own}, for more types of objects that are in schemas. */
    private Statement ownInSchema(ObjectName name) {
        return switch (type) {
            case COLLATION -> CollationParser.alter(cursor, start, name);
            case OPERATOR -> OperatorDefinitionParser.alter(cursor, start, name, operands());
            case OPERATOR_FAMILY -> OperatorDefinitionParser.alterFamily(atObject(), start);
            case STATISTICS -> StatisticsParser.alter(cursor, start, name, ifExists);
            case TEXT_SEARCH_CONFIGURATION -> TextSearchParser.alterConfiguration(cursor, start, name);
            case TEXT_SEARCH_DICTIONARY -> TextSearchParser.alterDictionary(cursor, start, name);
            default -> ownInNoSchema(name.parts().getLast());
        };
    }

    /** As {@link #own}, for more types of objects that are in no schema. */
    private Statement ownInNoSchema(Name name) {
        return switch (type) {
            case DATABASE -> DatabaseParser.alterDatabase(cursor, start, name);
            case FOREIGN_DATA_WRAPPER -> ForeignDataParser.alterWrapper(cursor, start, name);
            case PUBLICATION -> PublicationParser.alter(cursor, start, name);
            case SERVER -> ForeignDataParser.alterServer(cursor, start, name);
            case SUBSCRIPTION -> SubscriptionParser.alter(cursor, start, name);
            case TABLESPACE -> DatabaseParser.alterTablespace(cursor, start, name);
            case USER_MAPPING -> ForeignDataParser.alterUserMapping(atObject(), start);
            default -> throw cursor.failExpected("something that ALTER " + type.words() + " does");
        };
    }

    private List<RoutineStatement.Parameter> operands() {
        return Objects.requireNonNull(object.parameters());
    }

    /** Where the object is named, which is then read again: its reference keeps less of it. */
    private Cursor atObject() {
        cursor.backTo(objectAt);
        return cursor;
    }
}
