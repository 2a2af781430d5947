package dev.greenlight.replay;

import dev.greenlight.replay.answer.Answering;
import dev.greenlight.replay.answer.Datum;
import dev.greenlight.sql.Expression;
import dev.greenlight.sql.Query;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the expressions and queries of code are worth while it runs. Three things can be: they are certain, or they are
 * NULL for certain, or they are unknown, with a reason.
 */
final class Answers {
    private final Answering answering;

    Answers(Execution execution, Variables variables) {
        this.answering = new Answering(
                new ExecutionSight(execution),
                execution::text,
                name -> Optional.ofNullable(variables.value(name)).map(Answers::datum));
    }

    /** The value of what may stand behind SELECT. */
    Value value(Expression expression) {
        return value(answering.value(expression.tokens()));
    }

    /** Whether a condition holds: a truth, NULL or unknown. */
    Value truth(Expression condition) {
        return value(answering.truth(condition.tokens()));
    }

    /** The rows of a query, where they are certain: as ORDER BY says, else by name. */
    Optional<List<Value.Fields>> rows(Query query) {
        return answering
                .rows(query.tokens())
                .map(rows -> rows.stream().map(Answers::fields).toList());
    }

    private static Value.Fields fields(Map<String, Datum> row) {
        Map<String, Value> fields = new LinkedHashMap<>();
        row.forEach((name, datum) -> fields.put(name, value(datum)));
        return new Value.Fields(fields);
    }

    private static Value value(Datum datum) {
        return switch (datum) {
            case Datum.Unknown unknown ->
                new Value.Unknown(
                        unknown.reason(),
                        unknown.sketch() == null
                                ? null
                                : new Value.Text(unknown.sketch().pieces()));
            case Datum.Null none -> new Value.Null();
            case Datum.Truth truth -> new Value.Truth(truth.value());
            case Datum.Number number -> new Value.Number(number.value());
            case Datum.Range range -> new Value.Unknown("the exact number");
            case Datum.Text text -> new Value.Text(text.pieces());
            case Datum.Elements elements ->
                new Value.Elements(
                        elements.elements().stream().map(Answers::value).toList());
            case Datum.Fields fields -> fields(fields.fields());
            case Datum.Reference reference -> new Value.Unknown("an oid");
        };
    }

    /** Of a number's type nothing is known; a text is taken for one of type {@code text}. */
    private static Datum datum(Value value) {
        return switch (value) {
            case Value.Unknown unknown ->
                new Datum.Unknown(
                        unknown.reason(),
                        false,
                        unknown.sketch() == null
                                ? null
                                : new Datum.Text(unknown.sketch().pieces(), Datum.Kind.TEXT));
            case Value.Null none -> new Datum.Null();
            case Value.Truth truth -> new Datum.Truth(truth.value());
            case Value.Number number -> new Datum.Number(number.value(), false);
            case Value.Text text -> new Datum.Text(text.pieces(), Datum.Kind.TEXT);
            case Value.Elements elements -> elements(elements);
            case Value.Fields fields -> fields(fields);
        };
    }

    private static Datum elements(Value.Elements elements) {
        List<Datum> values = new ArrayList<>();
        elements.values().forEach(element -> values.add(datum(element)));
        return new Datum.Elements(values);
    }

    private static Datum fields(Value.Fields fields) {
        Map<String, Datum> values = new LinkedHashMap<>();
        fields.values().forEach((name, value) -> values.put(name, datum(value)));
        return new Datum.Fields(values);
    }
}
