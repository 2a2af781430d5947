package dev.greenlight.migration;

import dev.greenlight.source.FileTree.Entry;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Follows a changelog in XML, YAML or JSON through all that it includes, and finds the scripts that run, in their order
 * (Liquibase's {@code DatabaseChangeLog.handleChildNode}). Changes that are not SQL are only counted.
 */
final class ChangelogWalk {
    /** What a changeset has beside its changes: parts that change nothing, and attributes. */
    private static final Set<String> NO_CHANGES = Set.of(
            "comment",
            "preConditions",
            "validCheckSum",
            "rollback",
            "changes",
            "tagDatabase",
            "empty",
            "stop",
            "id",
            "author",
            "dbms",
            "context",
            "contextFilter",
            "labels",
            "runAlways",
            "runOnChange",
            "runOrder",
            "runWith",
            "runWithSpoolFile",
            "failOnError",
            "runInTransaction",
            "logicalFilePath",
            "ignore",
            "created",
            "objectQuotingStrategy");

    private final FoundFiles files;
    private final ChangelogPaths paths;
    private final Set<Entry> seen = new LinkedHashSet<>();
    private final List<PlannedMigration> migrations = new ArrayList<>();
    private final Map<String, SqlFile> wholes = new HashMap<>();
    private final List<String> notes = new ArrayList<>();
    private int notSql;

    private ChangelogWalk(FoundFiles files) {
        this.files = files;
        this.paths = new ChangelogPaths(files);
    }

    static ChangelogWalk from(FoundFiles files, Entry master) {
        ChangelogWalk walk = new ChangelogWalk(files);
        walk.visit(master);
        return walk;
    }

    /** The changelogs and scripts that it has come to, itself first. */
    Set<Entry> seen() {
        return Set.copyOf(seen);
    }

    List<PlannedMigration> migrations() {
        return List.copyOf(migrations);
    }

    Map<String, SqlFile> wholes() {
        return Map.copyOf(wholes);
    }

    List<String> notes() {
        List<String> all = new ArrayList<>(notes);
        if (notSql > 0) {
            all.add(
                    notSql == 1
                            ? "1 changeset is not SQL and is not followed"
                            : notSql + " changesets are not SQL and are not followed");
        }
        return all;
    }

    private void visit(Entry entry) {
        if (!seen.add(entry)) {
            return;
        }
        if (FoundFiles.isSql(entry)) {
            LiquibaseLayout.planned(files, entry).forEach(migrations::add);
            return;
        }
        ChangelogText text = ChangelogFiles.read(files, entry);
        text.note().ifPresent(note -> notes.add(entry.path() + ": " + note));
        text.root().ifPresent(root -> root.children().forEach(node -> node(entry, node)));
    }

    private void node(Entry changelog, ChangelogNode node) {
        switch (node.name()) {
            case "include" -> include(changelog, node);
            case "includeAll" -> includeAll(changelog, node);
            case "changeSet" -> changeset(changelog, node);
            default -> {}
        }
    }

    private void include(Entry changelog, ChangelogNode node) {
        String file = node.text("file").orElse("");
        find(changelog, node, file).ifPresent(path -> visit(new Entry(path)));
    }

    private Optional<String> find(Entry changelog, ChangelogNode node, String path) {
        boolean relative = node.flag("relativeToChangelogFile", false);
        Optional<String> found = paths.find(changelog.folder(), path, relative);
        if (found.isEmpty()) {
            notes.add(changelog.path() + ": names what is not there: " + path);
        }
        return found;
    }

    private void includeAll(Entry changelog, ChangelogNode node) {
        String path = node.text("path").orElse("");
        if (Stream.of("filter", "resourceFilter", "resourceComparator")
                .anyMatch(it -> node.text(it).isPresent())) {
            notes.add(
                    changelog.path() + ": includes by a filter or an order of its own, which is not followed: " + path);
        }
        find(changelog, node, path).ifPresent(folder -> inside(folder, node).forEach(this::visit));
    }

    private List<Entry> inside(String folder, ChangelogNode node) {
        int least = node.number("minDepth", 0);
        int most = node.number("maxDepth", Integer.MAX_VALUE);
        String suffix = node.text("endsWithFilter").orElse("");
        return files.all().stream()
                .filter(entry -> Folders.within(folder, entry.folder()) && ChangelogFiles.isChangelog(files, entry))
                .filter(entry -> entry.name().endsWith(suffix))
                .filter(entry -> isBetween(least, Folders.depth(folder, entry.path()), most))
                .sorted(Comparator.comparing(Entry::path))
                .toList();
    }

    private static boolean isBetween(int least, int depth, int most) {
        return least <= depth && depth <= most;
    }

    private void changeset(Entry changelog, ChangelogNode node) {
        if (node.flag("ignore", false)
                || !DbmsList.hasPostgres(node.text("dbms").orElse(""))) {
            return;
        }
        List<ChangelogNode> changes = Stream.concat(
                        node.children().stream(), node.children("changes").flatMap(it -> it.children().stream()))
                .filter(it -> !NO_CHANGES.contains(it.name()))
                .toList();
        boolean sql = changes.stream().allMatch(change -> change.name().equals("sqlFile"));
        notSql += sql ? 0 : 1;
        changes.stream()
                .filter(change -> change.name().equals("sqlFile"))
                .forEach(change -> sqlFile(changelog, node, change, Direction.UP));
        node.children("rollback")
                .flatMap(rollback -> rollback.children("sqlFile"))
                .forEach(change -> sqlFile(changelog, node, change, Direction.DOWN));
    }

    private void sqlFile(Entry changelog, ChangelogNode changeset, ChangelogNode change, Direction direction) {
        if (!DbmsList.hasPostgres(change.text("dbms").orElse(""))) {
            return;
        }
        find(changelog, change, change.text("path").orElse("")).ifPresent(path -> {
            Entry script = new Entry(path);
            seen.add(script);
            migrations.add(LiquibaseLayout.planned(script, direction));
            wholes.put(path, options(changeset, change));
        });
    }

    private static SqlFile options(ChangelogNode changeset, ChangelogNode change) {
        String id =
                changeset.text("author").orElse("") + ":" + changeset.text("id").orElse("");
        SplitRule rule = new SplitRule(
                change.flag("splitStatements", true),
                change.flag("stripComments", false),
                change.text("endDelimiter").orElse(null));
        return new SqlFile(id, changeset.flag("runInTransaction", true), rule);
    }
}
