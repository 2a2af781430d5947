package dev.greenlight.effect;

import dev.greenlight.catalog.Index;
import dev.greenlight.catalog.Relation;
import dev.greenlight.catalog.Table;
import dev.greenlight.catalog.View;
import dev.greenlight.postgres.LockMode;
import dev.greenlight.postgres.QualifiedName;
import dev.greenlight.postgres.SqlState;
import dev.greenlight.replay.ColumnOperation;
import dev.greenlight.replay.ConstraintOperation;
import dev.greenlight.replay.DataOperation;
import dev.greenlight.replay.IndexOperation;
import dev.greenlight.replay.ObjectOperation;
import dev.greenlight.replay.Operation;
import dev.greenlight.replay.Outcome;
import dev.greenlight.replay.Step;
import dev.greenlight.replay.TableOperation;
import dev.greenlight.replay.TransactionRules;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Tells what a step does to a live database: the one door into this room. Each group of operations has its own table of
 * answers; here they are cut down to what others can notice, and put together.
 */
public final class Effects {
    private final Server server;
    private final TableSizes sizes;

    public Effects(Server server) {
        this(server, TableSizes.UNKNOWN);
    }

    public Effects(Server server, TableSizes sizes) {
        this.server = server;
        this.sizes = sizes;
    }

    /** What the step does itself; what the code does that it runs is asked of its inner steps. */
    public Effect of(Step step) {
        List<OperationEffect> operations = new ArrayList<>();
        for (Operation operation : step.operations()) {
            operations.add(noticed(step, operation, facts(step, operation)));
        }
        if (operations.isEmpty()) {
            List<RelationLock> locks = SkippedStatements.locks(step, server);
            Duration duration = whenNothingIsKnown(step);
            return new Effect(
                    locks,
                    List.of(),
                    Work.CATALOG,
                    null,
                    blocks(step, locks),
                    duration,
                    Reversibility.YES,
                    RunningCode.WORKS,
                    isTakenInTransaction(step),
                    operations);
        }
        return new Effect(
                strongest(operations.stream()
                        .map(OperationEffect::locks)
                        .flatMap(List::stream)
                        .toList()),
                most(operations.stream().flatMap(effect -> effect.works().stream())),
                worst(operations, OperationEffect::work, Work.CATALOG),
                sum(operations, OperationEffect::work, OperationEffect::estimate),
                worst(operations, OperationEffect::blocks, Blocks.NOTHING),
                worst(operations, OperationEffect::duration, whenNothingIsKnown(step)),
                worst(operations, OperationEffect::reversibility, Reversibility.YES),
                worst(operations, OperationEffect::runningCode, RunningCode.WORKS),
                isTakenInTransaction(step),
                operations);
    }

    /** What several steps do that are one statement: of each question the worst answer. */
    public static Effect together(List<Effect> effects) {
        return new Effect(
                strongest(effects.stream()
                        .flatMap(effect -> effect.locks().stream())
                        .toList()),
                most(effects.stream().flatMap(effect -> effect.works().stream())),
                worst(effects, Effect::work, Work.CATALOG),
                sum(effects, Effect::work, Effect::estimate),
                worst(effects, Effect::blocks, Blocks.NOTHING),
                worst(effects, Effect::duration, Duration.INSTANT),
                worst(effects, Effect::reversibility, Reversibility.YES),
                worst(effects, Effect::runningCode, RunningCode.WORKS),
                effects.stream().allMatch(Effect::inTransaction),
                effects.stream().flatMap(effect -> effect.operations().stream()).toList());
    }

    /** Whether a statement is refused can depend on what it is about. */
    private boolean isTakenInTransaction(Step step) {
        return TransactionRules.onlyOutside(step.statement()).isEmpty()
                && step.error()
                        .filter(error -> error.state() == SqlState.ACTIVE_SQL_TRANSACTION)
                        .isEmpty()
                && step.operations().stream().noneMatch(operation -> commitsInBetween(step, operation));
    }

    /** Each partition has a transaction of its own (manual REINDEX, CLUSTER); before 14 none is indexed anew. */
    private boolean commitsInBetween(Step step, Operation operation) {
        return operation instanceof IndexOperation.Reindex reindex
                        && server.version().isAtLeast(14)
                        && isPartitioned(step, reindex.relation())
                || operation instanceof DataOperation.Cluster cluster && isPartitioned(step, cluster.relation());
    }

    private static boolean isPartitioned(Step step, @Nullable Relation relation) {
        if (relation == null) {
            return false;
        }
        long oid = relation instanceof Index index ? index.table() : relation.oid();
        return step.before()
                .table(oid)
                .filter(table -> table.kind() == Table.Kind.PARTITIONED)
                .isPresent();
    }

