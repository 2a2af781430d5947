package dev.greenlight.oracle;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * The databases of one server: new ones are copies of a template, which takes milliseconds whatever was put into it,
 * and go some time after the connection to them is closed.
 */
final class Databases {
    private static final String EMPTY = "template1";

    private final int version;
    private final UnaryOperator<String> url;
    private final Connection maintenance;
    private final List<Open> open = new ArrayList<>();
    private final Map<String, Template> named = new HashMap<>();
    private int made;

    private record Open(String name, Connection connection) {}

    /** @param url of a database of this name */
    Databases(int version, UnaryOperator<String> url) throws SQLException {
        this.version = version;
        this.url = url;
        this.maintenance = session("postgres");
    }

    /** In simple mode the driver sends a string as it is, with all of its statements at once. */
    Connection session(String database) throws SQLException {
        return DriverManager.getConnection(url.apply(database));
    }

    synchronized Connection copy() throws SQLException {
        return copyOf(EMPTY);
    }

    synchronized Connection copy(Template template) throws SQLException {
        return copyOf(template.database());
    }

    private Connection copyOf(String template) throws SQLException {
        dropUnused();
        String name = "oracle_" + ++made;
        // The files are copied faster than their pages are logged (manual CREATE DATABASE).
        String strategy = version >= 15 ? " STRATEGY file_copy" : "";
        execute("CREATE DATABASE " + name + " TEMPLATE " + template + strategy);
        Connection connection = session(name);
        open.add(new Open(name, connection));
        return connection;
    }

    /** The template of this name, which is made of the prelude by whoever asks first. */
    synchronized Template named(String name, String prelude) throws SQLException {
        Template known = named.get(name);
        if (known != null) {
            return known;
        }
        Connection connection = copyOf(EMPTY);
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute(prelude);
        }
        Template made = keep(connection);
        named.put(name, made);
        return made;
    }

    /** A database that somebody is connected to cannot be copied. */
    synchronized Template keep(Connection connection) throws SQLException {
        String name = connection.getCatalog();
        connection.close();
        open.removeIf(one -> one.name().equals(name));
        return new Template(name);
    }

    synchronized void drop(Template template) throws SQLException {
        drop(template.database());
    }

    private void dropUnused() throws SQLException {
        for (Open one : List.copyOf(open)) {
            if (one.connection().isClosed()) {
                drop(one.name());
                open.remove(one);
            }
        }
    }

    private void drop(String name) throws SQLException {
        execute("DROP DATABASE " + name + (version >= 13 ? " WITH (FORCE)" : ""));
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = maintenance.createStatement()) {
            statement.execute(sql);
        }
    }
}
