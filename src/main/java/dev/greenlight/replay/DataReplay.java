package dev.greenlight.replay;

import dev.greenlight.catalog.Index;
import dev.greenlight.catalog.Relation;
import dev.greenlight.catalog.Sequence;
import dev.greenlight.catalog.Table;
import dev.greenlight.catalog.View;
import dev.greenlight.postgres.SqlState;
import dev.greenlight.source.Span;
import dev.greenlight.sql.DataStatement;
import dev.greenlight.sql.Name;
import dev.greenlight.sql.ObjectName;
import dev.greenlight.sql.Query;
import dev.greenlight.sql.Statement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runs queries and statements that change rows: checks what they name, and says which relations they read and write. */
final class DataReplay {
    private final Execution execution;

    private DataReplay(Execution execution) {
        this.execution = execution;
    }

    static void apply(DataStatement statement, Execution execution) {
        DataReplay replay = new DataReplay(execution);
        switch (statement) {
            case DataStatement.Select select -> replay.select(select);
            case DataStatement.Copy copy -> replay.copy(copy);
            case DataStatement.Wrapped wrapped -> replay.wrapped(wrapped);
            case DataStatement.Insert insert -> replay.write(insert, insert.query());
            case DataStatement.Update update -> replay.write(update, update.query());
            case DataStatement.Delete delete -> replay.write(delete, delete.query());
            case DataStatement.Merge merge -> replay.write(merge, merge.query());
        }
    }

    /** See {@link Dispatch#afterFailure}: rows are not modelled, so nothing that would have changed is. */
    static void afterFailure(DataStatement statement, Execution execution) {
        switch (statement) {
            case DataStatement.Wrapped wrapped
            when wrapped.runs() && wrapped.inner() != null -> Dispatch.afterFailure(wrapped.inner(), execution);
            case DataStatement.Wrapped ignored -> {}
            case DataStatement.Select ignored -> {}
            case DataStatement.Insert ignored -> {}
            case DataStatement.Update ignored -> {}
            case DataStatement.Delete ignored -> {}
            case DataStatement.Merge ignored -> {}
            case DataStatement.Copy ignored -> {}
        }
    }

    private void select(DataStatement.Select select) {
        QueryNames.Found found = new QueryNames(execution).query(select.query());
        read(found, select.span());
        useSequences(found, select.span());
        select.with().forEach(this::writeTarget);
        CodeReplay code = new CodeReplay(execution);
        code.searchPath(found.references().functions());
        code.query(
                found.references().functions(), found.references().relations().isEmpty());
    }

    /** PostgreSQL opens the target first, reads the query then, and looks at the target's columns last. */
    private void write(DataStatement statement, Query query) {
        Target target = target(statement);
        if (target != null && !execution.names().isSystem(target.name())) {
            requireWritable(
                    execution.names().queried(target.name()), target.name().span());
        }
        QueryNames.Found found = new QueryNames(execution).query(query);
        writeTarget(statement);
        read(found, statement.span());
        useSequences(found, statement.span());
        new CodeReplay(execution).called(found.references().functions());
    }

    /** What a statement writes to. */
    private record Target(
            ObjectName name,
            List<Name> columns,
            DataOperation.Kind kind,
            boolean allRows,
            boolean bounded,
            boolean only) {}

    private static @Nullable Target target(DataStatement statement) {
        return switch (statement) {
            case DataStatement.Insert insert ->
                new Target(insert.table(), insert.columns(), DataOperation.Kind.INSERT, false, insert.values(), true);
            case DataStatement.Update update ->
                new Target(
                        update.table(),
                        update.columns(),
                        DataOperation.Kind.UPDATE,
                        !update.where() || Conditions.isAlwaysTrue(update.query()),
                        false,
                        update.only());
            case DataStatement.Delete delete ->
                new Target(
                        delete.table(),
                        List.of(),
                        DataOperation.Kind.DELETE,
                        !delete.where() || Conditions.isAlwaysTrue(delete.query()),
                        false,
                        delete.only());
            case DataStatement.Merge merge ->
                new Target(merge.table(), List.of(), DataOperation.Kind.MERGE, false, false, false);
            case DataStatement.Select ignored -> null;
            case DataStatement.Copy ignored -> null;
            case DataStatement.Wrapped ignored -> null;
        };
    }

