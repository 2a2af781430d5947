package dev.greenlight.rule.checks;

import dev.greenlight.catalog.Column;
import dev.greenlight.catalog.TableConstraint;
import dev.greenlight.replay.ConstraintOperation;
import dev.greenlight.replay.TableOperation;
import dev.greenlight.rule.Change;
import dev.greenlight.rule.Observation;
import dev.greenlight.rule.Rule;
import dev.greenlight.sql.AlterTableAction;
import java.util.regex.Pattern;
import java.util.stream.Stream;

final class DropConstraint implements Rule {
    private static final Pattern ONE_NOT_NULL = Pattern.compile("(?is)[(\\s]*\\S+?\\s+IS\\s+NOT\\s+NULL[)\\s]*");

    @Override
    public Stream<Observation> check(Change change) {
        return Stream.concat(known(change), unseen(change));
    }

    /** Those that the history does not show. */
    private static Stream<Observation> unseen(Change change) {
        return change.operations(TableOperation.ChangeTable.class)
                .filter(drop -> change.isLive(drop.relation()))
                .flatMap(drop -> drop.action() instanceof AlterTableAction.DropConstraint action
                        ? Stream.of(Observation.at(
                                drop.span(),
                                "%s: rows that break %s are let in from here on"
                                        .formatted(
                                                Words.name(drop.relation()),
                                                action.constraint().value())))
                        : Stream.empty());
    }

    private static Stream<Observation> known(Change change) {
        return change.operations(ConstraintOperation.DropConstraint.class)
                .filter(drop -> !drop.cascaded() && change.isLive(drop.table()))
                .filter(drop -> !MadeAgain.is(change, drop) && !isSaidByNotNull(change, drop))
                .map(drop -> Observation.at(
                                drop.span(),
                                "%s: %s from here on".formatted(Words.name(drop.table()), consequence(change, drop)))
                        .because(drop.constraint().origin(), "the constraint was made here"));
    }

    private static String consequence(Change change, ConstraintOperation.DropConstraint drop) {
        String name = drop.constraint().name();
        return switch (drop.constraint()) {
            case TableConstraint.Check ignored -> "rows that break " + name + " are let in";
            case TableConstraint.Unique ignored -> "duplicates are let in, and queries lose the index " + name;
            case TableConstraint.Exclusion ignored ->
                "rows that exclude each other are let in, and queries lose the index " + name;
            case TableConstraint.ForeignKey key ->
                "rows are let in, and left behind, that refer to no row"
                        + change.step()
                                .before()
                                .relation(key.referencedTable())
                                .map(table -> " of " + Words.name(table))
                                .orElse("");
        };
    }

    /** A check that spared SET NOT NULL its scan has done its work. */
    private static boolean isSaidByNotNull(Change change, ConstraintOperation.DropConstraint drop) {
        return drop.constraint() instanceof TableConstraint.Check check
                && ONE_NOT_NULL.matcher(check.condition()).matches()
                && change.afterTransaction().table(drop.table().oid()).stream()
                        .flatMap(table ->
                                check.provesNotNull().stream().flatMap(number -> table.column(number).stream()))
                        .anyMatch(Column::notNull);
    }
}
