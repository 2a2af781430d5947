package dev.greenlight.graph;

import dev.greenlight.catalog.Relation;
import dev.greenlight.catalog.Type;
import dev.greenlight.postgres.QualifiedName;
import dev.greenlight.replay.HistoryRun;
import dev.greenlight.replay.MigrationRun;
import dev.greenlight.replay.Missing;
import dev.greenlight.replay.Outcome;
import dev.greenlight.replay.Step;
import dev.greenlight.source.Span;
import dev.greenlight.sql.ObjectType;
import java.util.ArrayList;
import java.util.HashMap;
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
    private final Map<Subject, List<Made>> bySubject = new HashMap<>();
    private final Map<MigrationRun, List<Made>> byRun = new IdentityHashMap<>();
    private final List<MigrationRun> runs;
    private int order;

    /** Worked out when first asked for, by whichever thread asks: most histories miss nothing. */
    private volatile @Nullable Map<Step, Integer> orders;

    private Makers(List<MigrationRun> runs) {
        this.runs = runs;
    }

    public static Makers of(HistoryRun history) {
        Makers makers = new Makers(history.ups());
        makers.runs.forEach(makers::collect);
        return makers;
    }

    /** Each time that something of this name was made, oldest first. */
    List<Made> of(Subject subject) {
        return bySubject.getOrDefault(subject, List.of());
    }

    /** What one migration made, in its order. */
    public List<Made> madeBy(MigrationRun run) {
        return byRun.getOrDefault(run, List.of());
    }

    /** The first statement behind a step that makes what is missing there; none behind one that goes down. */
    public Optional<Made> laterMakerOf(Missing missing, Step step) {
        int order = orderOf(step);
        return of(Subject.of(missing)).stream()
                .filter(made -> order >= 0)
                .dropWhile(made -> made.order() <= order)
                .findFirst();
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
        int first = all.size();
        for (Step step : run.allSteps().toList()) {
            Events.of(step).forEach(event -> made(event, run, step));
            if (step.outcome() instanceof Outcome.Failed failed) {
                wouldHaveMade(run, step, failed.error().missing());
            }
            order++;
        }
        byRun.put(run, List.copyOf(all.subList(first, all.size())));
    }

    private void add(
            Made.Kind kind, QualifiedName name, @Nullable String part, MigrationRun run, Step step, Span span) {
        if (Step.isKnown(name.name())) {
            Made made = new Made(kind, name, part, run, step, span, order);
            all.add(made);
            bySubject
                    .computeIfAbsent(new Subject(kind, name, part), key -> new ArrayList<>())
                    .add(made);
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

    private void made(Event event, MigrationRun run, Step step) {
        switch (event.sort()) {
            case MADE -> add(event.kind(), event.name(), event.part(), run, step, event.span());
            case RENAMED -> {
                Event.NewName name = Objects.requireNonNull(event.newName());
                add(event.kind(), name.name(), name.part(), run, step, event.span());
            }
            case CHANGED, GONE -> {}
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
