package dev.greenlight.graph;

import dev.greenlight.catalog.Relation;
import dev.greenlight.catalog.Type;
import dev.greenlight.migration.Direction;
import dev.greenlight.postgres.QualifiedName;
import dev.greenlight.replay.ColumnOperation;
import dev.greenlight.replay.ConstraintOperation;
import dev.greenlight.replay.DataOperation;
import dev.greenlight.replay.HistoryRun;
import dev.greenlight.replay.IndexOperation;
import dev.greenlight.replay.MigrationRun;
import dev.greenlight.replay.Missing;
import dev.greenlight.replay.ObjectOperation;
import dev.greenlight.replay.Operation;
import dev.greenlight.replay.Outcome;
import dev.greenlight.replay.Step;
import dev.greenlight.replay.TableOperation;
import dev.greenlight.source.Span;
import dev.greenlight.sql.ObjectType;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the migrations of a history make, in the order of running; those that go down are left out. */
public final class Makers {
    private final List<Made> all = new ArrayList<>();
    private final List<MigrationRun> runs;
    private int order;

    /** Worked out when first asked for: most histories miss nothing. */
    private @Nullable Map<Step, Integer> orders;

    private Makers(List<MigrationRun> runs) {
        this.runs = runs;
    }

    public static Makers of(HistoryRun history) {
        Makers makers = new Makers(history.runs().stream()
                .filter(run -> run.migration().direction() != Direction.DOWN)
                .toList());
        makers.runs.forEach(makers::collect);
        return makers;
    }

    /** All that was made, oldest first. */
    public List<Made> all() {
        return List.copyOf(all);
    }

    /** The first statement that makes what is missing. Whether it stands before or behind is for the caller to see. */
    public Optional<Made> makerOf(Missing missing) {
        return makersOf(missing).findFirst();
    }

    /** The first statement behind a step that makes what is missing there; none behind one that goes down. */
    public Optional<Made> laterMakerOf(Missing missing, Step step) {
        int order = orderOf(step);
        return makersOf(missing)
                .filter(made -> order >= 0)
                .dropWhile(made -> made.order() <= order)
                .findFirst();
    }

    private Stream<Made> makersOf(Missing missing) {
        Made.Kind kind = kind(missing.type());
        return all.stream()
                .filter(made -> made.kind() == kind && made.name().equals(missing.name()))
                .filter(made -> Objects.equals(made.part(), missing.part()));
    }

    /** The place of a statement among those of the history that go up; -1 for others. */
    int orderOf(Step step) {
        Map<Step, Integer> known = orders;
        if (known == null) {
            known = orders();
            orders = known;
        }
        return known.getOrDefault(step, -1);
    }

    private Map<Step, Integer> orders() {
        Map<Step, Integer> found = new IdentityHashMap<>();
        for (MigrationRun run : runs) {
            run.allSteps().forEach(step -> found.put(step, found.size()));
        }
        return found;
    }

    private void collect(MigrationRun run) {
        for (Step step : run.allSteps().toList()) {
            step.operations().forEach(operation -> made(operation, run, step));
            if (step.outcome() instanceof Outcome.Failed failed) {
                wouldHaveMade(run, step, failed.error().missing());
            }
            order++;
        }
    }

    private void add(
            Made.Kind kind, QualifiedName name, @Nullable String part, MigrationRun run, Step step, Span span) {
        if (Step.isKnown(name.name())) {
            all.add(new Made(kind, name, part, run, step, span, order));
        }
    }

    /** After a failure the catalog holds what the statement would have made, but also what it missed. */
    private void wouldHaveMade(MigrationRun run, Step step, @Nullable Missing missing) {
        Span span = step.statement().span();
        newRelations(step)
                .map(Relation::name)
                .filter(name -> missing == null || !name.equals(missing.name()))
                .forEach(name -> add(Made.Kind.RELATION, name, null, run, step, span));
        step.after().types().stream()
                .map(Type::name)
                .filter(name -> step.before().type(name).isEmpty())
                .filter(name -> missing == null || !name.equals(missing.name()))
                .forEach(name -> add(Made.Kind.TYPE, name, null, run, step, span));
    }

