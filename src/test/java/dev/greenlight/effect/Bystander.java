package dev.greenlight.effect;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;

/** Another session, which tries to read and to write while a transaction holds its locks. */
final class Bystander implements AutoCloseable {
    private static final String LOCK_NOT_AVAILABLE = "55P03";

    private final Connection connection;

    Bystander(Connection connection) throws SQLException {
        this.connection = connection;
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET lock_timeout = 1");
        }
    }

    /**
     * Whether it has to wait to read one of the tables and views, to write to one, or for the next value of one of the
     * sequences.
     */
    Blocks blockedAt(Collection<String> tables, Collection<String> sequences) {
        if (tables.stream().anyMatch(table -> waits("EXPLAIN SELECT FROM " + table))) {
            return Blocks.READS_AND_WRITES;
        }
        boolean writes = tables.stream().anyMatch(table -> waits("EXPLAIN DELETE FROM " + table))
                || sequences.stream().anyMatch(sequence -> waits("SELECT nextval('" + sequence + "')"));
        return writes ? Blocks.WRITES : Blocks.NOTHING;
    }

    private boolean waits(String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
            return false;
        } catch (SQLException e) {
            return LOCK_NOT_AVAILABLE.equals(e.getSQLState());
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
