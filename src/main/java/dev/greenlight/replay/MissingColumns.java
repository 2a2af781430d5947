package dev.greenlight.replay;

import dev.greenlight.catalog.Relation;
import dev.greenlight.postgres.SqlState;
import dev.greenlight.sql.ObjectName;
import dev.greenlight.sql.ObjectType;
import dev.greenlight.sql.query.ColumnReference;
import dev.greenlight.sql.query.FromItem;
import dev.greenlight.sql.query.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Says what a column reference that nothing in scope has fails with. It returns where something else may be meant. */
final class MissingColumns {
    private final Execution execution;

    MissingColumns(Execution execution) {
        this.execution = execution;
    }

    /** Throws {@link Rejected} with 42P01, unless code that is around may be meant. */
    void relation(ColumnReference reference) {
        Set<String> labels = execution.surroundings().values().labels();
        ObjectName qualifier = reference.qualifier();
        if (qualifier == null || qualifier.schema().filter(labels::contains).isEmpty()) {
            String message = "missing FROM-clause entry for table \"" + qualifier + "\"";
            throw execution.reject(SqlState.UNDEFINED_TABLE, message, reference.span());
        }
    }

    /** Throws {@link Rejected} with 42703, unless a function or what is not known may be meant. */
    void column(ColumnReference reference) {
        String column = reference.column().value();
        boolean function = reference.qualifier() != null && new RoutineNames(execution).exists(column);
        if (function || execution.mayExist(ObjectType.COLUMN, column)) {
            return;
        }
        if (isParameter(reference)) {
            relation(reference);
            return;
        }
        Missing missing = owner(reference.scope(), reference.qualifier())
                .map(relation -> new Missing(Names.typeOf(relation), relation.name(), column))
                .orElse(null);
        String message = columnWords(reference) + " does not exist";
        throw new Rejected(new SqlError(SqlState.UNDEFINED_COLUMN, message, reference.span(), missing, null));
    }

    /** Of a body in SQL a field that a parameter does not have is none (functions.c, {@code sql_fn_post_column_ref}). */
    private boolean isParameter(ColumnReference reference) {
        ObjectName qualifier = reference.qualifier();
        return qualifier != null
                && execution.surroundings().values().types().containsKey(qualifier.name())
                && !isItem(reference.scope(), qualifier.name());
    }

    private static boolean isItem(Scope scope, String name) {
        for (Scope level = scope; level != null; level = level.outer()) {
            if (items(level).stream().anyMatch(item -> item.name().value().equals(name))) {
                return true;
            }
        }
        return false;
    }

    /** The relation that should have had a column, where there is no doubt which. */
    private Optional<Relation> owner(Scope scope, @Nullable ObjectName qualifier) {
        List<FromItem.Relation> items = items(scope);
        items.removeIf(item -> qualifier != null && !item.name().value().equals(qualifier.name()));
        return items.size() == 1
                ? execution.names().find(items.getFirst().relation().name())
                : Optional.empty();
    }

    private static List<FromItem.Relation> items(Scope scope) {
        List<FromItem.Relation> items = new ArrayList<>();
        scope.items().forEach(item -> collect(item, items));
        return items;
    }

    private static void collect(FromItem item, List<FromItem.Relation> into) {
        switch (item) {
            case FromItem.Relation relation -> into.add(relation);
            case FromItem.Join join -> {
                collect(join.left(), into);
                collect(join.right(), into);
            }
            case FromItem.Derived ignored -> {}
            case FromItem.Qualified ignored -> {}
        }
    }

    /** PostgreSQL quotes a bare name only. */
    private static String columnWords(ColumnReference reference) {
        return reference.qualifier() == null ? "column \"" + reference + "\"" : "column " + reference;
    }
}
