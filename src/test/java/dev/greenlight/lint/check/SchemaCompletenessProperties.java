package dev.greenlight.lint.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlight.effect.TableSizes;
import dev.greenlight.lint.DatabaseSettings;
import dev.greenlight.lint.LintRequest;
import dev.greenlight.lint.Linter;
import dev.greenlight.lint.SchemaReview;
import dev.greenlight.lint.config.ConfigurationReader;
import dev.greenlight.oracle.Oracle;
import dev.greenlight.oracle.ServerError;
import dev.greenlight.oracle.ServerSession;
import dev.greenlight.postgres.PostgresVersion;
import dev.greenlight.replay.ReplayOptions.Openness;
import dev.greenlight.rule.Level;
import dev.greenlight.source.MemoryTree;
import dev.greenlight.source.SourceFile;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;

/** A schema is complete exactly when nothing is reported: a server that ran the same migrations says what it has. */
@Tag("database-migration-fix")
@Tag("postgres")
final class SchemaCompletenessProperties {
    /** What servers say of a name that stands for nothing: a table, a column, a schema, a function, anything else. */
    private static final Set<String> UNDEFINED = Set.of("42P01", "42703", "3F000", "42883", "42704");

    private static final Set<String> STOPS = Set.of("unmet-reference", "rejected-by-postgres");

    private static final List<List<String>> PATHS =
            List.of(List.of("public"), List.of("app", "public"), List.of("Sales"));

    /** Feature: database-migration-fix, Property 6: Schema Completeness Validation. */
    @Property(tries = 150)
    @Tag("property-6")
    void whatIsRequiredIsReportedExactlyWhenTheServerLacksIt(@ForAll long seed) throws SQLException {
        Random random = new Random(seed);
        List<String> path = PATHS.get(random.nextInt(PATHS.size()));
        GappyHistory history = history(random, path);
        try (ServerSession server = session(path)) {
            boolean stops = !run(history, server).isEmpty();
            String configuration = requirements(random, server);
            Requirements required = read(configuration);

            SchemaReview review = SchemaReview.of(request(history, path), required, List.of());

            String given = "%s with the path %s behind%n%s".formatted(configuration, path, history);
            assertThat(review.histories().getFirst().errors() > 0).as(given).isEqualTo(stops);
            Set<String> lacking = lacking(required, server);
            if (stops) {
                // What a statement that failed would have made is not known; nothing is called missing for it.
                assertThat(lacking).as(given).containsAll(missing(review));
            } else {
                assertThat(missing(review)).as(given).isEqualTo(lacking);
                assertThat(review.required()).as(given).hasSameSizeAs(lacking);
            }
        }
    }

    /** Feature: database-migration-fix, Property 6: Schema Completeness Validation. */
    @Property(tries = 150)
    @Tag("property-6")
    void aReferenceIsUnmetExactlyWhereTheServerStopsForWantOfIt(@ForAll long seed) {
        Random random = new Random(seed);
        List<String> path = PATHS.get(random.nextInt(PATHS.size()));
        GappyHistory history = history(random, path);
        try (ServerSession server = session(path)) {
            Optional<String> stop = run(history, server).stream().findFirst();

            Optional<String> reported = Linter.lint(request(history, path)).findings().stream()
                    .filter(finding -> STOPS.contains(finding.rule()))
                    .map(finding -> finding.file().path() + " " + finding.rule())
                    .findFirst();

            assertThat(reported)
                    .as("first stop, path %s, in%n%s", path, history)
                    .isEqualTo(stop);
        }
    }

    private static GappyHistory history(Random random, List<String> path) {
        try (ServerSession session = session(path)) {
            GappyHistory history = GappyHistory.random(random, session);
            return random.nextInt(3) == 0 ? history : history.withGap(random);
        }
    }

    private static ServerSession session(List<String> path) {
        ServerSession session = new ServerSession(Oracle.postgres().connect());
        session.beginWith(path.stream().map(schema -> '"' + schema + '"').collect(Collectors.joining(", ")));
        return session;
    }

    /** Where it fails, each with the rule that has to say so; what fails is skipped. */
    private static List<String> run(GappyHistory history, ServerSession server) {
        List<String> failures = new ArrayList<>();
        String path = server.searchPath();
        files(history).forEach((file, migration) -> {
            for (String sql : migration) {
                server.send(sql).map(error -> file + " " + rule(error)).ifPresent(failures::add);
            }
            server.require("DISCARD ALL");
            server.beginWith(path);
        });
        return failures;
    }

    private static String rule(ServerError error) {
        return UNDEFINED.contains(error.sqlState()) ? "unmet-reference" : "rejected-by-postgres";
    }

