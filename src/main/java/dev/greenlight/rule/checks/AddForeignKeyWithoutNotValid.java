package dev.greenlight.rule.checks;

import dev.greenlight.catalog.TableConstraint;
import dev.greenlight.effect.Work;
import dev.greenlight.remedy.SafeForms;
import dev.greenlight.replay.ConstraintOperation;
import dev.greenlight.rule.Change;
import dev.greenlight.rule.Observation;
import dev.greenlight.rule.Rule;
import java.util.stream.Stream;

final class AddForeignKeyWithoutNotValid implements Rule {
    @Override
    public Stream<Observation> check(Change change) {
        return change.operations(ConstraintOperation.AddConstraint.class)
                .filter(add -> add.constraint() instanceof TableConstraint.ForeignKey)
                .filter(add -> change.isLive(add.table()))
                .filter(add -> change.effectOf(add).work() == Work.VALIDATION)
                .map(add -> observe(change, add));
    }

    private static Observation observe(Change change, ConstraintOperation.AddConstraint add) {
        TableConstraint.ForeignKey key = (TableConstraint.ForeignKey) add.constraint();
        String referenced = change.step()
                .after()
                .relation(key.referencedTable())
                .filter(change::isLive)
                .filter(relation -> relation.oid() != add.table().oid())
                .map(relation -> " and " + Words.name(relation))
                .orElse("");
        return Observation.at(
                        add.span(),
                        "%s%s: writes wait while every row's %s is looked up"
                                .formatted(Words.name(add.table()), referenced, key.name()))
                .lasting(change.effectOf(add))
                .safely(SafeForms.notValid(add.table(), key.name(), clause(change, add)));
    }

    /** The constraint as it is written in ADD CONSTRAINT, named if it was not. */
    private static String clause(Change change, ConstraintOperation.AddConstraint add) {
        return ConstraintText.of(change, add);
    }
}
