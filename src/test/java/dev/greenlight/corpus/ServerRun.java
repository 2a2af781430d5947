package dev.greenlight.corpus;

import dev.greenlight.migration.Direction;
import dev.greenlight.migration.Migration;
import dev.greenlight.migration.MigrationHistory;
import dev.greenlight.migration.Script;
import dev.greenlight.migration.ScriptReader;
import dev.greenlight.migration.TransactionMode;
import dev.greenlight.sql.StatementText;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A history's migrations run on a server in the order and transactions in which Greenlight says that its tool runs
 * them, to the first one that fails. Commands of psql are left out.
 */
final class ServerRun {
    private final Connection connection;
    private final List<String> unavailable = new ArrayList<>();
    private int done;
    private Optional<String> failure = Optional.empty();

    private ServerRun(Connection connection) {
        this.connection = connection;
    }

    /**
     * @param done how many migrations were run to their end
     * @param failure where and why the next one failed
     * @param unavailable extensions that the server does not have: what misses their types and functions says nothing
     *     about the order
     */
    record Outcome(int done, Optional<String> failure, List<String> unavailable) {}

    static Outcome of(MigrationHistory history, String prelude, Connection connection) throws SQLException {
        ServerRun run = new ServerRun(connection);
        if (!prelude.isEmpty()) {
            run.send(prelude);
        }
        List<Migration> ups = history.migrations().stream()
                .filter(migration -> migration.direction() != Direction.DOWN)
                .toList();
        for (Script script : ScriptReader.read(ups)) {
            if (run.failure.isEmpty()) {
                run.run(script);
            }
        }
        return new Outcome(run.done, run.failure, run.unavailable);
    }

    private void run(Script script) throws SQLException {
        for (List<String> section : sections(script)) {
            TransactionMode mode = TransactionMode.valueOf(section.getFirst());
            if (!attempt(script, mode, section.subList(1, section.size()))) {
                return;
            }
        }
        done++;
    }

    /** Of each section its mode, then its statements. */
    private static List<List<String>> sections(Script script) {
        Map<Object, List<String>> sections = new LinkedHashMap<>();
        for (Script.Entry entry : script.entries()) {
            if (entry.text().kind() == StatementText.Kind.SQL) {
                sections.computeIfAbsent(entry.section(), section -> {
                            List<String> texts = new ArrayList<>();
                            texts.add(entry.section().transaction().name());
                            return texts;
                        })
                        .add(script.migration().file().text(entry.text().span()));
            }
        }
        return List.copyOf(sections.values());
    }

    private boolean attempt(Script script, TransactionMode mode, List<String> statements) throws SQLException {
        if (mode == TransactionMode.IMPLICIT) {
            return attempt(script, String.join(";\n", statements));
        }
        boolean wrapped = mode != TransactionMode.NONE;
        if (wrapped) {
            send("BEGIN");
        }
        for (String statement : statements) {
            if (!attempt(script, statement)) {
                return false;
            }
        }
        if (wrapped) {
            send("COMMIT");
        }
        return true;
    }

    private boolean attempt(Script script, String sql) {
        try {
            send(sql);
            return true;
        } catch (SQLException e) {
            String message = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
            if (message.contains("is not available")) {
                unavailable.add(message);
            }
            failure = Optional.of(script.migration().path() + ": " + e.getSQLState() + " " + message);
            return false;
        }
    }

    private void send(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute(sql);
        }
    }
}
