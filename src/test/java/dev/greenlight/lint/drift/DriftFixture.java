package dev.greenlight.lint.drift;

import dev.greenlight.catalog.Catalog;
import dev.greenlight.catalog.Table;
import dev.greenlight.lint.LintRequest;
import dev.greenlight.lint.Predictions;
import dev.greenlight.lint.check.Recommendation;
import dev.greenlight.postgres.Identifiers;
import dev.greenlight.source.MemoryTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;

/** A source of truth, and the migration that its own tool made of it: Prisma's schema engine, or drizzle-kit. */
final class DriftFixture {
    private static final Path FOLDER = Path.of("test-fixtures/drift");

    private final String name;
    private final String truth;
    private final Map<String, String> files = new TreeMap<>();
    private final Catalog catalog;

    /** @param truth the source's name in the folder */
    private DriftFixture(String name, String truth) {
        this.name = name;
        this.truth = truth;
        files.putAll(truths());
        files.put("db/V1__made.sql", read(FOLDER.resolve(name).resolve("migration.sql")));
        this.catalog = Predictions.of(request("")).catalogs().getFirst().catalog();
    }

    static Stream<DriftFixture> all() {
        return Stream.of(
                new DriftFixture("prisma-scalars", "schema.prisma"),
                new DriftFixture("prisma-relations", "schema.prisma"),
                new DriftFixture("prisma-schemas", "schema"),
                new DriftFixture("prisma-names", "schema.prisma"),
                new DriftFixture("drizzle-5", "snapshot.json"),
                new DriftFixture("drizzle-6", "snapshot.json"),
                new DriftFixture("drizzle-7", "snapshot.json"),
                new DriftFixture("drizzle-9", "snapshot.json"));
    }

    boolean isPrisma() {
        return name.startsWith("prisma");
    }

    String name() {
        return name;
    }

    /** What the migration leaves. */
    Catalog catalog() {
        return catalog;
    }

    /** What differs after some more SQL. */
    List<Recommendation> drift(String more) {
        LintRequest request = request(more);
        Drifts drifts = new Drifts(request.tree(), Predictions.of(request).catalogs(), path -> {
            throw new AssertionError(path + " is no dump");
        });
        drifts.look(truth);
        if (!drifts.unreadable().isEmpty()) {
            throw new AssertionError(drifts.unreadable());
        }
        return drifts.recommendations();
    }

    /** What the recommendations are about, in order. */
    List<String> objects(String more) {
        return drift(more).stream().map(Recommendation::object).sorted().toList();
    }

    private LintRequest request(String more) {
        Map<String, String> all = new TreeMap<>(files);
        all.put("db/V2__more.sql", more);
        return LintRequest.of(MemoryTree.of(all), List.of("db"));
    }

    private Map<String, String> truths() {
        Path folder = FOLDER.resolve(name);
        Map<String, String> texts = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(folder.resolve(truth))) {
            paths.filter(Files::isRegularFile)
                    .forEach(path -> texts.put(folder.relativize(path).toString(), read(path)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }

    /** Without those that Prisma is told to leave alone. */
    Stream<Table> declaredTables() {
        return catalog.tables().filter(table -> !table.name().name().equals("Ignored"));
    }

    static String quoted(Table table) {
        return Identifiers.quote(table.name());
    }

    static String alter(Table table, String action) {
        return "ALTER TABLE " + quoted(table) + " " + action + ";";
    }

    /** Exactly these objects are told of after the SQL. */
    void check(SoftAssertions softly, String sql, String... objects) {
        softly.assertThat(objects(sql)).as(sql).containsExactlyInAnyOrder(objects);
    }

    private static String read(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
