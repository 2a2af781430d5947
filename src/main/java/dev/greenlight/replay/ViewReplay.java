package dev.greenlight.replay;

import dev.greenlight.catalog.Index;
import dev.greenlight.catalog.Relation;
import dev.greenlight.catalog.View;
import dev.greenlight.postgres.DataType;
import dev.greenlight.postgres.Persistence;
import dev.greenlight.postgres.QualifiedName;
import dev.greenlight.postgres.SqlState;
import dev.greenlight.replay.typing.Column;
import dev.greenlight.source.Span;
import dev.greenlight.sql.Name;
import dev.greenlight.sql.ObjectName;
import dev.greenlight.sql.ObjectType;
import dev.greenlight.sql.ViewStatement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Runs statements about views and materialized views. */
final class ViewReplay {
    private final Execution execution;
    private final NewNames newNames;

    private ViewReplay(Execution execution) {
        this.execution = execution;
        this.newNames = new NewNames(execution);
    }

    static void apply(ViewStatement statement, Execution execution) {
        ViewReplay replay = new ViewReplay(execution);
        switch (statement) {
            case ViewStatement.CreateView create -> replay.create(create);
            case ViewStatement.CreateMaterializedView create -> replay.create(create);
            case ViewStatement.RefreshMaterializedView refresh -> replay.refresh(refresh);
        }
    }

    /** See {@link Dispatch#afterFailure}. */
    static void afterFailure(ViewStatement statement, Execution execution) {
        switch (statement) {
            case ViewStatement.CreateView create ->
                new ViewReplay(execution).assume(create.name(), create.persistence(), ObjectType.VIEW);
            case ViewStatement.CreateMaterializedView create ->
                new ViewReplay(execution).assume(create.name(), Persistence.PERMANENT, ObjectType.MATERIALIZED_VIEW);
            case ViewStatement.RefreshMaterializedView ignored -> {}
        }
    }

    private void assume(ObjectName written, Persistence persistence, ObjectType type) {
        QualifiedName name = execution.names().schemas().creation(written, persistence);
        Optional<Relation> there = execution.catalog().relation(name);
        if (there.isPresent()) {
            Aftermath.blur(List.of(there.get()), execution);
        } else {
            execution.names().assume(name, type);
        }
    }

    /** PostgreSQL reads the query first and looks at the view's name then. */
    private void create(ViewStatement.CreateView create) {
        QueryNames.Found query = query(create);
        @Nullable List<Column> output = create.recursive() ? null : new QueryTypes(execution).stored(query);
        if (readsTemporary(query)) {
            NewTableRules.requirePlace(
                    create.name().schema(), Persistence.TEMPORARY, create.name().span(), execution);
        }
        List<String> columns = create.recursive()
                ? create.columns().stream().map(Name::value).toList()
                : columns(create.columns(), QueryTypes.names(output), "CREATE VIEW", create.span());
        Persistence persistence = readsTemporary(query) ? Persistence.TEMPORARY : create.persistence();
        QualifiedName name = execution.names().schemas().creation(create.name(), persistence);
        new StorageRules(execution).requireOfView(create.options());
        Optional<Relation> occupant = execution.names().occupant(name);
        if (occupant.isPresent() && create.orReplace()) {
            replace(occupant.get(), columns, types(columns, output), query, create);
            return;
        }
        newNames.requireRelationWithRows(name, create.name().span());
        put(
                view(execution.nextOid(), name, false, columns, types(columns, output), query, create.span()),
                null,
                false,
                create.span());
    }

    /** A recursive view reads itself as WITH RECURSIVE does, which is no view yet. */
    private QueryNames.Found query(ViewStatement.CreateView create) {
        if (!create.recursive()) {
            return new QueryNames(execution).query(create.query());
        }
        return new QueryNames(execution).recursive(create.query(), create.name());
    }

    private void replace(
            Relation occupant,
            @Nullable List<String> columns,
            List<DataType> types,
            QueryNames.Found query,
            ViewStatement.CreateView create) {
        if (!(occupant instanceof View old) || old.materialized()) {
            String message = "\"" + occupant.name().name() + "\" is not a view";
            throw execution.reject(
                    SqlState.WRONG_OBJECT_TYPE, message, create.name().span());
        }
        if (old.columns() != null && columns != null) {
            requireSame(old.columns(), columns, create.name().span());
            requireSameTypes(old, types, create.name().span());
        }
        execution.add(
                new Reference(ObjectType.VIEW, old.name(), null, create.name().span(), old.origin()));
        View view = view(old.oid(), old.name(), false, columns, types, query, create.span());
        put(view.withAttachments(old.attachments()), old, false, create.span());
    }

    /** CREATE OR REPLACE VIEW may only add columns behind those that are there (manual CREATE VIEW). */
    private void requireSame(List<String> old, List<String> columns, Span span) {
        if (columns.size() < old.size()) {
            throw execution.reject(SqlState.INVALID_TABLE_DEFINITION, "cannot drop columns from view", span);
        }
        for (int i = 0; i < old.size(); i++) {
            if (!old.get(i).equals(columns.get(i))) {
                String message =
                        "cannot change name of view column \"" + old.get(i) + "\" to \"" + columns.get(i) + "\"";
                throw execution.reject(SqlState.INVALID_TABLE_DEFINITION, message, span);
            }
        }
    }

