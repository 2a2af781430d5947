package dev.greenlight.replay.answer;

import dev.greenlight.source.Span;
import dev.greenlight.sql.Token;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Says what expressions and queries are worth at one moment. Whatever they are, it never fails. */
public final class Answering {
    private final Function<Span, String> text;
    private final Sight sight;
    private final Function<String, Optional<Datum>> variables;

    /**
     * @param text the text of the file that the tokens come from
     * @param variables what a name stands for that is no column, folded; with dots where it has several parts
     */
    public Answering(Sight sight, Function<Span, String> text, Function<String, Optional<Datum>> variables) {
        this.text = text;
        this.sight = sight;
        this.variables = variables;
    }

    /** The value of what may stand behind SELECT and gives one value. */
    public Datum value(List<Token> tokens) {
        try {
            Select select = new SelectReader(new TermReader(new TermTokens(tokens), text)).body();
            return new Evaluation(sight, variables).selection().scalar(select, Scope.NONE);
        } catch (Unreadable unreadable) {
            return new Datum.Unknown(unreadable.reason());
        }
    }

    /** As {@link #value} of a condition. */
    public Datum truth(List<Token> tokens) {
        return Logic.truth(value(tokens));
    }

    /** The rows of a query, the columns of each by name; empty where they are known only when it runs. */
    public Optional<List<Map<String, Datum>>> rows(List<Token> tokens) {
        try {
            Select select = new SelectReader(new TermReader(new TermTokens(tokens), text)).whole();
            Evaluation evaluation = new Evaluation(sight, variables);
            Result result = evaluation.selection().rows(select, Scope.NONE);
            return result.doubt() == null
                    ? Optional.of(result.rows().stream()
                            .map(row -> named(row, evaluation, tokens.getFirst().span()))
                            .toList())
                    : Optional.empty();
        } catch (Unreadable unreadable) {
            return Optional.empty();
        }
    }

    /** Objects that print as their names are these names to those who read them from a row. */
    private Map<String, Datum> named(Map<String, Datum> row, Evaluation evaluation, Span span) {
        Map<String, Datum> named = new LinkedHashMap<>();
        row.forEach((name, datum) -> named.put(
                name,
                datum instanceof Datum.Reference reference && reference.printed()
                        ? evaluation.text(reference, span)
                        : datum));
        return named;
    }
}
