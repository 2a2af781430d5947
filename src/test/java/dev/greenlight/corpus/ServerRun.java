package dev.greenlight.corpus;

import dev.greenlight.migration.Direction;
import dev.greenlight.migration.MigrationHistory;
import dev.greenlight.migration.Script;
import dev.greenlight.migration.ScriptReader;
import dev.greenlight.migration.TransactionMode;
import dev.greenlight.replay.ServerCatalog;
import dev.greenlight.source.Span;
import dev.greenlight.sql.Splitter;
import dev.greenlight.sql.StatementText;
import dev.greenlight.sql.TransactionStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.TransactionState;

/**
 * A history's migrations run on a server in the order and transactions in which Greenlight says that its tool runs
 * them, to the first one that fails. Commands of psql are left out.
 */
final class ServerRun {
    private static final String DUPLICATE_OBJECT = "42710";
    private static final Pattern EXTENSION = Pattern.compile(
            "\\s*CREATE\\s+EXTENSION\\s+(?:IF\\s+NOT\\s+EXISTS\\s+)?\"?([\\w-]+)", Pattern.CASE_INSENSITIVE);

    private final Connection connection;
    private final Witness witness;
    private final List<String> unavailable = new ArrayList<>();
    private final List<String> leftOut = new ArrayList<>();
    private int done;
    private Optional<String> failure = Optional.empty();

    private ServerRun(Connection connection, Witness witness) {
        this.connection = connection;
        this.witness = witness;
    }

    /** Is shown what some statements make of the server's catalog. */
    interface Witness {
        Witness OF_NOTHING = new Witness() {
            @Override
            public boolean wants(Script.Entry entry) {
                return false;
            }

            @Override
            public void sees(Script.Entry entry, SortedSet<String> before, SortedSet<String> after) {}

            @Override
            public void seesFail(Script.Entry entry, String error) {}

            @Override
            public boolean goesOnWithout(Script script) {
                return false;
            }
        };

        boolean wants(Script.Entry entry);

        /** Both are as {@link ServerCatalog} has them. */
        void sees(Script.Entry entry, SortedSet<String> before, SortedSet<String> after);

        void seesFail(Script.Entry entry, String error);

        /** Whether the rest is run as if the project did not have this migration, which has failed and left nothing. */
        boolean goesOnWithout(Script script);
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
        return of(ups(history), prelude, connection, Witness.OF_NOTHING);
    }

    static Outcome of(List<Script> ups, String prelude, Connection connection, Witness witness) throws SQLException {
        ServerRun run = new ServerRun(connection, witness);
        for (StatementText statement : Splitter.split(prelude, new Span(0, prelude.length()))) {
            String sql =
                    prelude.substring(statement.span().start(), statement.span().end());
            if (!run.isUnavailable(sql)) {
                run.prepare(sql);
            }
        }
        for (Script script : ups) {
            if (run.failure.isEmpty()) {
                run.run(script);
            }
        }
        return new Outcome(run.done, run.failure, run.leftOut, run.unavailable);
    }

    /** Those that go up, in the order of running. */
    static List<Script> ups(MigrationHistory history) {
        return ScriptReader.read(history.migrations().stream()
                .filter(migration -> migration.direction() != Direction.DOWN)
                .toList());
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
        for (List<Script.Entry> section : sections(script)) {
            TransactionMode mode = section.getFirst().section().transaction();
            if (!attempt(script, mode, available(script, section))) {
                leaveOut(script, mode);
                return;
            }
        }
        done++;
    }

    /** What psql would have copied is not there. */
    private void leaveOut(Script script, TransactionMode mode) throws SQLException {
        boolean copies =
                script.entries().stream().anyMatch(entry -> entry.text().kind() == StatementText.Kind.META_COMMAND);
        boolean undone = mode == TransactionMode.MIGRATION && sections(script).size() == 1;
        if (copies || undone && witness.goesOnWithout(script)) {
            send("ROLLBACK");
            leftOut.add(failure.orElseThrow());
            failure = Optional.empty();
        }
    }

    private static List<List<Script.Entry>> sections(Script script) {
        Map<Object, List<Script.Entry>> sections = new LinkedHashMap<>();
        for (Script.Entry entry : script.entries()) {
            if (entry.text().kind() == StatementText.Kind.SQL) {
                sections.computeIfAbsent(entry.section(), section -> new ArrayList<>())
                        .add(entry);
            }
        }
        return List.copyOf(sections.values());
    }

    private boolean attempt(Script script, TransactionMode mode, List<Script.Entry> statements) throws SQLException {
        if (mode == TransactionMode.IMPLICIT && statements.stream().noneMatch(witness::wants)) {
            return attempt(
                    script,
                    statements.stream().map(entry -> text(script, entry)).collect(Collectors.joining(";\n")));
        }
        boolean wrapped = mode == TransactionMode.IMPLICIT ? isImplicitBlock(statements) : mode != TransactionMode.NONE;
        if (wrapped) {
            send("BEGIN");
        }
        for (Script.Entry statement : statements) {
            if (!attempt(script, statement)) {
                return false;
            }
        }
        if (wrapped) {
            send("COMMIT");
        }
        return true;
    }

    /** What is sent as one string is one transaction, if it holds none of its own. */
    private static boolean isImplicitBlock(List<Script.Entry> statements) {
        return statements.size() > 1
                && statements.stream().noneMatch(entry -> entry.statement() instanceof TransactionStatement);
    }

    private boolean attempt(Script script, Script.Entry entry) throws SQLException {
        if (!witness.wants(entry)) {
            return attempt(script, text(script, entry));
        }
        SortedSet<String> before = lines();
        boolean succeeds = attempt(script, text(script, entry));
        if (succeeds) {
            witness.sees(entry, before, lines());
        } else {
            witness.seesFail(entry, failure.orElseThrow());
        }
        return succeeds;
    }

    /** Types are shown with their schema, whatever search path there is. */
    private SortedSet<String> lines() throws SQLException {
        boolean open = connection.unwrap(BaseConnection.class).getTransactionState() == TransactionState.OPEN;
        send(open ? "SAVEPOINT before_lines" : "BEGIN");
        send("SET LOCAL search_path = public");
        SortedSet<String> lines = ServerCatalog.lines(connection);
        send(open ? "ROLLBACK TO before_lines; RELEASE before_lines" : "ROLLBACK");
        return lines;
    }

    private static String text(Script script, Script.Entry entry) {
        return script.migration().file().text(entry.text().span());
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

    private List<Script.Entry> available(Script script, List<Script.Entry> statements) throws SQLException {
        List<Script.Entry> available = new ArrayList<>();
        for (Script.Entry entry : statements) {
            if (!isUnavailable(text(script, entry))) {
                available.add(entry);
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
