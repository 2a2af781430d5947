package dev.greenlight.replay.wording;

import dev.greenlight.catalog.Catalog;
import dev.greenlight.catalog.Origin;
import dev.greenlight.catalog.Routine;
import dev.greenlight.catalog.Table;
import dev.greenlight.catalog.Type;
import dev.greenlight.catalog.ddl.SearchPath;
import dev.greenlight.postgres.DataType;
import dev.greenlight.postgres.Identifiers;
import dev.greenlight.postgres.QualifiedName;
import dev.greenlight.replay.wording.PastSteps.PastStep;
import dev.greenlight.source.Span;
import dev.greenlight.sql.RoutineStatement;
import dev.greenlight.sql.Statement;
import dev.greenlight.sql.TriggerStatement;
import dev.greenlight.sql.TypeStatement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The statements that made routines, triggers, rules, policies and types which the catalog does not take apart. */
final class StatementTexts {
    private final PastSteps steps;
    private final LastText texts;
    private final SearchPath path;
    private final Map<Origin, String> all = new HashMap<>();

    StatementTexts(PastSteps steps, LastText texts, Catalog catalog) {
        this.steps = steps;
        this.texts = texts;
        this.path = new SearchPath(catalog, List.of());
    }

    Map<Origin, String> of(Catalog catalog) {
        catalog.routines().forEach(this::add);
        catalog.types().stream()
                .filter(Type.Other.class::isInstance)
                .forEach(type -> steps.of(type.origin())
                        .filter(past -> !isMultirange(type.name(), past))
                        .ifPresent(past -> add(type.origin(), Identifiers.quote(type.name()))));
        catalog.relations().stream()
                .flatMap(relation -> relation.attachments().stream())
                .filter(attachment -> !attachment.inherited())
                .forEach(this::add);
        return all;
    }

    /** It comes with its range and has its origin. */
    private static boolean isMultirange(QualifiedName type, PastStep past) {
        return past.statement() instanceof TypeStatement.CreateRange range
                && !range.name().name().equals(type.name())
                && type.name().contains("multirange");
    }

    private void add(Table.Attachment attachment) {
        add(attachment.origin(), Identifiers.quote(attachment.name()));
    }

    private void add(@Nullable Origin origin, String name) {
        steps.of(origin)
                .ifPresent(past -> name(past.statement())
                        .ifPresent(place -> all.put(origin, renamed(past, place, name, queries(past.statement())))));
    }

    /** Where queries may begin. */
    private static int queries(Statement statement) {
        if (statement instanceof TriggerStatement.CreateRule create) {
            return create.table().span().end();
        }
        return statement instanceof TriggerStatement.CreatePolicy create
                ? create.table().span().end()
                : statement.span().end();
    }

    /** The statement with its object's name in the place of the one that is written there. */
    private String renamed(PastStep past, Span place, String name, int queries) {
        Span whole = past.statement().span();
        return past.text(new Span(whole.start(), place.start()))
                + name
                + texts.of(past, new Span(place.end(), queries))
                + texts.query(past, new Span(queries, whole.end())).text();
    }

    private void add(Routine routine) {
        steps.of(routine.origin())
                .ifPresent(past -> name(past.statement())
                        .ifPresent(place -> all.put(
                                routine.origin(),
                                past.text(new Span(past.statement().span().start(), place.start()))
                                        + Identifiers.quote(routine.name())
                                        + signature(past, place.end(), routine))));
    }

    /** The type of a column is taken when the routine is made, whatever becomes of the column (manual CREATE FUNCTION). */
    private String signature(PastStep past, int from, Routine routine) {
        StringBuilder text = new StringBuilder();
        int at = from;
        List<RoutineStatement.Parameter> parameters =
                past.statement() instanceof RoutineStatement.CreateRoutine create ? create.parameters() : List.of();
        for (int i = 0; i < parameters.size() && i < routine.arguments().size(); i++) {
            Span type = parameters.get(i).type().span();
            DataType last = routine.arguments().get(i).type();
            if (parameters.get(i).type().percentType() && last.isKnown()) {
                text.append(texts.of(past, new Span(at, type.start()))).append(path.write(last));
                at = type.end();
            }
        }
        return text.append(texts.of(past, new Span(at, past.statement().span().end())))
                .toString();
    }

    private static Optional<Span> name(Statement statement) {
        return switch (statement) {
            case RoutineStatement routine -> name(routine);
            case TypeStatement.CreateRange create -> Optional.of(create.name().span());
            case TypeStatement.CreateBaseType create ->
                Optional.of(create.name().span());
            case TriggerStatement trigger -> name(trigger);
            case Statement ignored -> Optional.empty();
        };
    }

    private static Optional<Span> name(RoutineStatement statement) {
        return switch (statement) {
            case RoutineStatement.CreateRoutine create ->
                Optional.of(create.name().span());
            case RoutineStatement.CreateAggregate create ->
                Optional.of(create.name().span());
            case RoutineStatement.AlterRoutine ignored -> Optional.empty();
            case RoutineStatement.Do ignored -> Optional.empty();
            case RoutineStatement.Call ignored -> Optional.empty();
        };
    }

    private static Optional<Span> name(TriggerStatement statement) {
        return switch (statement) {
            case TriggerStatement.CreateTrigger create ->
                Optional.of(create.name().span());
            case TriggerStatement.CreateRule create -> Optional.of(create.name().span());
            case TriggerStatement.CreatePolicy create ->
                Optional.of(create.name().span());
            case TriggerStatement.CreateEventTrigger ignored -> Optional.empty();
            case TriggerStatement.SwitchEventTrigger ignored -> Optional.empty();
            case TriggerStatement.AlterPolicy ignored -> Optional.empty();
        };
    }
}
