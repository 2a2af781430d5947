package dev.greenlight.corpus;

import dev.greenlight.lint.LintRequest;
import dev.greenlight.migration.Direction;
import dev.greenlight.postgres.PostgresVersion;
import dev.greenlight.replay.ReplayOptions;
import dev.greenlight.replay.Replaying;
import dev.greenlight.source.DiskTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A line of a corpus' {@code MANIFEST.tsv}.
 *
 * @param path of its migrations, below the project's folder
 * @param migrations how many of them go up
 * @param replay how far a server follows them: {@code full…} or how many of them and the error
 */
record CorpusProject(String name, String path, String framework, int migrations, String replay) {
    private static final PostgresVersion VERSION = new PostgresVersion(15);

    /** Those that have been replayed on a server. */
    static List<CorpusProject> all(Path corpus) throws IOException {
        return Files.readAllLines(corpus.resolve("MANIFEST.tsv")).stream()
                .skip(1)
                .map(line -> line.split("\t", -1))
                .filter(field -> !field[11].equals("not replayed"))
                .map(field -> new CorpusProject(field[0], field[3], field[4], Integer.parseInt(field[5]), field[11]))
                .toList();
    }

    /** Whether Greenlight knows the layout of its tool, and so its order, directions and transactions. */
    boolean isOfKnownTool() {
        return Stream.of(
                        "flyway",
                        "sqlx",
                        "goose",
                        "dbmate",
                        "sql-migrate",
                        "sqitch",
                        "popx",
                        "golang-migrate",
                        "numbered SQL (",
                        "diesel",
                        "prisma",
                        "drizzle",
                        "hasura",
                        "liquibase",
                        "supabase",
                        "version dirs + manifest.json")
                .anyMatch(framework::startsWith);
    }

    /** To lint it as it is on a server of the version that the corpus was replayed on, with what it expects there. */
    LintRequest request(Path corpus) {
        boolean prelude = Files.exists(corpus.resolve(name).resolve("PRELUDE.sql"));
        return LintRequest.of(DiskTree.below(corpus), List.of(name + "/" + path))
                .withVersion(VERSION)
                .withBaselineSchema(prelude ? List.of(name + "/PRELUDE.sql") : List.of());
    }

    /** To replay it as on that server. */
    static ReplayOptions options(String prelude) {
        return options(VERSION, prelude);
    }

    static ReplayOptions options(PostgresVersion version, String prelude) {
        return new ReplayOptions(
                version,
                Optional.empty(),
                ReplayOptions.Openness.CLOSED,
                ReplayOptions.DEFAULT_SEARCH_PATH,
                List.of(Replaying.plain().script("PRELUDE.sql", prelude, Direction.UP)));
    }

    boolean replaysFully() {
        return replay.startsWith("full");
    }
}
