package dev.greenlight.replay;

import dev.greenlight.catalog.Column;
import dev.greenlight.catalog.Index;
import dev.greenlight.catalog.Needs;
import dev.greenlight.catalog.Origin;
import dev.greenlight.catalog.Relation;
import dev.greenlight.catalog.Sequence;
import dev.greenlight.catalog.Table;
import dev.greenlight.catalog.View;
import dev.greenlight.postgres.DataType;
import dev.greenlight.postgres.SqlState;
import dev.greenlight.postgres.SystemRelations.SystemColumn;
import dev.greenlight.postgres.SystemRelations.SystemRelation;
import dev.greenlight.source.Span;
import dev.greenlight.sql.Expression;
import dev.greenlight.sql.ObjectName;
import dev.greenlight.sql.Query;
import dev.greenlight.sql.TypeName;
import dev.greenlight.sql.query.ColumnReference;
import dev.greenlight.sql.query.ColumnResolver;
import dev.greenlight.sql.query.ExpressionReader;
import dev.greenlight.sql.query.ExpressionReferences;
import dev.greenlight.sql.query.FunctionCall;
import dev.greenlight.sql.query.OutputColumn;
import dev.greenlight.sql.query.QueryReader;
import dev.greenlight.sql.query.QueryReferences;
import dev.greenlight.sql.query.RelationReference;
import dev.greenlight.sql.query.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds what a query or expression names: relations, columns in their scope, types, routines and sequences. Like
 * {@link Names}, for what {@code sql.query} has read; it fails only where everything in scope is known.
 */
final class QueryNames {
    private static final List<String> SEQUENCE_COLUMNS = List.of("last_value", "log_cnt", "is_called");

    private final Execution execution;
    private final ColumnResolver resolver;
    private final NeedsBuilder needs = new NeedsBuilder();
    private boolean complete = true;

    QueryNames(Execution execution) {
        this.execution = execution;
        this.resolver = new ColumnResolver(this::columnsOf, this::mayBeSame);
    }

    /**
     * A query with its names found.
     *
     * @param query the query itself
     * @param relations those in its text, in order, but for the system's own
     * @param output the names of its columns; null where they are not known
     * @param typed its columns where they were read for their types; null where they were not, or are not known
     * @param complete whether {@code needs} is known to hold all
     */
    record Found(
            Query query,
            QueryReferences references,
            List<FoundRelation> relations,
            Needs needs,
            @Nullable List<String> output,
            @Nullable List<dev.greenlight.replay.typing.Column> typed,
            boolean complete) {
        Found withTypes(@Nullable List<dev.greenlight.replay.typing.Column> columns, Needs all) {
            return new Found(query, references, relations, all, output, columns, complete);
        }

        /** Whether it certainly gives no columns. */
        boolean givesNothing() {
            return references.complete() && references.output().isEmpty();
        }
    }

    record FoundRelation(RelationReference reference, Relation relation) {}

    Found query(Query query) {
        return query(query, execution.surroundings().variables());
    }

    Found query(Query query, Scope outer) {
        QueryReferences references = QueryReader.read(query, outer);
        if (references.namesNothing()) {
            return nothing(query, references);
        }
        Found found = found(query, references);
        if (!references.complete()) {
            return found;
        }
        @Nullable List<dev.greenlight.replay.typing.Column> typed = new QueryTypes(execution).require(query, needs);
        return found.withTypes(typed, needs.build());
    }

    private static Found nothing(Query query, QueryReferences references) {
        List<String> names =
                references.output().stream().map(OutputColumn::name).toList();
        return new Found(query, references, List.of(), Needs.NOTHING, names, null, true);
    }

    private Found found(Query query, QueryReferences references) {
        List<FoundRelation> relations = relations(references.relations(), references.complete());
        functions(references.functions());
        if (!references.complete()) {
            return new Found(query, references, relations, needs.build(), null, null, false);
        }
        references.columns().forEach(this::column);
        references.types().forEach(this::type);
        List<ColumnResolver.NamedColumn> output = resolver.expand(references.output());
        if (output == null) {
            return new Found(query, references, relations, needs.build(), null, null, complete);
        }
        List<String> names =
                output.stream().map(ColumnResolver.NamedColumn::name).toList();
        return new Found(query, references, relations, needs.build(), names, null, complete);
    }

    /** The type of a relation's column; unknown where it has none of that name. */
    static DataType typeOf(Relation relation, String column) {
        return switch (relation) {
            case Table table -> table.column(column).map(Column::type).orElse(DataType.UNKNOWN);
            case View view -> view.type(column);
            case Index ignored -> DataType.UNKNOWN;
            case Sequence ignored -> DataType.UNKNOWN;
        };
    }

    /** The query of a view that names itself in it; what it needs is then not known in full. */
    Found recursive(Query query, ObjectName self) {
        QueryReferences references = QueryReader.read(query);
        List<RelationReference> others = references.relations().stream()
                .filter(reference -> !reference.name().name().equals(self.name()))
                .toList();
        return new Found(query, references, relations(others, references.complete()), needs.build(), null, null, false);
    }

