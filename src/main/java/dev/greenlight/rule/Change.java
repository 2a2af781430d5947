package dev.greenlight.rule;

import dev.greenlight.catalog.Catalog;
import dev.greenlight.catalog.Column;
import dev.greenlight.catalog.Origin;
import dev.greenlight.catalog.Relation;
import dev.greenlight.catalog.Table;
import dev.greenlight.effect.Effect;
import dev.greenlight.effect.HeldLock;
import dev.greenlight.effect.OperationEffect;
import dev.greenlight.graph.DependencyGraph;
import dev.greenlight.replay.HistoryRun;
import dev.greenlight.replay.MigrationRun;
import dev.greenlight.replay.Operation;
import dev.greenlight.replay.Outcome;
import dev.greenlight.replay.Step;
import dev.greenlight.source.Span;
import dev.greenlight.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a rule sees of one statement: what it did to the catalog, what that does to a live database, and what stands
 * around it.
 *
 * @param transaction the steps of its transaction within its migration, itself included
 * @param held what earlier statements of its transaction keep locked against writers, or against everybody
 */
public record Change(
        HistoryRun history,
        DependencyGraph graph,
        MigrationRun migration,
        List<Step> transaction,
        List<HeldLock> held,
        Step step,
        Effect effect) {
    public Statement statement() {
        return step.statement();
    }

    public <T extends Operation> Stream<T> operations(Class<T> type) {
        // Each statement is asked for dozens of types, of which it has one at most.
        List<T> found = List.of();
        for (Operation operation : step.operations()) {
            if (type.isInstance(operation)) {
                found = found.isEmpty() ? new ArrayList<>() : found;
                found.add(type.cast(operation));
            }
        }
        return found.isEmpty() ? Stream.empty() : found.stream();
    }

    /** Whether the statement went through and did nothing to any object, so that few rules can say anything of it. */
    boolean isIdle() {
        return step.outcome() instanceof Outcome.Applied && step.operations().isEmpty();
    }

    /** What an operation of this step does to a live database. */
    public OperationEffect effectOf(Operation operation) {
        return effect.operations().stream()
                .filter(one -> one.operation() == operation)
                .findFirst()
                .orElseThrow();
    }

    /** Whether others can know the relation, so that they wait for it or miss it. */
    public boolean isLive(Relation relation) {
        return !step.isPrivate(relation);
    }

    /**
     * Whether others can know the column: both it and its table were there before the transaction. One that is only
     * assumed always was.
     */
    public boolean isLive(Table table, Column column) {
        return isLive(table)
                && (column.origin() == null
                        || beforeTransaction()
                                .table(table.oid())
                                .flatMap(before -> before.column(column.number()))
                                .isPresent());
    }

    /** Whether its own transaction made it, so that nobody else can know it yet. */
    public boolean isNew(@Nullable Origin origin) {
        return origin != null
                && transaction.stream()
                        .anyMatch(other -> other.file().equals(origin.file())
                                && other.statement().span().contains(origin.span()));
    }

    /** What others know until the transaction ends. */
    public Catalog beforeTransaction() {
        return transaction.getFirst().before();
    }

    /** What others know once the transaction has ended. */
    public Catalog afterTransaction() {
        return transaction.getLast().after();
    }

    /** The text of a part of the file that the statement stands in. */
    public String text(Span span) {
        return step.file().text(span);
    }

    /** The statement's own text, without the semicolon. */
    public String text() {
        return text(statement().span());
    }
}
