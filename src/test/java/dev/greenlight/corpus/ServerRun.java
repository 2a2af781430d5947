package dev.greenlight.corpus;

import dev.greenlight.migration.Direction;
import dev.greenlight.migration.Migration;
import dev.greenlight.migration.MigrationHistory;
import dev.greenlight.migration.Script;
import dev.greenlight.migration.ScriptReader;
import dev.greenlight.migration.TransactionMode;
import dev.greenlight.source.Span;
import dev.greenlight.sql.Splitter;
import dev.greenlight.sql.StatementText;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A history's migrations run on a server in the order and transactions in which Greenlight says that its tool runs
 * them, to the first one that fails. Commands of psql are left out.
 */
final class ServerRun {
    private static final String DUPLICATE_OBJECT = "42710";
    private static final Pattern EXTENSION = Pattern.compile(
            "\\s*CREATE\\s+EXTENSION\\s+(?:IF\\s+NOT\\s+EXISTS\\s+)?\"?([\\w-]+)", Pattern.CASE_INSENSITIVE);

    private final Connection connection;
    private final List<String> unavailable = new ArrayList<>();
    private final List<String> leftOut = new ArrayList<>();
    private int done;
    private Optional<String> failure = Optional.empty();

    private ServerRun(Connection connection) {
        this.connection = connection;
    }

    /**
     * @param done how many migrations were run to their end
     * @param failure where and why the next one failed
     * @param leftOut migrations that fail without the rows that a command of psql would have brought
     * @param unavailable extensions that the server does not have: what misses their types and functions says nothing
     *     about the order
     */
    record Outcome(int done, Optional<String> failure, List<String> leftOut, List<String> unavailable) {}

    static Outcome of(MigrationHistory history, String prelude, Connection connection) throws SQLException {
        ServerRun run = new ServerRun(connection);
        for (StatementText statement : Splitter.split(prelude, new Span(0, prelude.length()))) {
            String sql =
                    prelude.substring(statement.span().start(), statement.span().end());
            if (!run.isUnavailable(sql)) {
                run.prepare(sql);
            }
        }
        List<Migration> ups = history.migrations().stream()
                .filter(migration -> migration.direction() != Direction.DOWN)
                .toList();
        for (Script script : ScriptReader.read(ups)) {
            if (run.failure.isEmpty()) {
                run.run(script);
            }
        }
        return new Outcome(run.done, run.failure, run.leftOut, run.unavailable);
    }

    /** Roles belong to the whole server, where another project may have made them. */
    private void prepare(String sql) throws SQLException {
        try {
            send(sql);
        } catch (SQLException e) {
            if (!DUPLICATE_OBJECT.equals(e.getSQLState())) {
                throw e;
            }
        }
    }

    private static String firstLine(SQLException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }

    private void run(Script script) throws SQLException {
        for (List<String> section : sections(script)) {
            TransactionMode mode = TransactionMode.valueOf(section.getFirst());
            if (!attempt(script, mode, available(section.subList(1, section.size())))) {
                leaveOut(script);
                return;
            }
        }
        done++;
    }

    /** What psql would have copied is not there. */
    private void leaveOut(Script script) throws SQLException {
        if (script.entries().stream().anyMatch(entry -> entry.text().kind() == StatementText.Kind.META_COMMAND)) {
            send("ROLLBACK");
            leftOut.add(failure.orElseThrow());
            failure = Optional.empty();
        }
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
            failure = Optional.of(script.migration().path() + ": " + e.getSQLState() + " " + firstLine(e));
            return false;
        }
    }

    private List<String> available(List<String> statements) throws SQLException {
        List<String> available = new ArrayList<>();
        for (String sql : statements) {
            if (!isUnavailable(sql)) {
                available.add(sql);
            }
        }
        return available;
    }

    /** Whether it only makes an extension that the server does not have. */
    private boolean isUnavailable(String sql) throws SQLException {
        Matcher extension = EXTENSION.matcher(sql);
        if (!extension.lookingAt()) {
            return false;
        }
        try (PreparedStatement available =
                connection.prepareStatement("SELECT FROM pg_available_extensions WHERE name = ?")) {
            available.setString(1, extension.group(1));
            return !available.executeQuery().next() && unavailable.add(extension.group(1));
        }
    }

    /** A tool on JDBC has to write an operator's question mark twice. */
    private void send(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute(sql.replace("??", "?"));
        }
    }
}
