package dev.greenlight.corpus;

import dev.greenlight.catalog.Relation;
import dev.greenlight.effect.Effect;
import dev.greenlight.effect.Effects;
import dev.greenlight.effect.Work;
import dev.greenlight.migration.Script;
import dev.greenlight.oracle.ServerError;
import dev.greenlight.oracle.ServerRelations;
import dev.greenlight.oracle.ServerRelations.ServerRelation;
import dev.greenlight.oracle.ServerSession;
import dev.greenlight.oracle.Witness;
import dev.greenlight.postgres.LockMode;
import dev.greenlight.postgres.QualifiedName;
import dev.greenlight.replay.HistoryRun;
import dev.greenlight.replay.Outcome;
import dev.greenlight.replay.Step;
import dev.greenlight.sql.DataStatement;
import dev.greenlight.sql.MaintenanceStatement;
import dev.greenlight.sql.RoutineStatement;
import dev.greenlight.sql.SessionStatement;
import dev.greenlight.sql.TableStatement;
import dev.greenlight.sql.TransactionStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Compares, while a server runs a history, what each statement that defines something locks there and whether it writes
 * or reads all rows of a table with what is predicted. Locks that keep no other definition waiting, and those that the
 * transaction has already, are left aside. Of code it is only asked that nothing happens that is not predicted: the
 * server goes one way where more than one is followed here.
 */
final class LockComparison implements Witness {
    private static final ServerRelation ABSENT = new ServerRelation("", "", 0, 0, Set.of());

    private final Effects effects;
    private final Map<Script.Entry, Step> steps = new IdentityHashMap<>();
    private final List<String> differences = new ArrayList<>();
    private Map<Long, ServerRelation> before = Map.of();
    private boolean own;
    private int compared;
    private int locking;
    private int different;
    private int outside;
    private int notFollowed;

    LockComparison(Effects effects, HistoryRun run) {
        this.effects = effects;
        run.runs().stream()
                .flatMap(migration -> migration.steps().stream())
                .filter(LockComparison::defines)
                .forEach(this::add);
    }

    private static boolean defines(Step step) {
        return switch (step.statement()) {
            case DataStatement ignored -> step.inner().stream().anyMatch(LockComparison::defines);
            case RoutineStatement.Do ignored -> true;
            case RoutineStatement.Call ignored -> true;
            case MaintenanceStatement ignored -> false;
            case SessionStatement ignored -> false;
            case TransactionStatement ignored -> false;
            case TableStatement.Truncate ignored -> false;
            default -> true;
        };
    }

    private void add(Step step) {
        if (step.outcome() instanceof Outcome.Opaque || step.outcome() instanceof Outcome.NotRead) {
            notFollowed++;
        } else if (!effect(step).inTransaction() || isCode(step) && !step.transactionBlock()) {
            outside++;
        } else {
            steps.put(step.entry(), step);
        }
    }

    /** Which may end its transaction where it is not in a block. */
    private static boolean isCode(Step step) {
        return step.statement() instanceof RoutineStatement.Do || step.statement() instanceof RoutineStatement.Call;
    }

    private Effect effect(Step step) {
        return Effects.together(step.all().map(effects::of).toList());
    }

    @Override
    public boolean wants(Script.Entry entry) {
        return steps.containsKey(entry);
    }

    /** What its tool runs by itself has its locks only as long as it runs, unless it is in a transaction. */
    @Override
    public void before(Script.Entry entry, ServerSession session) {
        own = !session.inTransaction();
        if (own) {
            session.require("BEGIN");
        }
        before = relations(session);
    }

    @Override
    public void after(Script.Entry entry, ServerSession session, Optional<ServerError> error) {
        Step step = steps.get(entry);
        if (error.isEmpty()) {
            compare(step, relations(session));
        }
        if (own) {
            session.require(error.isEmpty() ? "COMMIT" : "ROLLBACK");
        }
    }