    private Facts facts(Step step, Operation operation) {
        return switch (operation) {
            case TableOperation table -> new TableEffects(step, server).of(table);
            case ColumnOperation column -> new ColumnEffects(step, server).of(column);
            case ConstraintOperation constraint -> new ConstraintEffects(step, server).of(constraint);
            case IndexOperation index -> new IndexEffects(step, server).of(index);
            case ObjectOperation object -> new ObjectEffects(step, server).of(object);
            case DataOperation data -> new DataEffects(step, server).of(data);
        };
    }

    /** Work on what nobody else can know yet is work on an empty table, and keeps nobody waiting. */
    private OperationEffect noticed(Step step, Operation operation, Facts facts) {
        List<RelationLock> existing = facts.locks().stream()
                .filter(lock -> step.existedBefore(lock.relation()))
                .toList();
        List<RelationLock> live = existing.stream()
                .filter(lock -> !step.isPrivate(lock.relation()))
                .toList();
        List<RelationWork> works = facts.works().stream()
                .filter(work -> !step.isPrivate(work.relation()))
                .toList();
        boolean unnoticed = works.isEmpty() && !facts.works().isEmpty()
                || live.isEmpty() && facts.locks().stream().anyMatch(lock -> canBeQueried(lock.relation()));
        Estimate estimate = unnoticed || facts.unplaced() != Work.CATALOG ? null : estimate(step, operation, works);
        return new OperationEffect(
                operation,
                existing,
                works,
                unnoticed ? Work.CATALOG : worst(works, RelationWork::work, facts.unplaced()),
                estimate,
                blocks(step, existing),
                unnoticed ? Duration.INSTANT : duration(facts, estimate),
                facts.reversibility(),
                new RunningCodeEffects(step).of(operation));
    }

    private @Nullable Estimate estimate(Step step, Operation operation, List<RelationWork> works) {
        return new Estimates(sizes, step.before())
                .of(works, operation instanceof DataOperation.Write)
                .orElse(null);
    }

    private static Duration duration(Facts facts, @Nullable Estimate estimate) {
        return facts.duration() == Duration.GROWS && estimate != null && estimate.isMoment()
                ? Duration.BRIEF
                : facts.duration();
    }

    /** Null if it is not known of one that works. */
    private static <E> @Nullable Estimate sum(
            List<E> effects, Function<E, Work> work, Function<E, @Nullable Estimate> estimate) {
        List<E> working = effects.stream()
                .filter(effect -> work.apply(effect) != Work.CATALOG)
                .toList();
        List<Estimate> known = working.stream()
                .flatMap(effect -> Stream.ofNullable(estimate.apply(effect)))
                .toList();
        return known.size() < working.size()
                ? null
                : known.stream().reduce(Estimate::plus).orElse(null);
    }

    private static Blocks blocks(Step step, List<RelationLock> locks) {
        return locks.stream()
                .filter(lock -> !step.isPrivate(lock.relation()))
                .map(Blocks::by)
                .max(Comparator.naturalOrder())
                .orElse(Blocks.NOTHING);
    }

    private static boolean canBeQueried(Relation relation) {
        return relation instanceof Table || relation instanceof View;
    }

    private static List<RelationLock> strongest(List<RelationLock> locks) {
        Map<QualifiedName, RelationLock> strongest = new TreeMap<>();
        locks.forEach(lock -> strongest.merge(lock.relation().name(), lock, Effects::stronger));
        return List.copyOf(strongest.values());
    }

    private static List<RelationWork> most(Stream<RelationWork> works) {
        Map<QualifiedName, RelationWork> most = new TreeMap<>();
        works.forEach(work -> most.merge(work.relation().name(), work, Effects::more));
        return List.copyOf(most.values());
    }

    private static RelationWork more(RelationWork first, RelationWork second) {
        return first.work().compareTo(second.work()) >= 0 ? first : second;
    }

    private static RelationLock stronger(RelationLock first, RelationLock second) {
        LockMode mode = first.mode().strongest(second.mode());
        return mode == first.mode() ? first : second;
    }

    private static <E, T extends Comparable<T>> T worst(List<E> effects, Function<E, T> question, T least) {
        return effects.stream().map(question).reduce(least, (one, other) -> one.compareTo(other) >= 0 ? one : other);
    }

    /** Code that cannot be judged may run for as long as it likes. */
    private static Duration whenNothingIsKnown(Step step) {
        return step.outcome() instanceof Outcome.Opaque || step.outcome() instanceof Outcome.NotRead
                ? Duration.UNBOUNDED
                : Duration.INSTANT;
    }
}
