package dev.greenlight.replay.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Comparisons with one value after the other: IN, ANY and ALL (manual 9.24 and 9.25). */
final class Quantifiers {
    private final Evaluation evaluation;

    Quantifiers(Evaluation evaluation) {
        this.evaluation = evaluation;
    }

    Datum value(Term.Quantified quantified, Scope scope) {
        Datum left = evaluation.value(quantified.left(), scope);
        return switch (quantified.among()) {
            case Term.Among.Items items -> among(quantified, left, evaluation.values(items.items(), scope));
            case Term.Among.Array array -> {
                Datum value = evaluation.value(array.array(), scope);
                Datum elements = value instanceof Datum.Text text
                                && text.kind() == Datum.Kind.LITERAL
                                && !text.pieces().isEmpty()
                        ? ArrayText.parse(text)
                        : value;
                yield switch (elements) {
                    case Datum.Elements all -> among(quantified, left, all.elements());
                    case Datum.Null none -> none;
                    default -> new Datum.Unknown("the elements of an array");
                };
            }
            case Term.Among.Rows rows -> among(quantified, left, rows.select(), scope);
        };
    }

    private Datum among(Term.Quantified quantified, Datum left, Select select, Scope scope) {
        Result result = evaluation.selection().rows(select, scope);
        List<Datum> values = new ArrayList<>();
        for (Map<String, Datum> row : result.rows()) {
            if (row.size() != 1) {
                return new Datum.Unknown("a comparison of rows");
            }
            values.addAll(row.values());
        }
        Datum known = among(quantified, left, values);
        boolean decided = result.doubt() == null || known.equals(Logic.of(!quantified.all()));
        return decided ? known : new Datum.Unknown(result.doubt());
    }

    private static Datum among(Term.Quantified quantified, Datum left, List<Datum> values) {
        Datum joined = Logic.of(quantified.all());
        for (Datum value : values) {
            Datum compared = Comparison.compare(quantified.operator(), left, value);
            joined = quantified.all() ? Logic.and(joined, compared) : Logic.or(joined, compared);
        }
        return joined;
    }
}
