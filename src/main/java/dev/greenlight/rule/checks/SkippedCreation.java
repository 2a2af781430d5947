package dev.greenlight.rule.checks;

import dev.greenlight.catalog.Origin;
import dev.greenlight.catalog.Table;
import dev.greenlight.postgres.Identifiers;
import dev.greenlight.remedy.SafeForms;
import dev.greenlight.replay.MigrationRun;
import dev.greenlight.replay.Missing;
import dev.greenlight.replay.Outcome;
import dev.greenlight.replay.SqlError;
import dev.greenlight.replay.Step;
import dev.greenlight.rule.Change;
import dev.greenlight.rule.Observation;
import dev.greenlight.sql.ColumnDefinition;
import dev.greenlight.sql.TableStatement.CreateTable;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A {@code CREATE TABLE IF NOT EXISTS} that was skipped, because a table of that name was there already, and so never
 * brought a column that is missed now.
 *
 * @param step the statement that was skipped
 * @param table the table that stood in its way
 * @param column the column that never came
 */
record SkippedCreation(Step step, Table table, ColumnDefinition column) {
    /** The last such statement before a step at which the column is missing. */
    static Optional<SkippedCreation> of(Change change, Missing missing) {
        return before(change).flatMap(step -> match(step, missing).stream()).reduce((earlier, later) -> later);
    }

    private static Stream<Step> before(Change change) {
        Stream<Step> earlier = change.history().runs().stream()
                .takeWhile(run -> run != change.migration())
                .map(MigrationRun::steps)
                .flatMap(List::stream);
        Stream<Step> same = change.migration().allSteps().takeWhile(step -> step != change.step());
        return Stream.concat(earlier, same);
    }

    private static Optional<SkippedCreation> match(Step step, Missing missing) {
        if (!(step.outcome() instanceof Outcome.Skipped skipped)
                || !(skipped.existing() instanceof Table table)
                || !table.name().equals(missing.name())
                || !(step.statement() instanceof CreateTable create)) {
            return Optional.empty();
        }
        return create.columns().stream()
                .filter(column -> column.name().value().equals(missing.part()))
                .map(column -> new SkippedCreation(step, table, column))
                .findFirst();
    }

    /** Says why the column is missing, and what heals it. */
    Observation explain(Change change, SqlError error) {
        Origin skipped = new Origin(step.file(), step.statement().span());
        String since =
                table.origin() == null ? "already" : "since " + table.origin().brief();
        String message = "%s%s never came: %s was skipped, %s exists %s (%s)"
                .formatted(
                        Words.stops(change),
                        column.name().value(),
                        skipped.brief(),
                        Words.name(table),
                        since,
                        error.state().code());
        return Observation.at(error.span(), message)
                .because(skipped, "this CREATE TABLE was skipped")
                .because(table.origin(), "because the table was made here")
                .safely("Add the column to the table that is there, before it is used.", addColumn());
    }

    /** Without NOT NULL where rows would have no value for it. */
    private String addColumn() {
        StringBuilder sql = new StringBuilder("ALTER TABLE %s ADD COLUMN IF NOT EXISTS %s"
                .formatted(
                        SafeForms.name(table), Identifiers.quote(column.name().value())));
        if (column.type() != null) {
            sql.append(' ').append(step.file().text(column.type().span()));
        }
        if (column.defaultValue() != null) {
            sql.append(" DEFAULT ")
                    .append(step.file().text(column.defaultValue().span()));
            sql.append(column.notNull() ? " NOT NULL" : "");
        }
        return sql.append(';').toString();
    }
}