    private static Stream<Relation> newRelations(Step step) {
        return step.after().relations().stream()
                .filter(relation -> step.before().relation(relation.oid()).isEmpty());
    }

    private void made(Operation operation, MigrationRun run, Step step) {
        switch (operation) {
            case TableOperation table -> madeTable(table, run, step);
            case ColumnOperation column -> madeColumn(column, run, step);
            case ConstraintOperation.AddConstraint add ->
                add(Made.Kind.RELATION, add.table().name(), add.constraint().name(), run, step, add.span());
            case ConstraintOperation ignored -> {}
            case IndexOperation.CreateIndex create ->
                add(Made.Kind.RELATION, create.index().name(), null, run, step, create.span());
            case IndexOperation ignored -> {}
            case ObjectOperation object -> madeObject(object, run, step);
            case DataOperation ignored -> {}
        }
    }

    private void madeTable(TableOperation operation, MigrationRun run, Step step) {
        if (operation instanceof TableOperation.CreateTable create) {
            QualifiedName name = create.table().name();
            add(Made.Kind.RELATION, name, null, run, step, create.span());
            create.table()
                    .columns()
                    .forEach(column -> add(Made.Kind.RELATION, name, column.name(), run, step, create.span()));
        } else if (operation instanceof TableOperation.RenameRelation rename) {
            add(Made.Kind.RELATION, rename.newName(), null, run, step, rename.span());
        }
    }

    private void madeColumn(ColumnOperation operation, MigrationRun run, Step step) {
        if (operation instanceof ColumnOperation.AddColumn add) {
            add(Made.Kind.RELATION, add.table().name(), add.column().name(), run, step, add.span());
        } else if (operation instanceof ColumnOperation.RenameColumn rename) {
            add(Made.Kind.RELATION, rename.relation().name(), rename.newName(), run, step, rename.span());
        }
    }

    private void madeObject(ObjectOperation operation, MigrationRun run, Step step) {
        Span span = operation.span();
        switch (operation) {
            case ObjectOperation.CreateView create ->
                add(Made.Kind.RELATION, create.view().name(), null, run, step, span);
            case ObjectOperation.CreateSequence create ->
                add(Made.Kind.RELATION, create.sequence().name(), null, run, step, span);
            case ObjectOperation.CreateType create ->
                add(Made.Kind.TYPE, create.type().name(), null, run, step, span);
            case ObjectOperation.RenameType rename -> add(Made.Kind.TYPE, rename.newName(), null, run, step, span);
            case ObjectOperation.AddEnumValue add ->
                add(Made.Kind.TYPE, add.type().name(), add.label(), run, step, span);
            case ObjectOperation.CreateRoutine create ->
                add(Made.Kind.ROUTINE, create.routine().name(), null, run, step, span);
            case ObjectOperation.RenameRoutine rename ->
                add(Made.Kind.ROUTINE, rename.newName(), null, run, step, span);
            case ObjectOperation.CreateSchema create ->
                add(Made.Kind.SCHEMA, new QualifiedName("", create.schema().name()), null, run, step, span);
            case ObjectOperation.CreateExtension create ->
                add(Made.Kind.EXTENSION, new QualifiedName("", create.name()), null, run, step, span);
            case ObjectOperation.CreateAttachment create ->
                add(
                        Made.Kind.OTHER,
                        create.relation().name(),
                        create.attachment().name(),
                        run,
                        step,
                        span);
            default -> {}
        }
    }

    /** The name space in which objects of a type have their names. */
    public static Made.Kind kind(ObjectType type) {
        return switch (type) {
            case TABLE, FOREIGN_TABLE, VIEW, MATERIALIZED_VIEW, INDEX, SEQUENCE, COLUMN, CONSTRAINT ->
                Made.Kind.RELATION;
            case TYPE, DOMAIN -> Made.Kind.TYPE;
            case FUNCTION, PROCEDURE, ROUTINE, AGGREGATE -> Made.Kind.ROUTINE;
            case SCHEMA -> Made.Kind.SCHEMA;
            case EXTENSION -> Made.Kind.EXTENSION;
            default -> Made.Kind.OTHER;
        };
    }
}