    private static Map<Long, ServerRelation> relations(ServerSession session) {
        try {
            return ServerRelations.of(session.connection());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void compare(Step step, Map<Long, ServerRelation> after) {
        Effect effect = effect(step);
        SortedSet<String> observed = new TreeSet<>(newLocks(after));
        boolean locks = !observed.isEmpty();
        observed.addAll(works(step, after));
        SortedSet<String> predicted = new TreeSet<>(newLocks(effect));
        locks |= !predicted.isEmpty();
        effect.works().stream()
                .filter(work -> work.work() == Work.REWRITE)
                .forEach(work -> predicted.add("rewrite of " + name(work.relation())));
        compared++;
        locking += locks ? 1 : 0;
        List<String> lines = differences(step, observed, predicted);
        different += lines.isEmpty() ? 0 : 1;
        lines.forEach(line -> differences.add(place(step) + ": " + line));
    }

    private static List<String> differences(Step step, SortedSet<String> observed, SortedSet<String> predicted) {
        List<String> lines = new ArrayList<>();
        step.error().ifPresent(error -> lines.add("fails only here: " + error.message()));
        observed.stream().filter(line -> !predicted.contains(line)).forEach(line -> lines.add("server only: " + line));
        if (step.inner().isEmpty()) {
            predicted.stream()
                    .filter(line -> !observed.contains(line))
                    .forEach(line -> lines.add("prediction only: " + line));
        }
        return lines;
    }

    /** The strongest new one on each relation that was there before. */
    private List<String> newLocks(Map<Long, ServerRelation> after) {
        List<String> lines = new ArrayList<>();
        before.forEach((oid, relation) -> {
            ServerRelation later = after.get(oid);
            Set<LockMode> held = later == null ? Set.of() : later.modes();
            held.stream()
                    .reduce(LockMode::strongest)
                    .filter(mode -> isNew(mode, relation))
                    .ifPresent(mode -> lines.add(mode.words() + " on " + relation.name()));
        });
        return lines;
    }

    /** Whether others come to wait that did not before. */
    private static boolean isNew(LockMode mode, ServerRelation relation) {
        return mode.compareTo(LockMode.SHARE_UPDATE_EXCLUSIVE) >= 0
                && relation.modes().stream().allMatch(held -> mode.compareTo(held) > 0);
    }

    /** What no migration makes is assumed to be there, and need not be on this server. */
    private List<String> newLocks(Effect effect) {
        Map<String, ServerRelation> byName = new TreeMap<>();
        before.values().forEach(relation -> byName.put(relation.name(), relation));
        return effect.locks().stream()
                .filter(lock -> lock.relation().origin() != null || byName.containsKey(name(lock.relation())))
                .filter(lock -> isNew(lock.mode(), byName.getOrDefault(name(lock.relation()), ABSENT)))
                .map(lock -> lock.mode().words() + " on " + name(lock.relation()))
                .toList();
    }

    private List<String> works(Step step, Map<Long, ServerRelation> after) {
        List<String> lines = new ArrayList<>();
        before.forEach((oid, relation) -> {
            ServerRelation later = after.get(oid);
            if (later != null
                    && relation.holdsRows()
                    && relation.kind().equals(later.kind())
                    && later.file() != relation.file()
                    && !isPrivate(step, relation.name())) {
                lines.add("rewrite of " + relation.name());
            }
        });
        return lines;
    }

    private static boolean isPrivate(Step step, String name) {
        int dot = name.indexOf('.');
        return step.before()
                .relation(new QualifiedName(name.substring(0, dot), name.substring(dot + 1)))
                .filter(step::isPrivate)
                .isPresent();
    }

    private static String name(Relation relation) {
        return relation.name().schema() + "." + relation.name().name();
    }

    private static String place(Step step) {
        int line = step.file().position(step.statement().span().start()).line();
        return step.file().path() + ":" + line;
    }

    List<String> differences() {
        return differences;
    }

    int compared() {
        return compared;
    }

    int different() {
        return different;
    }

    String line(String project) {
        return "%-18s %4d statements, %4d of them lock: %4d as predicted, %d not; %d only outside transactions, %d not followed"
                .formatted(project, compared, locking, compared - different, different, outside, notFollowed);
    }
}
