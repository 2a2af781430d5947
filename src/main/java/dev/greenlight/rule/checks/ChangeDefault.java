package dev.greenlight.rule.checks;

import dev.greenlight.catalog.Column;
import dev.greenlight.catalog.Table;
import dev.greenlight.replay.ColumnOperation;
import dev.greenlight.replay.ObjectOperation;
import dev.greenlight.replay.Operation;
import dev.greenlight.rule.Change;
import dev.greenlight.rule.Observation;
import dev.greenlight.rule.Rule;
import java.util.Optional;
import java.util.stream.Stream;

final class ChangeDefault implements Rule {
    @Override
    public Stream<Observation> check(Change change) {
        return change.step().operations().stream().flatMap(operation -> observe(change, operation).stream());
    }

    private static Optional<Observation> observe(Change change, Operation operation) {
        return switch (operation) {
            case ColumnOperation.ChangeDefault one
            when change.isLive(one.table(), one.column()) && !isLeftover(change) ->
                consequence(one).map(words -> at(one, one.table(), one.column(), words));
            case ColumnOperation.ChangeIdentity one
            when change.isLive(one.table(), one.column()) ->
                consequence(one).map(words -> at(one, one.table(), one.column(), words));
            case ColumnOperation.ChangeExpression one
            when change.isLive(one.table(), one.column()) && one.expression() == null ->
                Optional.of(at(one, one.table(), one.column(), "is no longer worked out, and stays as it is"));
            default -> Optional.empty();
        };
    }

    private static Observation at(Operation operation, Table table, Column column, String words) {
        return Observation.at(operation.span(), Words.column(table, column.name()) + ": " + words)
                .because(column.origin(), "the column was made here");
    }

    /** A default where there was none takes nothing away. */
    private static Optional<String> consequence(ColumnOperation.ChangeDefault change) {
        Column.Value old = change.column().defaultValue();
        Column.Value value = change.value();
        if (old == null || value != null && value.text().equals(old.text())) {
            return Optional.empty();
        }
        return Optional.of(
                value == null
                        ? "rows that leave it out hold NULL from here on, or fail where it must not be"
                        : "rows that leave it out hold another value from here on: " + value.text());
    }

    private static Optional<String> consequence(ColumnOperation.ChangeIdentity change) {
        Column.Identity identity = change.identity();
        if (identity == null) {
            return Optional.of("rows that leave it out fail from here on");
        }
        return identity == Column.Identity.ALWAYS && change.column().identity() != Column.Identity.ALWAYS
                ? Optional.of("rows that bring a value for it fail from here on")
                : Optional.empty();
    }

    /** A default goes with the sequence, function or type that it names. */
    private static boolean isLeftover(Change change) {
        return change.step().operations().stream()
                .anyMatch(operation -> operation instanceof ObjectOperation.DropSequence
                        || operation instanceof ObjectOperation.DropRoutine
                        || operation instanceof ObjectOperation.DropType
                        || operation instanceof ObjectOperation.DropExtension);
    }
}
