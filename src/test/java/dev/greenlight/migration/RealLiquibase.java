package dev.greenlight.migration;

import dev.greenlight.oracle.Oracle;
import java.io.OutputStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import liquibase.Scope;
import liquibase.command.CommandScope;
import liquibase.command.core.RollbackCountCommandStep;
import liquibase.command.core.UpdateCommandStep;
import liquibase.command.core.helpers.DbUrlConnectionArgumentsCommandStep;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.LiquibaseException;
import liquibase.resource.DirectoryResourceAccessor;
import liquibase.resource.ResourceAccessor;
import liquibase.ui.LoggerUIService;

/** Liquibase itself, on a database of its own. */
final class RealLiquibase implements AutoCloseable {
    /** Else it tells all that it does. */
    private static final Logger LOGGER = Logger.getLogger("liquibase");

    private final Connection connection = Oracle.postgres().connect();
    private final Path folder;

    RealLiquibase(Path folder) {
        this.folder = folder;
        LOGGER.setLevel(Level.OFF);
    }

    /** Runs a changelog; gives the SQLSTATE that ended it, if one did. */
    Optional<String> update(String changelog) throws LiquibaseException {
        CommandScope command = new CommandScope(UpdateCommandStep.COMMAND_NAME);
        command.addArgumentValue(UpdateCommandStep.CHANGELOG_FILE_ARG, changelog);
        return execute(command);
    }

    /** Undoes the last changesets of a changelog. */
    Optional<String> rollback(String changelog, int count) throws LiquibaseException {
        CommandScope command = new CommandScope(RollbackCountCommandStep.COMMAND_NAME);
        command.addArgumentValue(UpdateCommandStep.CHANGELOG_FILE_ARG, changelog);
        command.addArgumentValue(RollbackCountCommandStep.COUNT_ARG, count);
        return execute(command);
    }

    private Optional<String> execute(CommandScope command) {
        try (Connection own = Oracle.postgres().beside(connection)) {
            ResourceAccessor files = new DirectoryResourceAccessor(folder);
            Database database =
                    DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new JdbcConnection(own));
            command.addArgumentValue(DbUrlConnectionArgumentsCommandStep.DATABASE_ARG, database);
            command.setOutput(OutputStream.nullOutputStream());
            Map<String, Object> scope =
                    Map.of(Scope.Attr.resourceAccessor.name(), files, Scope.Attr.ui.name(), new LoggerUIService());
            Scope.child(scope, command::execute);
            return Optional.empty();
        } catch (Exception e) {
            return Optional.of(state(e));
        }
    }

    private static String state(Throwable problem) {
        for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return String.valueOf(sql.getSQLState());
            }
        }
        return "refused";
    }

    /** The changesets that have been run, as {@code author:id}, in their order. */
    List<String> changesets() throws SQLException {
        return strings("SELECT author || ':' || id FROM databasechangelog ORDER BY orderexecuted");
    }

    /** The first column of what is asked. */
    List<String> strings(String query) throws SQLException {
        List<String> strings = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(query)) {
            while (found.next()) {
                strings.add(found.getString(1));
            }
        }
        return strings;
    }

    void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
