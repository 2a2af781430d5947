package dev.greenlight.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlight.migration.Histories.Inputs;
import dev.greenlight.source.DiskTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Real projects, each given by its root folder: the one history below the manifest's path is to be found. */
@Tag("corpus")
class CorpusLayoutTest {
    private static final Path CORPUS = Path.of(System.getProperty("corpus.dir", "."));

    /** Those whose layout is known by now; the others have to be read without failing. */
    private static final Map<String, String> LAYOUTS = Map.ofEntries(
            Map.entry("familie-ba-sak", "flyway"),
            Map.entry("opal-fines", "flyway"),
            Map.entry("nomulus", "flyway"),
            Map.entry("kestra", "flyway"),
            Map.entry("bfd", "flyway"),
            Map.entry("minder", "golang-migrate"),
            Map.entry("openmeter", "golang-migrate"),
            Map.entry("hasura-auth", "golang-migrate"),
            Map.entry("concourse", "golang-migrate"),
            Map.entry("crates.io", "diesel"),
            Map.entry("graph-node", "diesel"),
            Map.entry("langfuse", "prisma"),
            Map.entry("umami", "prisma"),
            Map.entry("dokploy", "drizzle"),
            Map.entry("ai-chatbot", "drizzle"),
            Map.entry("planx", "hasura"),
            Map.entry("chatbot-ui", "supabase"),
            Map.entry("temporal", "temporal"),
            Map.entry("hatchet", "goose"),
            Map.entry("openfga", "goose"),
            Map.entry("measure", "dbmate"),
            Map.entry("stellar-horizon", "sql-migrate"),
            Map.entry("cas-cif", "sqitch"),
            Map.entry("kratos", "popx"),
            Map.entry("docs.rs", "sqlx"),
            Map.entry("svix", "sqlx"),
            Map.entry("supabase-storage", "numbered"),
            Map.entry("pay-ledger", "liquibase"),
            Map.entry("bytebase", "numbered"));

    /** A line of the corpus's manifest. What goes up and is not called {@code .sql} is no migration for any tool here. */
    record Project(String name, String path, long ups) {}

    static List<Project> projects() throws IOException {
        try (Stream<String> lines = Files.lines(CORPUS.resolve("MANIFEST.tsv"))) {
            return lines.skip(1)
                    .map(line -> line.split("\t"))
                    .map(line ->
                            new Project(line[0], line[3], Math.min(Long.parseLong(line[5]), Long.parseLong(line[7]))))
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("projects")
    void a_project_s_migrations_are_found_below_its_root(Project project) {
        Inputs inputs = Histories.find(DiskTree.below(CORPUS), List.of(project.name()), HistoryOptions.RECOGNISED);
        String layout = LAYOUTS.get(project.name());
        String folder = project.name() + "/" + project.path() + "/";
        List<MigrationHistory> histories = inputs.histories().stream()
                .filter(history -> layout == null || (history.folder() + "/").startsWith(folder))
                .toList();
        assertThat(histories).hasSize(1);
        if (layout != null) {
            assertThat(histories.getFirst().layout()).isEqualTo(layout);
            assertThat(ups(histories.getFirst())).isEqualTo(project.ups());
        }
    }

    private static long ups(MigrationHistory history) {
        return history.migrations().stream()
                .filter(migration -> migration.direction() == Direction.UP)
                .count();
    }
}
