package dev.greenlight.replay;

import dev.greenlight.catalog.Type;
import dev.greenlight.postgres.Identifiers;
import dev.greenlight.postgres.SqlState;
import dev.greenlight.sql.Name;
import dev.greenlight.sql.ObjectType;
import dev.greenlight.sql.TypeStatement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runs ALTER TYPE on the labels of enum types (manual 8.7). */
final class EnumReplay {
    private final Execution execution;

    EnumReplay(Execution execution) {
        this.execution = execution;
    }

    void add(TypeStatement.AddEnumValue add) {
        new TypeObjects(execution).requireEnum(add.name()).ifPresent(type -> add(type, add));
    }

    /** A label is a name and as long as one at most (manual 8.7.4). */
    static void requireShort(Name label, Execution execution) {
        if (!Identifiers.truncate(label.value()).equals(label.value())) {
            String message = "invalid enum label \"" + label.value() + "\"";
            throw execution.reject(SqlState.INVALID_NAME, message, label.span());
        }
    }

    private void add(Type.Enum type, TypeStatement.AddEnumValue add) {
        requireShort(add.label(), execution);
        String label = add.label().value();
        if (type.labels().contains(label)) {
            if (add.ifNotExists()) {
                execution.skip(null);
                return;
            }
            requireGone(add.label());
        }
        List<String> labels = new ArrayList<>(type.labels());
        labels.add(place(type, add.neighbour(), add.before()), label);
        execution.change(catalog -> catalog.with(new Type.Enum(type.name(), labels, type.origin())));
        execution.add(new ObjectOperation.AddEnumValue(type, label, add.span()));
    }

    private int place(Type.Enum type, @Nullable Name neighbour, boolean before) {
        if (neighbour == null) {
            return type.labels().size();
        }
        int place = require(type, neighbour) + (before ? 0 : 1);
        return Math.min(place, type.labels().size());
    }

    void rename(TypeStatement.RenameEnumValue rename) {
        new TypeObjects(execution).requireEnum(rename.name()).ifPresent(type -> rename(type, rename));
    }

    private void rename(Type.Enum type, TypeStatement.RenameEnumValue rename) {
        int place = require(type, rename.label());
        String newLabel = rename.newLabel().value();
        if (type.labels().contains(newLabel)) {
            requireGone(rename.newLabel());
        }
        List<String> labels = new ArrayList<>(type.labels());
        if (place < labels.size()) {
            labels.set(place, newLabel);
        } else {
            labels.add(newLabel);
        }
        execution.change(catalog -> catalog.with(new Type.Enum(type.name(), labels, type.origin())));
        execution.add(new ObjectOperation.RenameEnumValue(type, rename.label().value(), newLabel, rename.span()));
    }

    /** Where a label stands; the end for one that code may have added which was not followed. */
    private int require(Type.Enum type, Name label) {
        int place = type.labels().indexOf(label.value());
        if (place >= 0) {
            return place;
        }
        if (execution.mayExist(ObjectType.TYPE, label.value())) {
            return type.labels().size();
        }
        String message = "\"" + label.value() + "\" is not an existing enum label";
        throw execution.rejectMissing(
                SqlState.INVALID_PARAMETER_VALUE,
                message,
                label.span(),
                new Missing(ObjectType.TYPE, type.name(), label.value()));
    }

    /** A label that is there may have been renamed, or its type dropped, by code that was not followed. */
    private void requireGone(Name label) {
        if (!execution.mayBeGone(ObjectType.TYPE, label.value())) {
            String message = "enum label \"" + label.value() + "\" already exists";
            throw execution.reject(SqlState.DUPLICATE_OBJECT, message, label.span());
        }
    }
}