    /** The statement's own target and those of the statements in its WITH. */
    private void writeTarget(DataStatement statement) {
        with(statement).forEach(this::writeTarget);
        Target target = target(statement);
        if (target == null || execution.names().isSystem(target.name())) {
            return;
        }
        Relation relation = execution.names().queried(target.name());
        requireWritable(relation, target.name().span());
        target.columns().forEach(column -> new Descriptions(execution).requireColumn(relation, column));
        execution.add(new DataOperation.Write(
                relation,
                target.kind(),
                target.allRows(),
                target.bounded(),
                target.only(),
                target.columns().stream().map(Name::value).toList(),
                statement.span()));
        new CodeReplay(execution).fireTriggers(relation);
    }

    private static List<DataStatement> with(DataStatement statement) {
        return switch (statement) {
            case DataStatement.Insert insert -> insert.with();
            case DataStatement.Update update -> update.with();
            case DataStatement.Delete delete -> delete.with();
            case DataStatement.Merge merge -> merge.with();
            case DataStatement.Select select -> select.with();
            case DataStatement.Copy ignored -> List.of();
            case DataStatement.Wrapped ignored -> List.of();
        };
    }

    private void requireWritable(Relation relation, Span span) {
        if (!Names.isCertain(relation)) {
            return;
        }
        String name = "\"" + relation.name().name() + "\"";
        switch (relation) {
            case View view when view.materialized() -> throw wrongKind("cannot change materialized view " + name, span);
            case Sequence ignored -> throw wrongKind("cannot change sequence " + name, span);
            case Index ignored -> throw wrongKind("cannot open relation " + name, span);
            case View ignored -> {}
            case Table ignored -> {}
        }
    }

    private Rejected wrongKind(String message, Span span) {
        return execution.reject(SqlState.WRONG_OBJECT_TYPE, message, span);
    }

    private void read(QueryNames.Found found, Span span) {
        RelationReads.add(found, DataOperation.Stage.RUN, span, execution);
    }

    private void useSequences(QueryNames.Found found, Span span) {
        RoutineNames routines = new RoutineNames(execution);
        found.references().functions().stream()
                .flatMap(call -> routines.sequence(call).stream())
                .distinct()
                .forEach(sequence -> execution.add(new DataOperation.UseSequence(sequence, span)));
    }

    private void copy(DataStatement.Copy copy) {
        if (copy.query() != null) {
            read(new QueryNames(execution).query(copy.query()), copy.span());
        }
        if (copy.table() == null || execution.names().isSystem(copy.table())) {
            return;
        }
        Relation relation = execution.names().queried(copy.table());
        requireCopyable(relation, copy, copy.table().span());
        copy.columns().forEach(column -> new Descriptions(execution).requireColumn(relation, column));
        execution.add(
                copy.from()
                        ? new DataOperation.Write(
                                relation, DataOperation.Kind.COPY, false, false, true, List.of(), copy.span())
                        : new DataOperation.Read(relation, false, DataOperation.Stage.RUN, copy.span()));
    }

    /** Manual COPY; into a view rows may go by its triggers. */
    private void requireCopyable(Relation relation, DataStatement.Copy copy, Span span) {
        boolean refused = switch (relation) {
            case Table ignored -> false;
            case View view -> view.materialized() || !copy.from();
            case Sequence ignored -> true;
            case Index ignored -> true;
        };
        if (refused && Names.isCertain(relation)) {
            String message = "cannot copy " + (copy.from() ? "to " : "from ") + relation.kindWords() + " \""
                    + relation.name().name() + "\"";
            throw wrongKind(message, span);
        }
    }

    /** What is only prepared or explained is checked all the same. */
    private void wrapped(DataStatement.Wrapped wrapped) {
        Statement inner = wrapped.inner();
        if (inner == null) {
            execution.opaque("runs a prepared statement");
        } else if (wrapped.runs()) {
            Dispatch.apply(inner, execution);
        } else {
            boolean planned = wrapped.kind().equals("EXPLAIN");
            look(inner, planned ? DataOperation.Stage.PLANNED : DataOperation.Stage.ANALYZED);
        }
    }

    private void look(Statement statement, DataOperation.Stage stage) {
        Execution apart = execution.again(execution.database());
        Dispatch.apply(statement, apart);
        if (statement instanceof DataStatement.Select) {
            apart.references().forEach(execution::add);
            apart.operations().stream()
                    .filter(DataOperation.Read.class::isInstance)
                    .map(DataOperation.Read.class::cast)
                    .map(read -> new DataOperation.Read(read.relation(), read.forUpdate(), stage, read.span()))
                    .forEach(execution::add);
        }
    }
}
