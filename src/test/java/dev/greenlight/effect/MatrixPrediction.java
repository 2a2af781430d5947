package dev.greenlight.effect;

import dev.greenlight.migration.Direction;
import dev.greenlight.migration.Script;
import dev.greenlight.migration.TransactionMode;
import dev.greenlight.postgres.LockMode;
import dev.greenlight.postgres.PostgresVersion;
import dev.greenlight.postgres.QualifiedName;
import dev.greenlight.replay.MigrationRun;
import dev.greenlight.replay.Outcome;
import dev.greenlight.replay.ReplayOptions;
import dev.greenlight.replay.Replaying;
import dev.greenlight.replay.Step;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What is predicted for the cells of the matrix on a version. */
final class MatrixPrediction {
    private final PostgresVersion version;
    private final Replaying together;
    private final Replaying alone;
    private final Effects effects;

    MatrixPrediction(PostgresVersion version) {
        this.version = version;
        this.together = Replaying.plain()
                .version(version.major())
                .openness(ReplayOptions.Openness.CLOSED)
                .mode(TransactionMode.MIGRATION);
        this.alone = together.mode(TransactionMode.NONE);
        this.effects = new Effects(new Server(version, Optional.of(ZoneOffset.UTC)));
    }

    Map<MatrixCell, SortedSet<String>> of(List<MatrixCell> cells) {
        Map<MatrixCell, SortedSet<String>> lines = new LinkedHashMap<>();
        cells.stream()
                .collect(Collectors.groupingBy(MatrixCell::ground, LinkedHashMap::new, Collectors.toList()))
                .forEach((ground, onIt) -> lines.putAll(of(ground, onIt)));
        return lines;
    }

    /** Each cell is a migration that goes down, because those leave what comes after them alone. */
    private Map<MatrixCell, SortedSet<String>> of(MatrixCell.Ground ground, List<MatrixCell> cells) {
        List<Script> scripts = new ArrayList<>();
        scripts.add(alone.script("stage.sql", MatrixKind.stage(), Direction.UP));
        Map<MatrixKind, Integer> prepared = new EnumMap<>(MatrixKind.class);
        for (MatrixKind kind : MatrixKind.prepared()) {
            prepared.put(kind, scripts.size());
            String sql = String.join(";\n", ground.of(kind));
            scripts.add(alone.script("before" + scripts.size() + ".sql", sql, Direction.UP));
        }
        Map<MatrixCell, Integer> first = new HashMap<>();
        for (MatrixCell cell : cells) {
            first.put(cell, scripts.size());
            List<String> statements = new ArrayList<>(cell.begun());
            statements.add(cell.sql());
            scripts.add(together.script(scripts.size() + ".sql", String.join(";\n", statements), Direction.DOWN));
            if (cell.isGated()) {
                scripts.add(alone.script(scripts.size() + ".sql", cell.sql(), Direction.DOWN));
            }
        }
        List<MigrationRun> runs = together.runScripts(scripts).runs();
        Map<MatrixCell, SortedSet<String>> lines = new LinkedHashMap<>();
        for (MatrixCell cell : cells) {
            Optional<String> refused = cell.isPrepared()
                    ? failure(runs.get(prepared.get(cell.kind())).steps())
                    : Optional.empty();
            int run = first.get(cell);
            SortedSet<String> predicted = refused.map(MatrixPrediction::only)
                    .orElseGet(() -> lines(runs.get(run).steps()));
            if (cell.isGated() && predicted.contains(MatrixServer.REFUSED)) {
                lines(runs.get(run + 1).steps().getFirst(), Map.of())
                        .forEach(line -> predicted.add(MatrixServer.BY_ITSELF + line));
            }
            lines.put(cell, predicted);
        }
        return lines;
    }

    private static SortedSet<String> only(String line) {
        return new TreeSet<>(List.of(line));
    }

    private static Optional<String> failure(List<Step> steps) {
        return steps.stream()
                .flatMap(step -> step.error().stream())
                .findFirst()
                .map(error -> "before it fails with " + error.state().code());
    }

    private SortedSet<String> lines(List<Step> inTransaction) {
        Step step = inTransaction.getLast();
        List<Step> before = inTransaction.subList(0, inTransaction.size() - 1);
        Optional<String> refused = failure(before);
        if (refused.isPresent()) {
            return only(refused.get());
        }
        return lines(step, held(before));
    }

    /** What the transaction holds already. */
    private Map<QualifiedName, LockMode> held(List<Step> steps) {
        Map<QualifiedName, LockMode> held = new HashMap<>();
        for (Step step : steps) {
            effects.of(step)
                    .locks()
                    .forEach(lock -> held.merge(lock.relation().name(), lock.mode(), LockMode::strongest));
        }
        return held;
    }

    private SortedSet<String> lines(Step step, Map<QualifiedName, LockMode> held) {
        SortedSet<String> lines = locks(step, held);
        effects.of(step)
                .works()
                .forEach(work -> lines.add(
                        ServerEffects.work(work.work(), work.relation().name().display())));
        return lines;
    }

    private SortedSet<String> locks(Step step, Map<QualifiedName, LockMode> held) {
        if (step.error().isPresent()) {
            return only("fails with " + step.error().get().state().code());
        }
        SortedSet<String> lines = new TreeSet<>();
        effects.of(step).locks().stream()
                .filter(lock ->
                        !step.newInTransaction().contains(lock.relation().oid()))
                .filter(lock -> isStronger(lock, held))
                .forEach(lock -> lines.add(
                        ServerEffects.lock(lock.mode(), lock.relation().name().display())));
        if (!(step.outcome() instanceof Outcome.Applied) && !(step.outcome() instanceof Outcome.Skipped)) {
            lines.add(step.outcome().toString());
        }
        return lines;
    }

    private static boolean isStronger(RelationLock lock, Map<QualifiedName, LockMode> held) {
        LockMode already = held.get(lock.relation().name());
        return already == null || lock.mode().compareTo(already) > 0;
    }

    @Override
    public String toString() {
        return "prediction for PostgreSQL " + version.major();
    }
}
