package dev.greenlight.graph;

import dev.greenlight.migration.Migration;
import dev.greenlight.migration.MigrationHistory;
import dev.greenlight.replay.HistoryRun;
import dev.greenlight.replay.MigrationRun;
import dev.greenlight.replay.Step;
import dev.greenlight.source.SourceFile;
import dev.greenlight.source.Span;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** What the migrations of a history say that they need, in the lines {@code DEPENDS:} of their headers. */
public final class Declarations {
    private final List<Migration> migrations;
    private final MigrationNames names;
    private final Map<Migration, Integer> places = new IdentityHashMap<>();
    private final Map<Migration, List<Declaration>> clear = new IdentityHashMap<>();
    private final Map<Migration, List<UnclearDeclaration>> unclear = new IdentityHashMap<>();

    private Declarations(MigrationHistory history, List<Migration> migrations) {
        this.migrations = migrations;
        this.names = new MigrationNames(history, migrations);
        migrations.forEach(migration -> places.put(migration, places.size()));
    }

    static Declarations of(HistoryRun history) {
        List<MigrationRun> runs = history.ups();
        Declarations found = new Declarations(
                history.history(), runs.stream().map(MigrationRun::migration).toList());
        runs.forEach(found::read);
        return found;
    }

    public List<Declaration> of(Migration migration) {
        return clear.getOrDefault(migration, List.of());
    }

    public List<UnclearDeclaration> unclearOf(Migration migration) {
        return unclear.getOrDefault(migration, List.of());
    }

    /** How the migrations can be named, in the order of running. */
    public List<String> names() {
        return names.all();
    }

    List<Declaration> all() {
        return migrations.stream().flatMap(migration -> of(migration).stream()).toList();
    }

    private void read(MigrationRun run) {
        if (!run.steps().isEmpty()) {
            Step first = run.steps().getFirst();
            DependsLines.names(first.file(), first.statement().span().start())
                    .forEach(name -> add(run.migration(), first.file(), name));
        }
    }

    private void add(Migration from, SourceFile file, Span at) {
        String written = file.text(at);
        List<Migration> found = names.find(written);
        if (found.size() == 1) {
            Migration to = found.getFirst();
            boolean met = places.get(to) < places.get(from);
            clear.computeIfAbsent(from, key -> new ArrayList<>()).add(new Declaration(from, to, file, at, met));
        } else if (!found.isEmpty() || DependsLines.looksLikeFile(written)) {
            // Else it may speak of an extension, or of anything.
            unclear.computeIfAbsent(from, key -> new ArrayList<>()).add(new UnclearDeclaration(at, written, found));
        }
    }
}