    /** What an expression needs beside the columns of the table that it stands at. */
    Needs expression(Expression expression, Scope scope) {
        ExpressionReferences references = ExpressionReader.read(expression, scope);
        relations(references.relations(), references.complete());
        functions(references.functions());
        if (references.complete()) {
            references.columns().forEach(this::column);
            references.types().forEach(this::type);
        }
        return needs.build();
    }

    /** Where a query was not understood in full, its relations are a guess that fails nothing. */
    private List<FoundRelation> relations(List<RelationReference> references, boolean understood) {
        List<FoundRelation> found = new ArrayList<>();
        for (RelationReference reference : references) {
            relation(reference.name(), understood).ifPresent(relation -> {
                found.add(new FoundRelation(reference, relation));
                needs.relation(relation.oid());
            });
        }
        return found;
    }

    private Optional<Relation> relation(ObjectName name, boolean required) {
        Names names = execution.names();
        if (required && names.isOfOtherVersion(name)) {
            String message = "PostgreSQL " + execution.version() + " has no relation \"" + name + "\"";
            throw execution.reject(SqlState.UNDEFINED_TABLE, message, name.span());
        }
        if (names.isSystem(name) || !required && names.find(name).isEmpty()) {
            return Optional.empty();
        }
        Relation relation = names.queried(name);
        if (relation instanceof Index && Names.isCertain(relation)) {
            String message = "cannot open relation \"" + relation.name().name() + "\"";
            throw execution.reject(SqlState.WRONG_OBJECT_TYPE, message, name.span());
        }
        return Optional.of(relation);
    }

    private boolean mayBeSame(ObjectName one, ObjectName other) {
        Optional<Relation> written = execution.names().find(one);
        Optional<Relation> meant = execution.names().find(other);
        return written.isPresent() && meant.isPresent()
                ? written.get().oid() == meant.get().oid()
                : one.schema().isEmpty() || one.schema().equals(other.schema());
    }

    private @Nullable List<String> columnsOf(ObjectName name) {
        Names names = execution.names();
        return names.system(name)
                .map(QueryNames::columnsOf)
                .or(() -> names.find(name).map(QueryNames::columnsOf))
                .orElse(null);
    }

    private static List<String> columnsOf(SystemRelation relation) {
        return relation.columns().stream().map(SystemColumn::name).toList();
    }

    private static @Nullable List<String> columnsOf(Relation relation) {
        return switch (relation) {
            case Table table
            when table.columnsKnown() ->
                table.columns().stream().map(Column::name).toList();
            case View view -> view.columns();
            case Sequence ignored -> SEQUENCE_COLUMNS;
            case Table ignored -> null;
            case Index ignored -> null;
        };
    }

    private void type(TypeName name) {
        DataType type = execution.names().type(name);
        if (!type.isBuiltIn() && type.isKnown()) {
            needs.type(type.name());
        }
    }

    private void functions(List<FunctionCall> calls) {
        RoutineNames routines = new RoutineNames(execution);
        for (FunctionCall call : calls) {
            routines.called(call).ifPresent(needs::routine);
            routines.sequence(call).ifPresent(sequence -> needs.relation(sequence.oid()));
        }
    }

    private void column(ColumnReference reference) {
        switch (resolver.resolve(reference)) {
            case ColumnResolver.Resolution.Found found ->
                found.columns()
                        .forEach(column -> keep(column, reference.column().span()));
            case ColumnResolver.Resolution.NoColumn ignored -> {
                new MissingColumns(execution).column(reference);
                complete = false;
            }
            case ColumnResolver.Resolution.NoRelation ignored -> {
                new MissingColumns(execution).relation(reference);
                complete = false;
            }
            case ColumnResolver.Resolution.Ambiguous ignored -> {
                String message = "column reference \"" + reference.column().value() + "\" is ambiguous";
                throw execution.reject(SqlState.AMBIGUOUS_COLUMN, message, reference.span());
            }
            case ColumnResolver.Resolution.Unknown ignored -> complete = false;
        }
    }

    private void keep(ColumnResolver.RelationColumn column, Span span) {
        execution.names().find(column.relation().name()).ifPresent(relation -> {
            int number = number(relation, column.column());
            if (number > 0) {
                needs.column(relation.oid(), number);
            }
            execution.add(new Reference(
                    Names.typeOf(relation), relation.name(), column.column(), span, origin(relation, number)));
        });
    }

    /** 0 for a system column. */
    private static int number(Relation relation, String column) {
        return switch (relation) {
            case Table table -> table.column(column).map(Column::number).orElse(0);
            case View view -> view.columns() == null ? 0 : view.columns().indexOf(column) + 1;
            case Index ignored -> 0;
            case Sequence ignored -> 0;
        };
    }

    private static @Nullable Origin origin(Relation relation, int column) {
        return relation instanceof Table table
                ? table.column(column).map(Column::origin).orElse(relation.origin())
                : relation.origin();
    }
}