    private void requireSameTypes(View old, List<DataType> types, Span span) {
        for (int i = 0; i < old.types().size(); i++) {
            DataType before = old.types().get(i);
            DataType after = types.get(i);
            if (before.isKnown() && after.isKnown() && !before.display().equals(after.display())) {
                String message = "cannot change data type of view column \""
                        + old.columns().get(i) + "\" from " + before.display() + " to " + after.display();
                throw execution.reject(SqlState.INVALID_TABLE_DEFINITION, message, span);
            }
        }
    }

    /** Those of a recursive view are not known. */
    private static List<DataType> types(@Nullable List<String> columns, @Nullable List<Column> output) {
        return columns != null && output == null
                ? Collections.nCopies(columns.size(), DataType.UNKNOWN)
                : QueryTypes.types(output);
    }

    private void create(ViewStatement.CreateMaterializedView create) {
        QueryNames.Found query = new QueryNames(execution).query(create.query());
        QualifiedName name = execution.names().schemas().creation(create.name());
        Optional<Relation> occupant = execution.names().occupant(name);
        if (occupant.isPresent() && create.ifNotExists()) {
            execution.skip(occupant.get());
            return;
        }
        newNames.requireRelationWithRows(name, create.name().span());
        @Nullable List<Column> output = new QueryTypes(execution).stored(query);
        List<String> columns =
                columns(create.columns(), QueryTypes.names(output), "CREATE MATERIALIZED VIEW", create.span());
        if (readsTemporary(query)) {
            String message = "materialized views must not use temporary tables or views";
            throw execution.reject(
                    SqlState.FEATURE_NOT_SUPPORTED, message, create.query().span());
        }
        put(
                view(execution.nextOid(), name, true, columns, types(columns, output), query, create.span()),
                null,
                create.withData(),
                create.span());
    }

    private void put(View view, @Nullable View replaced, boolean filled, Span span) {
        if (filled) {
            ViewRecursion.require(view.needs(), span, execution);
        }
        execution.put(view);
        execution.add(new ObjectOperation.CreateView(view, replaced, filled, span));
    }

    private View view(
            long oid,
            QualifiedName name,
            boolean materialized,
            @Nullable List<String> columns,
            List<DataType> types,
            QueryNames.Found query,
            Span span) {
        return new View(
                oid,
                name,
                materialized,
                columns,
                types,
                query.needs(),
                query.complete(),
                List.of(),
                execution.origin(span));
    }

    private static boolean readsTemporary(QueryNames.Found query) {
        return query.relations().stream()
                .map(QueryNames.FoundRelation::relation)
                .anyMatch(relation -> relation.name().schema().equals(Schemas.TEMPORARY));
    }

    /** The given names stand for the query's first columns. */
    private @Nullable List<String> columns(
            List<Name> given, @Nullable List<String> output, String statement, Span span) {
        if (output == null) {
            return null;
        }
        if (given.size() > output.size()) {
            String message = statement + " specifies more column names than columns";
            throw execution.reject(SqlState.SYNTAX_ERROR, message, span);
        }
        List<String> columns = new ArrayList<>(output);
        for (int i = 0; i < given.size(); i++) {
            columns.set(i, given.get(i).value());
        }
        Lists.repeated(columns, column -> column).ifPresent(column -> {
            String message = "column \"" + column + "\" specified more than once";
            throw execution.reject(SqlState.DUPLICATE_COLUMN, message, span);
        });
        return columns;
    }

    private void refresh(ViewStatement.RefreshMaterializedView refresh) {
        Relation relation = execution.names().relation(refresh.name(), ObjectType.MATERIALIZED_VIEW);
        if (!(relation instanceof View view) || !view.materialized()) {
            String message = "\"" + refresh.name().name() + "\" is not a materialized view";
            throw execution.reject(
                    SqlState.FEATURE_NOT_SUPPORTED, message, refresh.name().span());
        }
        if (refresh.concurrently() && Names.isCertain(view) && !hasKey(view)) {
            String message = "cannot refresh materialized view \"" + view.name() + "\" concurrently";
            throw execution.reject(
                    SqlState.OBJECT_NOT_IN_PREREQUISITE_STATE,
                    message,
                    refresh.name().span());
        }
        if (refresh.withData()) {
            ViewRecursion.require(view.needs(), refresh.span(), execution);
        }
        execution.add(new ObjectOperation.RefreshMaterializedView(
                view, refresh.concurrently(), refresh.withData(), refresh.span()));
    }

    /** CONCURRENTLY needs a unique index on columns only and without WHERE (manual REFRESH MATERIALIZED VIEW). */
    private boolean hasKey(View view) {
        return execution
                .catalog()
                .indexesOf(view.oid())
                .anyMatch(index -> index.unique() && !index.partial() && index.valid() && plain(index));
    }

    private static boolean plain(Index index) {
        return index.keys().stream().allMatch(key -> key.expression() == null);
    }
}
