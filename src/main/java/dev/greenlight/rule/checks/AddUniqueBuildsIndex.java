package dev.greenlight.rule.checks;

import dev.greenlight.catalog.Table;
import dev.greenlight.catalog.TableConstraint;
import dev.greenlight.effect.Work;
import dev.greenlight.remedy.SafeForms;
import dev.greenlight.replay.ColumnOperation;
import dev.greenlight.replay.ConstraintOperation;
import dev.greenlight.rule.Change;
import dev.greenlight.rule.Observation;
import dev.greenlight.rule.Rule;
import java.util.stream.Stream;

final class AddUniqueBuildsIndex implements Rule {
    @Override
    public Stream<Observation> check(Change change) {
        return change.operations(ConstraintOperation.AddConstraint.class)
                .filter(add -> add.constraint() instanceof TableConstraint.Unique
                        || add.constraint() instanceof TableConstraint.Exclusion)
                .filter(add -> !add.usingIndex() && change.isLive(add.table()))
                .filter(add -> !isOfColumnThatIsReported(change, add))
                .map(add -> observe(change, add));
    }

    /** A new column that rewrites the table, or cannot be added at all, is one mistake. */
    private static boolean isOfColumnThatIsReported(Change change, ConstraintOperation.AddConstraint constraint) {
        return change.operations(ColumnOperation.AddColumn.class)
                .filter(add -> add.table().oid() == constraint.table().oid())
                .anyMatch(add -> change.effectOf(add).work() == Work.REWRITE
                        || add.column().isRequired());
    }

    private static Observation observe(Change change, ConstraintOperation.AddConstraint add) {
        Observation observation = Observation.at(
                        add.span(), Words.name(add.table()) + ": reads and writes wait for the whole index build")
                .lasting(change.effectOf(add));
        return add.constraint() instanceof TableConstraint.Unique unique
                        && add.table().kind() == Table.Kind.ORDINARY
                ? observation.safely(SafeForms.usingIndex(add.table(), unique))
                : observation;
    }
}
