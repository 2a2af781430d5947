package dev.greenlight.rule.checks;

import dev.greenlight.catalog.Column;
import dev.greenlight.catalog.TableConstraint;
import dev.greenlight.postgres.Identifiers;
import dev.greenlight.replay.ConstraintOperation;
import dev.greenlight.rule.Change;
import dev.greenlight.sql.AlterTableAction;
import dev.greenlight.sql.TableStatement;
import java.util.Locale;
import java.util.stream.Collectors;

/** What to write behind {@code ALTER TABLE … ADD} to get a constraint. */
final class ConstraintText {
    private ConstraintText() {}

    static String of(Change change, ConstraintOperation.AddConstraint add) {
        String written = change.text(add.span());
        if (written.toUpperCase(Locale.ROOT).startsWith("CONSTRAINT") && isTableConstraint(change, add)) {
            return written;
        }
        String name = "CONSTRAINT " + Identifiers.quote(add.constraint().name()) + " ";
        return isTableConstraint(change, add) ? name + written : name + columnConstraint(add, written);
    }

    /** Whether it was written on its own and not at a column. */
    private static boolean isTableConstraint(Change change, ConstraintOperation.AddConstraint add) {
        return change.statement() instanceof TableStatement.AlterTable alter
                && alter.actions().stream()
                        .anyMatch(action -> action instanceof AlterTableAction.AddConstraint one
                                && one.constraint().span().equals(add.span()));
    }

    /** One that was written at a column names it nowhere. */
    private static String columnConstraint(ConstraintOperation.AddConstraint add, String written) {
        return switch (add.constraint()) {
            case TableConstraint.ForeignKey key ->
                "FOREIGN KEY (" + columns(add, key) + ") " + written.substring(referencesAt(written));
            case TableConstraint.Check ignored -> written;
            case TableConstraint.Unique ignored -> written;
            case TableConstraint.Exclusion ignored -> written;
        };
    }

    private static int referencesAt(String written) {
        return Math.max(0, written.toUpperCase(Locale.ROOT).indexOf("REFERENCES"));
    }

    private static String columns(ConstraintOperation.AddConstraint add, TableConstraint constraint) {
        return constraint.columns().stream()
                .flatMap(number -> add.table().column(number).stream())
                .map(Column::name)
                .map(Identifiers::quote)
                .collect(Collectors.joining(", "));
    }
}
