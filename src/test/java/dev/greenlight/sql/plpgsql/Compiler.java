package dev.greenlight.sql.plpgsql;

import dev.greenlight.oracle.Oracle;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/**
 * A real server that makes functions of bodies, whose code it checks then and does not run (manual 20.11.1,
 * check_function_bodies). What it misses in its catalog is made first, as far as that can be done: what is asked is
 * whether the code is right. Nothing of it stays.
 */
final class Compiler implements AutoCloseable {
    private static final int MOST_MISSING = 60;

    /** What the server misses, and what to make of the first and second name in its message. */
    private static final List<Missing> MISSING = List.of(
            new Missing("schema \"(.+?)\" does not exist", "CREATE SCHEMA %1$s"),
            new Missing("type \"?(.+?)\"? (?:does not exist|is only a shell)", "CREATE TYPE %1$s AS %3$s"),
            new Missing("relation \"(.+?)\" does not exist", "CREATE TABLE %1$s ()"),
            new Missing(
                    "column \"(.+?)\" of relation \"(.+?)\" does not exist", "ALTER TABLE %2$s ADD COLUMN %1$s int"));

    private record Missing(Pattern message, String making) {
        Missing(String message, String making) {
            this(Pattern.compile(message), making);
        }
    }

    /**
     * What the server says of a body.
     *
     * @param offset of the offending token in the body; -1 where the server does not say
     * @param compiling whether the server had come to the body
     */
    record Rejection(String sqlState, String message, int offset, boolean compiling) {
        private static final List<String> OF_CODE = List.of("42601", "22005", "22004", "42804", "0A000");

        /** Whether it is about the code itself, and not about what stands before it or is in the catalog. */
        boolean isOfCode() {
            return compiling && OF_CODE.contains(sqlState);
        }
    }

    private final Connection connection;

    Compiler() throws SQLException {
        connection = Oracle.postgres().connect();
        connection.setAutoCommit(false);
    }

    /** Why the server rejects a body, if it does, whatever its unknown types are: first as records, then as scalars. */
    List<Rejection> compile(Body body) {
        Optional<Rejection> withRecords = compile(body, "(x int)");
        Optional<Rejection> withScalars = withRecords.isEmpty() ? withRecords : compile(body, "ENUM ()");
        return withScalars.isEmpty() ? List.of() : List.of(withRecords.orElseThrow(), withScalars.get());
    }

    private Optional<Rejection> compile(Body body, String kindOfTypes) {
        String quote = "$" + "q".repeat(1 + longestRun(body.text())) + "$";
        String prefix = body.head() + quote;
        String sql = prefix + body.text() + quote + body.tail();
        List<String> made = new ArrayList<>();
        Optional<Rejection> rejection = run(sql, made, prefix.length(), body.text());
        for (int i = 0; i < MOST_MISSING; i++) {
            Optional<String> making = rejection.flatMap(found -> making(found, kindOfTypes));
            if (making.isEmpty() || made.contains(making.get())) {
                return rejection;
            }
            made.add(making.get());
            rejection = run(sql, made, prefix.length(), body.text());
        }
        return rejection;
    }

    private static int longestRun(String text) {
        Matcher runs = Pattern.compile("q+").matcher(text);
        return runs.results().mapToInt(run -> run.group().length()).max().orElse(0);
    }

    private static Optional<String> making(Rejection rejection, String kindOfTypes) {
        for (Missing missing : MISSING) {
            Matcher matcher = missing.message().matcher(rejection.message());
            if (!rejection.isOfCode() && matcher.lookingAt()) {
                String second = matcher.groupCount() > 1 ? matcher.group(2) : "";
                return Optional.of(missing.making().formatted(quoted(matcher.group(1)), quoted(second), kindOfTypes));
            }
        }
        return Optional.empty();
    }

    /** The server's messages have no quotes around the parts of a name. */
    private static String quoted(String name) {
        return "\"" + name.replace("[]", "").replace("\"", "").replace(".", "\".\"") + "\"";
    }

    private Optional<Rejection> run(String sql, List<String> first, int prefix, String body) {
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute("SET LOCAL check_function_bodies = on");
            for (String making : first) {
                statement.execute(making);
            }
            statement.execute(sql);
            return Optional.empty();
        } catch (PSQLException e) {
            return Optional.of(rejection(e, prefix, body));
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        } finally {
            rollback();
        }
    }

    private void rollback() {
        try {
            connection.rollback();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Rejection rejection(PSQLException e, int prefix, String body) {
        ServerErrorMessage message = e.getServerErrorMessage();
        if (message == null) {
            throw new IllegalStateException(e);
        }
        int position = message.getPosition() > 0
                ? message.getPosition() - 1 - prefix
                : message.getInternalPosition() > 0 ? message.getInternalPosition() - 1 : -1;
        int offset = position < 0
                ? -1
                : body.offsetByCodePoints(0, Math.min(position, body.codePointCount(0, body.length())));
        boolean compiling = position >= 0 || String.valueOf(message.getWhere()).contains("compilation of PL/pgSQL");
        String state = String.valueOf(e.getSQLState());
        return new Rejection(state, String.valueOf(message.getMessage()), offset, compiling);
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
