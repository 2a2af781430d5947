package dev.greenlight.replay;

import dev.greenlight.catalog.Needs;
import dev.greenlight.source.SourceFile;
import dev.greenlight.sql.DataStatement;
import dev.greenlight.sql.Query;
import dev.greenlight.sql.RoutineStatement;
import dev.greenlight.sql.Statement;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads a body in SQL as a server does when the routine is made: each query by itself, with the parameters around it,
 * on the database as it is then, and at last what the routine returns ({@code fmgr_sql_validator} in pg_proc.c; manual
 * 36.5). Other statements are read when they run.
 */
final class SqlRoutineBody {
    private final Execution execution;
    private final RoutineStatement.CreateRoutine create;
    private final CodeVariables parameters;

    SqlRoutineBody(Execution execution, RoutineStatement.CreateRoutine create) {
        this.execution = execution;
        this.create = create;
        this.parameters = new RoutineParameters(create, execution).variables(List.of());
    }

    /**
     * Fails with the first thing that is wrong.
     *
     * @param text where the statements have their places
     * @return what the body needs
     */
    Needs read(List<Statement> statements, SourceFile text) {
        NeedsBuilder needs = new NeedsBuilder();
        if (statements.isEmpty()) {
            new SqlResult(create, execution).requireNothing();
        }
        for (Statement statement : statements) {
            Execution inner = execution.within(text, execution.database(), execution.transaction(), surroundings());
            try {
                boolean last = statement == statements.getLast();
                needs.all(needs(last ? last(create, statement, inner) : found(statement, inner)));
            } catch (Rejected rejected) {
                throw new Rejected(CodeFrame.moved(rejected.error(), text, execution.file()));
            }
            keep(inner, text);
        }
        return needs.build();
    }

    private static Needs needs(QueryNames.@Nullable Found found) {
        return found == null ? Needs.NOTHING : found.needs();
    }

    private static QueryNames.@Nullable Found found(Statement statement, Execution inner) {
        return query(statement)
                .map(query -> {
                    QueryNames.Found found = new QueryNames(inner).query(query);
                    ViewRecursion.require(found, query.span(), inner);
                    return found;
                })
                .orElse(null);
    }

    /** Reads the last statement of a body, in the workspace for it; fails where it does not give what the routine returns. */
    static QueryNames.@Nullable Found last(RoutineStatement.CreateRoutine create, Statement last, Execution inner) {
        QueryNames.@Nullable Found found = found(last, inner);
        new SqlResult(create, inner).require(last, found);
        return found;
    }

    private Surroundings surroundings() {
        return execution.surroundings().within(parameters.scope(), parameters, new CodeBudget());
    }

    /** What is assumed for it is assumed from then on, and what it names is named by the statement that makes it. */
    private void keep(Execution inner, SourceFile text) {
        execution.become(inner.database());
        inner.references().stream()
                .map(reference -> reference.withSpan(text.in(execution.file(), reference.span())))
                .forEach(execution::add);
    }

    private static Optional<Query> query(Statement statement) {
        return statement instanceof DataStatement data ? query(data) : Optional.empty();
    }

    private static Optional<Query> query(DataStatement statement) {
        return switch (statement) {
            case DataStatement.Select select -> Optional.of(select.query());
            case DataStatement.Insert insert -> Optional.of(insert.query());
            case DataStatement.Update update -> Optional.of(update.query());
            case DataStatement.Delete delete -> Optional.of(delete.query());
            case DataStatement.Merge merge -> Optional.of(merge.query());
            case DataStatement.Copy ignored -> Optional.empty();
            case DataStatement.Wrapped ignored -> Optional.empty();
        };
    }
}
