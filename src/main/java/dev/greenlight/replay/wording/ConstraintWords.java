package dev.greenlight.replay.wording;

import dev.greenlight.catalog.Catalog;
import dev.greenlight.catalog.Origin;
import dev.greenlight.catalog.TableConstraint;
import dev.greenlight.catalog.ddl.script.Wordings;
import dev.greenlight.postgres.Deferral;
import dev.greenlight.replay.wording.PastSteps.PastStep;
import dev.greenlight.sql.AlterTableAction;
import dev.greenlight.sql.Constraint;
import dev.greenlight.sql.Setting;
import dev.greenlight.sql.TableStatement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What constraints say beside their definition in the catalog. */
final class ConstraintWords {
    private final PastSteps steps;
    private final LastText texts;

    ConstraintWords(PastSteps steps, LastText texts) {
        this.steps = steps;
        this.texts = texts;
    }

    /** By their origins. */
    Map<Origin, Wordings.OfConstraint> of(Catalog catalog) {
        Map<Origin, Wordings.OfConstraint> all = new HashMap<>();
        catalog.tables()
                .flatMap(table -> table.constraints().stream())
                .map(TableConstraint::origin)
                .forEach(origin -> steps.of(origin)
                        .flatMap(past -> constraints(past)
                                .filter(constraint -> constraint.span().equals(origin.span()))
                                .findFirst()
                                .flatMap(constraint -> words(past, constraint)))
                        .ifPresent(words -> all.put(origin, words)));
        return all;
    }

    private static Stream<Constraint> constraints(PastStep past) {
        Stream<Constraint> ofTable = past.statement() instanceof TableStatement.CreateTable create
                ? create.constraints().stream()
                : TableWords.actions(past)
                        .filter(AlterTableAction.AddConstraint.class::isInstance)
                        .map(action -> ((AlterTableAction.AddConstraint) action).constraint());
        return Stream.concat(
                ofTable, TableWords.definitions(past).flatMap(definition -> definition.constraints().stream()));
    }

    private Optional<Wordings.OfConstraint> words(PastStep past, Constraint constraint) {
        String enforced = constraint.attributes().enforced() ? "" : " NOT ENFORCED";
        return switch (constraint) {
            case Constraint.ForeignKey key ->
                Optional.of(new Wordings.OfConstraint(match(key), columns(past, key), enforced, ""));
            case Constraint.Exclude exclude ->
                Optional.of(new Wordings.OfConstraint(
                        "", "", deferral(exclude.attributes().deferral()), parameters(past, exclude.parameters())));
            case Constraint.Check ignored -> Optional.of(new Wordings.OfConstraint("", "", enforced, ""));
            case Constraint.Unique unique ->
                Optional.of(new Wordings.OfConstraint("", "", "", parameters(past, unique.parameters())));
            case Constraint.NotNull ignored -> Optional.empty();
        };
    }

    private static String parameters(PastStep past, List<Setting> parameters) {
        String text = TableWords.settings(past, parameters);
        return text == null ? "" : text;
    }

    private static String match(Constraint.ForeignKey key) {
        return key.match() == Constraint.Match.FULL ? " MATCH FULL" : "";
    }

    /** Which columns ON DELETE sets (PostgreSQL 15). */
    private String columns(PastStep past, Constraint.ForeignKey key) {
        return key.setOnDelete().isEmpty()
                ? ""
                : key.setOnDelete().stream()
                        .map(name -> texts.of(past, name.span()))
                        .collect(Collectors.joining(", ", " (", ")"));
    }

    private static String deferral(Deferral deferral) {
        return switch (deferral) {
            case NOT_DEFERRABLE -> "";
            case DEFERRABLE -> " DEFERRABLE";
            case INITIALLY_DEFERRED -> " DEFERRABLE INITIALLY DEFERRED";
        };
    }
}
