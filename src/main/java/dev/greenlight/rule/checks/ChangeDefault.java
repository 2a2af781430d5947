package dev.greenlight.rule.checks;

import dev.greenlight.catalog.Catalog;
import dev.greenlight.catalog.Column;
import dev.greenlight.catalog.Table;
import dev.greenlight.replay.ColumnOperation;
import dev.greenlight.replay.ObjectOperation;
import dev.greenlight.replay.Operation;
import dev.greenlight.rule.Change;
import dev.greenlight.rule.Observation;
import dev.greenlight.rule.Rule;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

final class ChangeDefault implements Rule {
    private static final Pattern TYPE = Pattern.compile("[\\w\\s.\"()\\[\\]]++");

    @Override
    public Stream<Observation> check(Change change) {
        return change.step().operations().stream().flatMap(operation -> observe(change, operation).stream());
    }

    private static Optional<Observation> observe(Change change, Operation operation) {
        return switch (operation) {
            case ColumnOperation.ChangeDefault one
            when change.isLive(one.table(), one.column()) && !isLeftover(change) ->
                consequence(change, one).map(words -> at(one, one.table(), one.column(), words));
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

    /** What counts is what the transaction leaves behind. A default where there was none takes nothing away. */
    private static Optional<String> consequence(Change change, ColumnOperation.ChangeDefault operation) {
        String old = defaultOf(change.beforeTransaction(), operation);
        String result = defaultOf(change.afterTransaction(), operation);
        boolean last = Objects.equals(
                result,
                operation.value() == null ? null : plain(operation.value().text()));
        if (old == null || old.equals(result) || !last) {
            return Optional.empty();
        }
        return Optional.of(
                operation.value() == null
                        ? "rows that leave it out hold NULL from here on, or fail where it must not be"
                        : "rows that leave it out hold another value from here on: "
                                + operation.value().text());
    }

    private static @Nullable String defaultOf(Catalog catalog, ColumnOperation.ChangeDefault operation) {
        return catalog.table(operation.table().oid())
                .flatMap(table -> table.column(operation.column().number()))
                .map(Column::defaultValue)
                .map(value -> plain(value.text()))
                .orElse(null);
    }

    /** Without the casts behind it, which say the column's type again. */
    private static String plain(String value) {
        String rest = value.toLowerCase(Locale.ROOT).strip();
        int cast = rest.lastIndexOf("::");
        while (cast > 0 && TYPE.matcher(rest).region(cast + 2, rest.length()).matches()) {
            rest = rest.substring(0, cast).strip();
            cast = rest.lastIndexOf("::");
        }
        return rest;
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
