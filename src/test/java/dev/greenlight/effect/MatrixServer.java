package dev.greenlight.effect;

import dev.greenlight.oracle.Oracle;
import dev.greenlight.oracle.Template;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What a server does for the cells of the matrix. */
final class MatrixServer implements AutoCloseable {
    /** What a transaction block is refused with. */
    static final String REFUSED = "fails with 25001";

    /** Begins the lines of what a statement does that is refused in a transaction block. */
    static final String BY_ITSELF = "by itself ";

    private final Oracle oracle;
    private final Template stage;
    private final Connection onlooker;

    MatrixServer(Oracle oracle) {
        this.oracle = oracle;
        this.stage = oracle.template("matrix", MatrixKind.stage());
        this.onlooker = oracle.connect();
    }

    @Override
    public void close() throws SQLException {
        onlooker.close();
    }

    Map<MatrixCell, SortedSet<String>> of(List<MatrixCell> cells) throws SQLException {
        Map<MatrixCell, SortedSet<String>> lines = new LinkedHashMap<>();
        Map<MatrixCell.Ground, List<MatrixCell>> grounds = cells.stream()
                .collect(Collectors.groupingBy(MatrixCell::ground, LinkedHashMap::new, Collectors.toList()));
        for (Map.Entry<MatrixCell.Ground, List<MatrixCell>> ground : grounds.entrySet()) {
            lines.putAll(of(ground.getKey(), ground.getValue()));
        }
        return lines;
    }

    private Map<MatrixCell, SortedSet<String>> of(MatrixCell.Ground ground, List<MatrixCell> cells)
            throws SQLException {
        Map<MatrixCell, SortedSet<String>> lines = new LinkedHashMap<>();
        try (Connection connection = oracle.connect(stage)) {
            Map<MatrixKind, Optional<String>> failures = new EnumMap<>(MatrixKind.class);
            for (MatrixKind kind : MatrixKind.prepared()) {
                failures.put(kind, failure(connection, ground.of(kind)));
            }
            connection.setAutoCommit(false);
            for (MatrixCell cell : cells) {
                Optional<String> refused = cell.isPrepared() ? failures.get(cell.kind()) : Optional.empty();
                SortedSet<String> observed = refused.isPresent() ? only(refused.get()) : observe(connection, cell);
                if (observed.contains(REFUSED) && cell.isGated()) {
                    observed.addAll(byItself(cell));
                }
                lines.put(cell, observed);
            }
        }
        return lines;
    }

    private static SortedSet<String> only(String line) {
        return new TreeSet<>(List.of(line));
    }

    private static Optional<String> failure(Connection connection, List<String> statements) {
        for (String sql : statements) {
            try (Statement statement = connection.createStatement()) {
                statement.setEscapeProcessing(false);
                statement.execute(sql);
            } catch (SQLException e) {
                return Optional.of("before it fails with " + e.getSQLState());
            }
        }
        return Optional.empty();
    }

    private SortedSet<String> observe(Connection connection, MatrixCell cell) throws SQLException {
        String failure = "before it fails with ";
        try {
            ServerEffects effects = new ServerEffects(connection);
            if (!cell.begun().isEmpty()) {
                effects.begin(cell.begun());
            }
            failure = "fails with ";
            return effects.observe(cell.sql());
        } catch (SQLException e) {
            return only(failure + e.getSQLState());
        } finally {
            connection.rollback();
        }
    }

    private SortedSet<String> byItself(MatrixCell cell) throws SQLException {
        SortedSet<String> lines = new TreeSet<>();
        for (String gate : cell.gates()) {
            try (Connection connection = oracle.connect(stage)) {
                failure(connection, cell.ground().of(cell.kind()));
                new GatedStatement(oracle, connection, onlooker)
                        .observe(cell.sql(), gate)
                        .forEach(line -> lines.add(BY_ITSELF + line));
            }
        }
        return lines;
    }
}
