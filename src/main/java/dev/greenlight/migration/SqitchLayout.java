package dev.greenlight.migration;

import dev.greenlight.source.FileTree.Entry;
import dev.greenlight.source.FileTree.Kind;
import dev.greenlight.source.SourceFile;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
    public Substitution substitution(PlannedMigration planned, Map<String, String> given) {
        return new PsqlSubstitution(given);
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
        Plan plan = planned(files, project, project.readPlan(files).orElse(SqitchPlan.EMPTY));
        if (plan.migrations().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(project.otherEngine()
                .map(engine ->
                        Plan.ofOthers(plan.folder(), this, plan.known(), SqitchConfiguration.FILE + " says " + engine))
                .orElse(plan));
    }

    private Plan planned(FoundFiles files, SqitchProject project, SqitchPlan plan) {
        Set<String> scripts = files.sql().stream().map(Entry::path).collect(Collectors.toSet());
        List<PlannedMigration> migrations = new ArrayList<>();
        List<String> notes = new ArrayList<>(plan.notes());
        for (SqitchPlan.Change change : plan.changes()) {
            String script = script(change, project, files);
            String deploy = path(project.deploy(), script);
            String revert = path(project.revert(), script);
            if (scripts.contains(deploy)) {
                migrations.add(migration(change, deploy, Direction.UP));
            } else if (!isThere(deploy, files)) {
                notes.add("sqitch misses a script of its plan: " + deploy);
            }
            if (scripts.contains(revert)) {
                migrations.add(migration(change, revert, Direction.DOWN));
            }
        }
        return new Plan(project.folder(), this, migrations, notes, verifying(files, project));
    }

    /** Of a reworked change the first that is there to deploy. */
    private static String script(SqitchPlan.Change change, SqitchProject project, FoundFiles files) {
        List<String> scripts = change.scripts();
        return scripts.stream()
                .filter(script -> scripts.size() == 1 || isThere(path(project.deploy(), script), files))
                .findFirst()
                .orElse(scripts.getFirst());
    }

    private static String path(String folder, String script) {
        return folder.isEmpty() ? script + SQL : folder + "/" + script + SQL;
    }

    private static boolean isThere(String path, FoundFiles files) {
        return !Folders.parts(path).contains("..") && files.kind(path) == Kind.FILE;
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
