package dev.greenlight.corpus;

import dev.greenlight.migration.Direction;
import dev.greenlight.migration.MigrationHistory;
import dev.greenlight.migration.Script;
import dev.greenlight.migration.ScriptReader;
import dev.greenlight.migration.TransactionMode;
import dev.greenlight.oracle.ServerFailure;
import dev.greenlight.oracle.ServerSession;
import dev.greenlight.oracle.Witness;
import dev.greenlight.source.Span;
import dev.greenlight.sql.Splitter;
import dev.greenlight.sql.StatementText;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A history's migrations run on a server in the order and transactions in which Greenlight says that its tool runs
 * them, to the first one that fails.
 */
final class ServerRun {
    private static final String DUPLICATE_OBJECT = "42710";
    private static final Pattern EXTENSION = Pattern.compile(
            "\\s*CREATE\\s+EXTENSION\\s+(?:IF\\s+NOT\\s+EXISTS\\s+)?\"?([\\w-]+)", Pattern.CASE_INSENSITIVE);

    private final ServerSession session;
    private final List<String> unavailable = new ArrayList<>();
    private final List<String> leftOut = new ArrayList<>();
    private int done;

    ServerRun(ServerSession session) {
        this.session = session;
    }

    /**
     * @param done how many migrations were run to their end
     * @param failure where and why the next one failed
     * @param leftOut migrations that fail without the rows that a command of psql would have brought
     * @param unavailable extensions that the server does not have: what misses their types and functions says nothing
     *     about the order
     */
    record Outcome(int done, Optional<ServerFailure> failure, List<String> leftOut, List<String> unavailable) {}

    /** Those that go up, in the order of running. */
    static List<Script> ups(MigrationHistory history) {
        return ScriptReader.read(history.migrations().stream()
                .filter(migration -> migration.direction() != Direction.DOWN)
                .toList());
    }

    /** Runs what the project takes for granted. Roles belong to the whole server, where another may have made them. */
    void prepare(String prelude) throws SQLException {
        for (StatementText statement : Splitter.split(prelude, new Span(0, prelude.length()))) {
            String sql =
                    prelude.substring(statement.span().start(), statement.span().end());
            if (!isUnavailable(sql)) {
                session.send(sql)
                        .filter(error -> !error.sqlState().equals(DUPLICATE_OBJECT))
                        .ifPresent(error -> {
                            throw new IllegalStateException(error + " in " + sql);
                        });
            }
        }
        session.beginWith(session.searchPath());
    }

    Outcome run(List<Script> ups) throws SQLException {
        return run(ups, Witness.OF_NOTHING, script -> false);
    }

    /** @param goesOnWithout whether the rest is run as if the project did not have a migration that failed */
    Outcome run(List<Script> ups, Witness witness, Predicate<Script> goesOnWithout) throws SQLException {
        for (Script script : ups) {
            Optional<ServerFailure> failure = session.run(available(script), witness);
            if (failure.isEmpty()) {
                done++;
            } else if (copies(script) || isUndone(script) && goesOnWithout.test(script)) {
                session.rollback();
                leftOut.add(failure.get().toString());
            } else {
                return outcome(failure);
            }
        }
        return outcome(Optional.empty());
    }

    private Outcome outcome(Optional<ServerFailure> failure) {
        return new Outcome(done, failure, leftOut, unavailable);
    }

    /** What psql would have copied is not there. */
    static boolean copies(Script script) {
        return script.entries().stream().anyMatch(entry -> entry.text().kind() == StatementText.Kind.META_COMMAND);
    }

    /** Whether a failure leaves nothing of it. */
    private static boolean isUndone(Script script) {
        return script.migration().transaction() == TransactionMode.MIGRATION
                && script.entries().stream()
                                .map(Script.Entry::section)
                                .distinct()
                                .count()
                        == 1;
    }

    /** Without what only makes an extension that the server does not have. */
    private Script available(Script script) throws SQLException {
        List<Script.Entry> available = new ArrayList<>();
        for (Script.Entry entry : script.entries()) {
            if (!isUnavailable(script.migration().file().text(entry.text().span()))) {
                available.add(entry);
            }
        }
        return new Script(script.migration(), available);
    }

    private boolean isUnavailable(String sql) throws SQLException {
        Matcher extension = EXTENSION.matcher(sql);
        if (!extension.lookingAt()) {
            return false;
        }
        try (PreparedStatement available =
                session.connection().prepareStatement("SELECT FROM pg_available_extensions WHERE name = ?")) {
            available.setString(1, extension.group(1));
            return !available.executeQuery().next() && unavailable.add(extension.group(1));
        }
    }
}
