package dev.greenlight.migration;

import dev.greenlight.source.FileTree.Entry;
import dev.greenlight.source.FileTree.Kind;
import dev.greenlight.source.SourceFile;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Sqitch: {@code deploy/orders.sql} and {@code revert/orders.sql} for each change of {@code sqitch.plan}, in its order,
 * whatever they are called (sqitch's manual, "sqitchtutorial"). A change that was reworked has its older scripts below
 * {@code orders@tag.sql}. What is in {@code verify} is run to check a change and changes nothing. Scripts are run by psql,
 * which stops at the first error and sends statement by statement: a transaction is what a script begins itself
 * ({@code App::Sqitch::Engine::pg}, without {@code --single-transaction}).
 */
final class SqitchLayout implements MigrationLayout {
    private static final String SQL = ".sql";

    @Override
    public String id() {
        return "sqitch";
    }

    @Override
    public List<Plan> plans(FoundFiles files) {
        Set<String> seen = new HashSet<>();
        return folders(files)
                .flatMap(folder -> SqitchProject.in(files, folder))
                .filter(project -> seen.add(project.plan()))
                .flatMap(project -> plan(files, project).stream())
                .toList();
    }

    /** A plan lies above the scripts, also above those that are named one by one. */
    private static Stream<String> folders(FoundFiles files) {
        return files.sqlByFolder().keySet().stream()
                .flatMap(folder -> Folders.upwards(folder).stream())
                .distinct()
                .sorted();
    }

    private Optional<Plan> plan(FoundFiles files, SqitchProject project) {
        Set<String> scripts = files.sql().stream().map(Entry::path).collect(Collectors.toSet());
        SqitchPlan planned = project.readPlan(files).orElse(new SqitchPlan(List.of(), List.of()));
        List<PlannedMigration> migrations = new ArrayList<>();
        List<String> notes = new ArrayList<>(planned.notes());
        for (SqitchPlan.Change change : planned.changes()) {
            Optional<String> deploy = script(change, project.deploy(), scripts::contains);
            Optional<String> revert = script(change, project.revert(), scripts::contains);
            deploy.ifPresent(path -> migrations.add(migration(change, path, Direction.UP)));
            revert.ifPresent(path -> migrations.add(migration(change, path, Direction.DOWN)));
            if (deploy.isEmpty()
                    && script(change, project.deploy(), isThere(files)).isEmpty()) {
                notes.add("sqitch misses a script of its plan: "
                        + path(change.scripts().getFirst(), project.deploy()));
            }
        }
        if (migrations.isEmpty()) {
            return Optional.empty();
        }
        Plan plan = new Plan(project.folder(), this, migrations, notes, verifying(files, project));
        return Optional.of(project.otherEngine()
                .map(engine ->
                        Plan.ofOthers(plan.folder(), this, plan.known(), SqitchConfiguration.FILE + " says " + engine))
                .orElse(plan));
    }

    /** Of a reworked change the first that is there. */
    private static Optional<String> script(SqitchPlan.Change change, String folder, Predicate<String> isThere) {
        return change.scripts().stream()
                .map(name -> path(name, folder))
                .filter(isThere)
                .findFirst();
    }

    private static String path(String script, String folder) {
        return folder.isEmpty() ? script + SQL : folder + "/" + script + SQL;
    }

    private static Predicate<String> isThere(FoundFiles files) {
        return path -> !Folders.parts(path).contains("..") && files.kind(path) == Kind.FILE;
    }

    private static PlannedMigration migration(SqitchPlan.Change change, String path, Direction direction) {
        return new PlannedMigration(new Entry(path), "", change.name().replace('_', ' '), direction);
    }

    private static Set<Entry> verifying(FoundFiles files, SqitchProject project) {
        return files.sql().stream()
                .filter(entry -> Folders.within(project.verify(), entry.folder()))
                .collect(Collectors.toSet());
    }

    @Override
    public Contents contents(PlannedMigration planned, SourceFile file) {
        return Contents.whole(file, TransactionMode.NONE);
    }
}
