package dev.greenlight.rule.checks;

import dev.greenlight.effect.Work;
import dev.greenlight.postgres.DataType;
import dev.greenlight.remedy.SafeForms;
import dev.greenlight.replay.ColumnOperation;
import dev.greenlight.rule.Change;
import dev.greenlight.rule.Observation;
import dev.greenlight.rule.Rule;
import dev.greenlight.sql.AlterTableAction;
import dev.greenlight.sql.TableStatement;
import java.util.Optional;
import java.util.stream.Stream;

final class ColumnTypeChange implements Rule {
    @Override
    public Stream<Observation> check(Change change) {
        return change.operations(ColumnOperation.ChangeColumnType.class)
                .filter(operation -> change.isLive(operation.table()))
                .flatMap(operation -> observe(change, operation).stream());
    }

    private static Optional<Observation> observe(Change change, ColumnOperation.ChangeColumnType operation) {
        Work work = change.effectOf(operation).work();
        if (work == Work.CATALOG) {
            return Optional.empty();
        }
        String type = operation.after().type().display() + collation(change, operation);
        String message = "%s: reads and writes wait while %s (%s to %s)"
                .formatted(
                        Words.name(operation.table()),
                        consequence(work),
                        format(operation.column().type()),
                        type);
        return Optional.of(Observation.at(operation.span(), message)
                .lasting(change.effectOf(operation))
                .because(operation.column().origin(), "the column has its type from here")
                .safely(SafeForms.changeType(operation.table(), operation.column(), type)));
    }

    /** As it is written with the new type, if it is. */
    private static String collation(Change change, ColumnOperation.ChangeColumnType operation) {
        return change.statement() instanceof TableStatement.AlterTable alter
                ? alter.actions().stream()
                        .filter(AlterTableAction.AlterColumnType.class::isInstance)
                        .map(AlterTableAction.AlterColumnType.class::cast)
                        .filter(action -> operation.span().contains(action.span()))
                        .flatMap(action -> Stream.ofNullable(action.collation()))
                        .map(collation -> " COLLATE " + change.text(collation.span()))
                        .findFirst()
                        .orElse("")
                : "";
    }

    private static String consequence(Work work) {
        return switch (work) {
            case REWRITE -> "every row is written anew";
            case INDEX_BUILD -> "its indexes are built anew";
            case SCAN, VALIDATION -> "every row is checked";
            case CATALOG -> "the catalog changes";
        };
    }

    private static String format(DataType type) {
        return type.isKnown() ? type.display() : "an unknown type";
    }
}
