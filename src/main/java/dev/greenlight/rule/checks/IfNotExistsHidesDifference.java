package dev.greenlight.rule.checks;

import dev.greenlight.catalog.Column;
import dev.greenlight.catalog.Table;
import dev.greenlight.postgres.DataType;
import dev.greenlight.replay.Outcome;
import dev.greenlight.rule.Change;
import dev.greenlight.rule.Observation;
import dev.greenlight.rule.Rule;
import dev.greenlight.sql.ColumnDefinition;
import dev.greenlight.sql.TableStatement.CreateTable;
import dev.greenlight.sql.TypeName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

final class IfNotExistsHidesDifference implements Rule {
    @Override
    public Stream<Observation> check(Change change) {
        if (!(change.step().outcome() instanceof Outcome.Skipped skipped)
                || !(skipped.existing() instanceof Table table)
                || !(change.statement() instanceof CreateTable create)
                || !table.columnsKnown()) {
            return Stream.empty();
        }
        List<String> missing = create.columns().stream()
                .map(column -> column.name().value())
                .filter(column -> table.column(column).isEmpty())
                .toList();
        List<String> different = create.columns().stream()
                .flatMap(column -> difference(table, column).stream())
                .toList();
        return missing.isEmpty() && different.isEmpty()
                ? Stream.empty()
                : Stream.of(observe(create, table, missing, different));
    }

    private static Observation observe(CreateTable create, Table table, List<String> missing, List<String> different) {
        List<String> consequences = new ArrayList<>();
        if (!missing.isEmpty()) {
            consequences.add(String.join(", ", missing) + (missing.size() == 1 ? " never comes" : " never come"));
        }
        consequences.addAll(different);
        String since =
                table.origin() == null ? "already" : "since " + table.origin().brief();
        return Observation.at(
                        create.name().span(),
                        "%s exists %s, so this is skipped: %s"
                                .formatted(Words.name(table), since, String.join("; ", consequences)))
                .because(table.origin(), "the table was made here")
                .safely("Change the table that is there with ALTER TABLE, or give the new one another name.", "");
    }

    /** Types are compared only where both are built in, so that no search path can make them equal. */
    private static Optional<String> difference(Table table, ColumnDefinition definition) {
        TypeName written = definition.type();
        String name = definition.name().value();
        return table.column(name)
                .filter(column -> written != null && differs(column, written))
                .map(column -> name + " keeps its type");
    }

    private static boolean differs(Column column, TypeName written) {
        DataType type = column.type();
        boolean comparable = type.isBuiltIn()
                && written.name().schema().filter("pg_catalog"::equals).isPresent();
        return comparable && (!type.name().name().equals(written.name().name()) || type.array() != written.isArray());
    }
}
