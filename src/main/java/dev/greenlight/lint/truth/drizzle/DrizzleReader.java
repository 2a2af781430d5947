package dev.greenlight.lint.truth.drizzle;

import dev.greenlight.lint.truth.DeclaredScript;
import dev.greenlight.lint.truth.Expressible;
import dev.greenlight.lint.truth.Expressible.Trait;
import dev.greenlight.lint.truth.Truth;
import dev.greenlight.migration.DrizzleJournal;
import dev.greenlight.source.FileTree;
import dev.greenlight.source.FileTree.Kind;
import dev.greenlight.source.SourceFile;
import dev.greenlight.source.SourceRead;
import dev.greenlight.source.SourceRead.Unreadable;
import dev.greenlight.source.yaml.YamlReader;
import dev.greenlight.source.yaml.YamlText;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reads what drizzle-kit says of the schema after the last migration: the snapshot of the journal's last entry that has
 * one, or of the last folder as drizzle-kit 1.0 makes them.
 */
public final class DrizzleReader {
    private static final String JOURNAL = "_journal.json";
    private static final String SNAPSHOT = "snapshot.json";
    private static final Set<String> DIALECTS = Set.of("pg", "postgresql", "postgres");
    private static final Set<String> OF_TABLES = Set.of("5", "6", "7");
    private static final Set<String> OF_ENTITIES = Set.of("8", "9");
    private static final String REMEDY = "name a snapshot that drizzle-kit wrote for PostgreSQL";

    private DrizzleReader() {}

    /** Whether it is a snapshot, or a folder that should have one. */
    public static boolean isOf(FileTree tree, String path) {
        return tree.kind(path) == Kind.FILE
                ? path.endsWith(".json")
                : journal(tree, path).isPresent() || !folders(tree, path).isEmpty();
    }

    public static Truth read(FileTree tree, String path) {
        Optional<String> snapshot = tree.kind(path) == Kind.FILE ? Optional.of(path) : snapshot(tree, path);
        return snapshot.map(file -> read(path, tree.read(file)))
                .orElseGet(() -> illegible(path, 1, "there is no snapshot for any entry of its journal", REMEDY));
    }

    private static Truth illegible(String path, int line, String problem, String remedy) {
        return new Truth.Illegible(new Unreadable(path, line, problem, remedy));
    }

    /** In the folder {@code meta} itself, or below the migrations' folder. */
    private static Optional<String> journal(FileTree tree, String path) {
        return List.of(below(path, JOURNAL), below(path, DrizzleJournal.PATH)).stream()
                .filter(file -> tree.kind(file) == Kind.FILE)
                .findFirst();
    }

    private static String below(String folder, String name) {
        return folder.isEmpty() || folder.equals(".") ? name : folder + "/" + name;
    }

    /** Snapshots that lie in the folders of their migrations, the first migration's first. */
    private static List<String> folders(FileTree tree, String path) {
        int depth = path.equals(".") || path.isEmpty() ? 1 : path.split("/").length + 1;
        return tree.list(path).stream()
                .filter(entry -> entry.name().equals(SNAPSHOT) && entry.path().split("/").length == depth + 1)
                .map(FileTree.Entry::path)
                .toList();
    }

    private static Optional<String> snapshot(FileTree tree, String path) {
        Optional<String> journal = journal(tree, path);
        if (journal.isEmpty()) {
            return folders(tree, path).stream().reduce((before, last) -> last);
        }
        String meta = journal.get().substring(0, journal.get().length() - JOURNAL.length());
        return tree.read(journal.get()) instanceof SourceRead.Text text
                ? DrizzleJournal.parse(text.file().text()).tags().reversed().stream()
                        .map(tag -> meta + tag.replaceFirst("_.*", "") + "_" + SNAPSHOT)
                        .filter(file -> tree.kind(file) == Kind.FILE)
                        .findFirst()
                : Optional.empty();
    }

    private static Truth read(String path, SourceRead read) {
        return switch (read) {
            case SourceRead.Unreadable problem -> new Truth.Illegible(problem);
            case SourceRead.Text text -> read(path, text.file());
        };
    }

    private static Truth read(String path, SourceFile file) {
        YamlText text = YamlReader.read(file.text());
        if (!text.problems().isEmpty() || text.documents().isEmpty()) {
            return text.problems().stream()
                    .findFirst()
                    .map(problem -> illegible(file.path(), problem.line(), problem.message(), REMEDY))
                    .orElseGet(() -> illegible(file.path(), 1, "there is nothing in it", REMEDY));
        }
        return declared(path, Node.of(file, text.documents().getFirst()));
    }

    private static Truth declared(String path, Node snapshot) {
        String version = snapshot.textOr("version", "");
        String dialect = snapshot.textOr("dialect", "");
        if (!DIALECTS.contains(dialect)) {
            String problem = dialect.isEmpty() ? "it is no snapshot of drizzle-kit" : "it is for " + dialect;
            return illegible(snapshot.file().path(), 1, problem, REMEDY);
        }
        if (!OF_TABLES.contains(version) && !OF_ENTITIES.contains(version)) {
            return illegible(
                    snapshot.file().path(),
                    1,
                    "its version is " + version + ", and 5 to 9 are known",
                    "drizzle-kit up");
        }
        DeclaredScript script = OF_TABLES.contains(version) ? DrizzleTables.of(snapshot) : DrizzleEntities.of(snapshot);
        return new Truth.Declared(path, script.migrations(), expressible(snapshot, version));
    }

    /** What older versions do not know stands under keys that they do not have. */
    private static Expressible expressible(Node snapshot, String version) {
        Set<Trait> traits = EnumSet.of(
                Trait.FOREIGN_KEYS,
                Trait.IDENTITIES,
                Trait.GENERATED_COLUMNS,
                Trait.REQUIRED_ARRAYS,
                Trait.NULLS_NOT_DISTINCT);
        if (version.equals("7") || OF_ENTITIES.contains(version)) {
            traits.add(Trait.EXPRESSIONS);
        }
        if (OF_ENTITIES.contains(version) || snapshot.has("views")) {
            traits.addAll(EnumSet.of(Trait.VIEWS, Trait.SEQUENCES));
        }
        if (OF_ENTITIES.contains(version) || snapshot.has("policies")) {
            traits.addAll(EnumSet.of(Trait.CHECKS, Trait.POLICIES, Trait.ROW_SECURITY));
        }
        return new Expressible(schemas(snapshot), traits, Set.of(), Set.of(), Set.of(), Set.of());
    }

    private static Set<String> schemas(Node snapshot) {
        Set<String> schemas = new TreeSet<>(Set.of("public"));
        snapshot.entries("schemas").forEach(each -> schemas.add(each.text().isEmpty() ? each.name() : each.text()));
        snapshot.entries("ddl")
                .filter(each -> each.text("entityType").equals(Optional.of("schemas")))
                .forEach(each -> schemas.add(each.textOr("name", "")));
        snapshot.entries("tables")
                .forEach(each -> schemas.add(DrizzleSql.name(each).schema()));
        return schemas;
    }
}