    private static Map<String, List<String>> files(GappyHistory history) {
        Map<String, List<String>> files = new TreeMap<>();
        for (List<String> migration : history.migrations()) {
            files.put("db/V%02d__step.sql".formatted(files.size() + 1), migration);
        }
        return files;
    }

    private static LintRequest request(GappyHistory history, List<String> path) {
        Map<String, String> texts = new TreeMap<>();
        files(history).forEach((file, migration) -> texts.put(file, GappyHistory.text(migration)));
        DatabaseSettings database = new DatabaseSettings(
                PostgresVersion.NEWEST, Optional.empty(), Openness.CLOSED, path, List.of(), TableSizes.UNKNOWN);
        return LintRequest.of(MemoryTree.of(texts), List.of("db")).withDatabase(database);
    }

    /** Some tables, mostly such as there are, with columns that are there and columns that are not, as YAML. */
    private static String requirements(Random random, ServerSession server) throws SQLException {
        Set<String> names = new TreeSet<>();
        for (int i = 0; i < 1 + random.nextInt(3); i++) {
            names.add(GappyHistory.anyTable(random));
        }
        names.addAll(
                existing(server).stream().filter(name -> random.nextInt(3) == 0).toList());
        StringBuilder yaml = new StringBuilder("require:\n  tables:\n");
        for (String name : names) {
            List<String> columns = new ArrayList<>(columns(name, server).orElse(List.of()));
            columns.removeIf(column -> random.nextBoolean());
            columns.add(random.nextInt(3) == 0 ? GappyHistory.anyColumn(random) : "id");
            yaml.append("    '%s': {required: %s, optional: '%s'}%n"
                    .formatted(name, quoted(columns), GappyHistory.anyColumn(random)));
        }
        return yaml.toString();
    }

    private static List<String> quoted(List<String> columns) {
        return columns.stream().distinct().map(column -> "'" + column + "'").toList();
    }

    private static Requirements read(String configuration) {
        ConfigurationReader.Read read = ConfigurationReader.read(SourceFile.of("greenlight.yml", configuration));
        assertThat(read.problems()).isEmpty();
        return read.configuration().require().orElseThrow();
    }

    /** What is called missing, without what is called unknown. */
    private static Set<String> missing(SchemaReview review) {
        return review.required().stream()
                .filter(each -> !each.message().startsWith("it is not known"))
                .map(each -> words(each.level(), each.object()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> lacking(Requirements required, ServerSession server) throws SQLException {
        Set<String> lacking = new TreeSet<>();
        for (Requirements.Table table : required.tables()) {
            Optional<List<String>> columns = columns(table.name(), server);
            if (columns.isEmpty()) {
                lacking.add(words(Level.RED, table.name()));
            } else {
                Stream.concat(
                                table.required().stream().map(column -> words(Level.RED, table.name(), column)),
                                table.optional().stream().map(column -> words(Level.NOTE, table.name(), column)))
                        .filter(words -> columns.get().stream().noneMatch(column -> words.endsWith("." + column)))
                        .forEach(lacking::add);
            }
        }
        return lacking;
    }

    private static String words(Level level, String... names) {
        return level.name().toLowerCase(Locale.ROOT) + " " + String.join(".", names);
    }

    private static List<String> existing(ServerSession server) throws SQLException {
        return column(server, """
                SELECT n.nspname || '.' || c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                WHERE n.nspname IN ('public', 'app', 'Sales') AND c.relkind IN ('r', 'v', 'm') AND $1 IS NOT NULL""", "");
    }

    /** The columns of what a session means by a name; empty where that is no table and no view. */
    private static Optional<List<String>> columns(String name, ServerSession server) throws SQLException {
        String quoted =
                Stream.of(name.split("\\.")).map(part -> '"' + part + '"').collect(Collectors.joining("."));
        List<String> kind = column(server, "SELECT relkind FROM pg_class WHERE oid = to_regclass($1)", quoted);
        return kind.isEmpty() || !Set.of("r", "v", "m").contains(kind.getFirst())
                ? Optional.empty()
                : Optional.of(column(server, """
                        SELECT attname FROM pg_attribute
                        WHERE attrelid = to_regclass($1) AND attnum > 0 AND NOT attisdropped""", quoted));
    }

    private static List<String> column(ServerSession server, String sql, String parameter) throws SQLException {
        try (PreparedStatement statement = server.connection().prepareStatement(sql.replace("$1", "?"))) {
            statement.setString(1, parameter);
            List<String> values = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    values.add(rows.getString(1));
                }
            }
            return values;
        }
    }
}
