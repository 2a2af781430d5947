package dev.greenlight.rule.checks;

import dev.greenlight.catalog.Column;
import dev.greenlight.effect.Work;
import dev.greenlight.remedy.SafeForms;
import dev.greenlight.replay.ColumnOperation;
import dev.greenlight.rule.Change;
import dev.greenlight.rule.Observation;
import dev.greenlight.rule.Rule;
import java.util.stream.Stream;

final class AddColumnRewritesTable implements Rule {
    @Override
    public Stream<Observation> check(Change change) {
        return change.operations(ColumnOperation.AddColumn.class)
                .filter(add -> change.isLive(add.table()))
                .filter(add -> change.effectOf(add).work() == Work.REWRITE)
                .map(add -> Observation.at(
                                add.span(),
                                "%s: reads and writes wait while every row is written anew with %s"
                                        .formatted(Words.name(add.table()), cause(add)))
                        .lasting(change.effectOf(add))
                        .safely(SafeForms.addFilledColumn(add.table(), add.column())));
    }

    private static String cause(ColumnOperation.AddColumn add) {
        Column column = add.column();
        if (column.identity() != null) {
            return "a number for " + column.name();
        }
        if (column.generated() != null) {
            return "what " + column.name() + " is generated from";
        }
        return column.defaultValue() == null
                ? column.name() + " checked by its domain"
                : column.name() + " = " + column.defaultValue().text();
    }
}
