package dev.greenlight.replay;

import dev.greenlight.catalog.Column;
import dev.greenlight.catalog.Table;
import dev.greenlight.catalog.Type;
import dev.greenlight.postgres.SqlState;
import dev.greenlight.source.Span;
import dev.greenlight.sql.DropBehavior;
import dev.greenlight.sql.Name;
import dev.greenlight.sql.ObjectType;
import dev.greenlight.sql.TypeStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Runs ALTER TYPE on the attributes of composite types (manual 8.16). */
final class CompositeReplay {
    private final Execution execution;

    CompositeReplay(Execution execution) {
        this.execution = execution;
    }

    void alter(TypeStatement.AlterComposite alter) {
        Optional<Type> found = new TypeObjects(execution).require(alter.name());
        if (found.isEmpty() || found.get() instanceof Type.Other) {
            return;
        }
        if (!(found.get() instanceof Type.Composite composite)) {
            throw execution.names().missing(alter.name(), ObjectType.TYPE);
        }
        Type.Composite after = composite;
        alter.actions()
                .forEach(action -> new TypedTables(execution)
                        .requireNone(composite, behavior(action), alter.name().span()));
        for (TypeStatement.AttributeAction action : alter.actions()) {
            after = apply(after, action);
        }
        Type.Composite result = after;
        List<Table> users = new TypeObjects(execution).users(composite.name());
        execution.change(catalog -> catalog.with(result));
        execution.add(new ObjectOperation.ChangeComposite(composite, users, alter.span()));
    }

    private static DropBehavior behavior(TypeStatement.AttributeAction action) {
        return switch (action) {
            case TypeStatement.AttributeAction.Add add -> add.behavior();
            case TypeStatement.AttributeAction.Drop drop -> drop.behavior();
            case TypeStatement.AttributeAction.ChangeType change -> change.behavior();
        };
    }

    private Type.Composite apply(Type.Composite type, TypeStatement.AttributeAction action) {
        return switch (action) {
            case TypeStatement.AttributeAction.Add add -> add(type, add);
            case TypeStatement.AttributeAction.Drop drop -> drop(type, drop);
            case TypeStatement.AttributeAction.ChangeType change -> changeType(type, change);
        };
    }

    private Type.Composite add(Type.Composite type, TypeStatement.AttributeAction.Add add) {
        Name name = add.attribute().name();
        requireNew(type, name);
        List<Column> attributes = new ArrayList<>(type.attributes());
        int number = attributes.stream().mapToInt(Column::number).max().orElse(0) + 1;
        Column attribute = TypeReplay.attribute(add.attribute(), number, execution);
        requireNotItself(type, attribute, add.span());
        attributes.add(attribute);
        return with(type, attributes);
    }

    private void requireNotItself(Type.Composite type, Column attribute, Span span) {
        if (new TypeObjects(execution).uses(attribute.type(), type.name())) {
            String message = "composite type " + type.name().name() + " cannot be made a member of itself";
            throw execution.reject(SqlState.INVALID_TABLE_DEFINITION, message, span);
        }
    }

    private void requireNew(Type.Composite type, Name name) {
        if (find(type, name.value()).isPresent()) {
            String message = "column \"" + name.value() + "\" of relation \""
                    + type.name().name() + "\" already exists";
            throw execution.reject(SqlState.DUPLICATE_COLUMN, message, name.span());
        }
    }

    private Type.Composite drop(Type.Composite type, TypeStatement.AttributeAction.Drop drop) {
        Optional<Column> attribute = find(type, drop.attribute().value());
        if (attribute.isEmpty() && drop.ifExists()) {
            return type;
        }
        List<Column> attributes = new ArrayList<>(type.attributes());
        attributes.remove(attribute.orElseThrow(() -> missing(type, drop.attribute())));
        return with(type, attributes);
    }

    /** A type cannot change within a column, whose rows would have to be rewritten (manual ALTER TYPE). */
    private Type.Composite changeType(Type.Composite type, TypeStatement.AttributeAction.ChangeType change) {
        Column attribute = find(type, change.attribute().value()).orElseThrow(() -> missing(type, change.attribute()));
        requireUnused(type, change.span());
        Column changed = attribute.withType(execution.names().type(change.type()), execution.origin(change.span()));
        return with(
                type,
                type.attributes().stream()
                        .map(other -> other == attribute ? changed : other)
                        .toList());
    }

    private void requireUnused(Type.Composite type, Span span) {
        for (Table table : new TypeObjects(execution).users(type.name())) {
            for (Column column : table.columns()) {
                if (column.type().name().equals(type.name())) {
                    String message = "cannot alter type \"" + type.name().name() + "\" because column \""
                            + table.name().name() + "." + column.name() + "\" uses it";
                    throw execution.reject(SqlState.FEATURE_NOT_SUPPORTED, message, span);
                }
            }
        }
    }

    /** {@code ALTER TYPE … RENAME ATTRIBUTE}. */
    void rename(Type.Composite type, Name attribute, Name newName, DropBehavior behavior, Span span) {
        new TypedTables(execution).requireNone(type, behavior, span);
        Column renamed = find(type, attribute.value())
                .orElseThrow(() -> missing(type, attribute, "column \"" + attribute.value() + "\" does not exist"));
        requireNew(type, newName);
        List<Column> attributes = type.attributes().stream()
                .map(other -> other == renamed ? other.withName(newName.value()) : other)
                .toList();
        execution.change(catalog -> catalog.with(with(type, attributes)));
        execution.add(new ObjectOperation.ChangeComposite(type, new TypeObjects(execution).users(type.name()), span));
    }

    private static Optional<Column> find(Type.Composite type, String attribute) {
        return type.attributes().stream()
                .filter(column -> column.name().equals(attribute))
                .findFirst();
    }

    private static Type.Composite with(Type.Composite type, List<Column> attributes) {
        return new Type.Composite(type.name(), attributes, type.origin());
    }

    private Rejected missing(Type.Composite type, Name attribute) {
        String message = "column \"" + attribute.value() + "\" of relation \""
                + type.name().name() + "\" does not exist";
        return missing(type, attribute, message);
    }

    private Rejected missing(Type.Composite type, Name attribute, String message) {
        return execution.rejectMissing(
                SqlState.UNDEFINED_COLUMN,
                message,
                attribute.span(),
                new Missing(ObjectType.TYPE, type.name(), attribute.value()));
    }
}
