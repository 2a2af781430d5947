package dev.greenlight.replay.wording;

import dev.greenlight.catalog.Catalog;
import dev.greenlight.catalog.Sequence;
import dev.greenlight.replay.ObjectOperation;
import dev.greenlight.replay.Operation;
import dev.greenlight.replay.wording.PastSteps.PastStep;
import dev.greenlight.source.Span;
import dev.greenlight.sql.AlterTableAction;
import dev.greenlight.sql.ColumnDefinition;
import dev.greenlight.sql.SequenceStatement;
import dev.greenlight.sql.Setting;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The options of sequences, as they were made and changed. Those of identity columns are changed as such. */
final class SequenceWords {
    /** What is kept elsewhere, and where it stands at the moment. */
    private static final Set<String> ELSEWHERE =
            Set.of("owned by", "restart", "restart with", "sequence name", "logged", "unlogged");

    /** Manual 8.1.4. */
    private static final Map<String, String> SERIAL =
            Map.of("smallserial", "smallint", "serial2", "smallint", "serial", "integer", "serial4", "integer");

    private final PastSteps steps;

    /** What was said later, by the sequence's oid. */
    private final Map<Long, Map<String, String>> changes = new TreeMap<>();

    SequenceWords(PastSteps steps) {
        this.steps = steps;
        steps.all().forEach(past -> past.operations().forEach(operation -> change(past, operation)));
    }

    private void change(PastStep past, Operation operation) {
        if (operation instanceof ObjectOperation.ChangeSequence change
                && past.statement() instanceof SequenceStatement.AlterSequence alter) {
            changes.computeIfAbsent(change.sequence().oid(), oid -> new LinkedHashMap<>())
                    .putAll(byKind(past, alter.options()));
        }
    }

    /** {@code NO CYCLE} is of the kind of {@code CYCLE}, and so on. */
    private static Map<String, String> byKind(PastStep past, List<Setting> options) {
        Map<String, String> all = new LinkedHashMap<>();
        options.stream()
                .filter(option -> !ELSEWHERE.contains(option.name()))
                .forEach(option -> all.put(kind(option.name()), past.text(option.span())));
        return all;
    }

    private static String kind(String option) {
        return option.startsWith("no ") ? option.substring(3) : option.split(" ")[0];
    }

    Map<Long, String> of(Catalog catalog) {
        Map<Long, String> all = new TreeMap<>();
        catalog.relations().stream()
                .filter(Sequence.class::isInstance)
                .map(Sequence.class::cast)
                .filter(sequence -> sequence.origin() != null && !sequence.identity())
                .forEach(sequence -> all.put(sequence.oid(), options(sequence)));
        return all;
    }

    private String options(Sequence sequence) {
        Map<String, String> options = new LinkedHashMap<>();
        steps.of(sequence.origin())
                .ifPresent(past -> options.putAll(
                        past.statement() instanceof SequenceStatement.CreateSequence create
                                ? byKind(past, create.options())
                                : serial(past, sequence.origin().span())));
        options.putAll(changes.getOrDefault(sequence.oid(), Map.of()));
        return String.join(" ", options.values());
    }

    private static Map<String, String> serial(PastStep past, Span span) {
        return TableWords.definitions(past)
                .filter(definition -> definition.span().equals(span))
                .flatMap(definition -> Stream.ofNullable(definition.type()))
                .map(type -> SERIAL.get(type.name().name()))
                .filter(type -> type != null)
                .map(type -> Map.of("as", "AS " + type))
                .findFirst()
                .orElse(Map.of());
    }

    static String options(PastStep past, List<Setting> options) {
        return options.stream()
                .filter(option -> !ELSEWHERE.contains(option.name()))
                .map(option -> past.text(option.span()))
                .collect(Collectors.joining(" "));
    }

    /** Of the identity that stands there. */
    static String identity(PastStep past, Span span) {
        Stream<ColumnDefinition.Identity> written = Stream.concat(
                TableWords.definitions(past).flatMap(definition -> Stream.ofNullable(definition.identity())),
                TableWords.actions(past)
                        .filter(AlterTableAction.AddIdentity.class::isInstance)
                        .map(action -> ((AlterTableAction.AddIdentity) action).identity()));
        return written.filter(identity -> identity.span().equals(span))
                .map(identity -> options(past, identity.options()))
                .findFirst()
                .orElse("");
    }
}
