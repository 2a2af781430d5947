package dev.greenlight.effect;

import dev.greenlight.migration.Direction;
import dev.greenlight.migration.Script;
import dev.greenlight.migration.TransactionMode;
import dev.greenlight.oracle.Oracle;
import dev.greenlight.replay.ReplayOptions;
import dev.greenlight.replay.Replaying;
import dev.greenlight.replay.Step;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.postgresql.util.PSQLWarning;

/**
 * A column of each of some types, changed to each of them: what that is said to take, and what a server says that it
 * takes. The answer is a {@link Work}, or the SQLSTATE with which it is refused.
 *
 * @param surroundings a statement on the table {@code %1$s}, whose column is {@code c}; empty for none
 */
record TypePairs(List<String> types, String surroundings, String timezone) {
    /** Types that are used below. */
    static final String SETUP = """
            CREATE EXTENSION citext;
            CREATE TYPE mood AS ENUM ('sad', 'ok');
            CREATE DOMAIN label AS text;
            CREATE DOMAIN email AS text CHECK (VALUE LIKE '%@%');
            CREATE DOMAIN short AS varchar(10);
            CREATE DOMAIN positive AS int CHECK (VALUE > 0);
            """;

    private String setup() {
        return SETUP
                + IntStream.range(0, types.size())
                        .mapToObj(i -> "CREATE TABLE t" + i + " (c " + types.get(i) + ", d int); INSERT INTO t" + i
                                + " VALUES (NULL, 1);\n" + surroundings.formatted("t" + i) + ";\n")
                        .collect(Collectors.joining());
    }

    private List<String> changes() {
        List<String> changes = new ArrayList<>();
        for (int i = 0; i < types.size(); i++) {
            for (String type : types) {
                changes.add("ALTER TABLE t" + i + " ALTER COLUMN c TYPE " + type);
            }
        }
        return changes;
    }

    int count() {
        return types.size() * types.size();
    }

    /** One line for each pair that fares otherwise on the server. */
    List<String> differences(Oracle oracle) throws SQLException {
        List<String> changes = changes();
        List<String> predicted = predicted(oracle, changes);
        List<String> observed = observed(oracle, changes);
        return IntStream.range(0, changes.size())
                .filter(i -> !predicted.get(i).equals(observed.get(i)))
                .mapToObj(i -> types.get(i / types.size()) + " to " + types.get(i % types.size()) + ": server "
                        + observed.get(i) + ", predicted " + predicted.get(i))
                .toList();
    }

    private List<String> predicted(Oracle oracle, List<String> changes) {
        Replaying replaying = Replaying.plain()
                .version(oracle.version().major())
                .openness(ReplayOptions.Openness.CLOSED)
                .mode(TransactionMode.MIGRATION);
        List<Script> scripts = new ArrayList<>();
        scripts.add(replaying.script("setup.sql", setup(), Direction.UP));
        changes.forEach(change -> scripts.add(replaying.script(scripts.size() + ".sql", change, Direction.DOWN)));
        Effects effects = new Effects(new Server(oracle.version(), Optional.of(ZoneId.of(timezone))));
        return replaying.runScripts(scripts).runs().stream()
                .skip(1)
                .map(run -> predicted(effects, run.steps().getFirst()))
                .toList();
    }

    private static String predicted(Effects effects, Step step) {
        return step.error()
                .map(error -> error.state().code())
                .orElseGet(() -> effects.of(step).work().id());
    }

    private List<String> observed(Oracle oracle, List<String> changes) throws SQLException {
        List<String> observed = new ArrayList<>();
        try (Connection connection = oracle.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(setup());
            statement.execute("SET timezone = '" + timezone + "'; SET client_min_messages = debug1");
            for (String change : changes) {
                observed.add(observed(statement, change));
            }
        }
        return observed;
    }

    private static String observed(Statement statement, String change) throws SQLException {
        try {
            statement.execute("BEGIN; " + change);
            return work(notices(statement)).id();
        } catch (SQLException e) {
            return e.getSQLState();
        } finally {
            statement.execute("ROLLBACK");
        }
    }

    private static List<String> notices(Statement statement) throws SQLException {
        List<String> notices = new ArrayList<>();
        for (SQLWarning warning = statement.getWarnings(); warning != null; warning = warning.getNextWarning()) {
            notices.add(String.valueOf(
                    ((PSQLWarning) warning).getServerErrorMessage().getMessage()));
        }
        return notices;
    }

    private static Work work(List<String> notices) {
        if (notices.stream().anyMatch(notice -> notice.startsWith("rewriting table "))) {
            return Work.REWRITE;
        }
        if (notices.stream().anyMatch(notice -> notice.matches("building index .* on table \"[tu].*"))) {
            return Work.INDEX_BUILD;
        }
        boolean verifies = notices.stream().anyMatch(notice -> notice.startsWith("verifying table "));
        return verifies ? Work.SCAN : Work.CATALOG;
    }
}
