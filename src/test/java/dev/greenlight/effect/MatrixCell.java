package dev.greenlight.effect;

import dev.greenlight.postgres.PostgresVersion;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A statement on a table of a kind.
 *
 * @param kind null where the statement is about no table
 */
record MatrixCell(MatrixRow row, @Nullable MatrixKind kind) {

    /**
     * What a database holds beyond the stage when statements are tried on it.
     *
     * @param before what is done first to each table, as the row has it
     */
    record Ground(List<String> before) {
        List<String> of(MatrixKind kind) {
            return before.stream().map(kind::fill).toList();
        }
    }

    String sql() {
        return fill(row.sql());
    }

    List<String> gates() {
        return row.gates().stream().map(this::fill).toList();
    }

    private String fill(String text) {
        return kind == null ? text : kind.fill(text);
    }

    Ground ground() {
        return new Ground(isPrepared() ? row.before() : List.of());
    }

    /** Whether its table is there, and what is to be done first is done, before its transaction begins. */
    boolean isPrepared() {
        return kind != null && kind != MatrixKind.NEW;
    }

    /** Whether it can be watched where no transaction takes it. */
    boolean isGated() {
        return isPrepared() && !row.gates().isEmpty();
    }

    /** What the statement's transaction does before it. */
    List<String> begun() {
        Stream<String> made = kind == MatrixKind.NEW ? Stream.of(kind.create()) : Stream.empty();
        Stream<String> before = row.before().stream().map(this::fill);
        return isPrepared() ? List.of() : Stream.concat(made, before).toList();
    }

    /** What is known to differ on a version. */
    List<String> known(PostgresVersion version) {
        return row.known().stream()
                .filter(difference -> difference.concerns(version))
                .filter(difference -> difference.kind() == null || difference.kind() == kind)
                .map(difference -> fill(difference.line()))
                .toList();
    }

    @Override
    public String toString() {
        return (kind == null ? "" : kind.name().toLowerCase(Locale.ROOT) + ": ") + sql();
    }
}
