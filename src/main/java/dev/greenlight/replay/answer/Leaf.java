package dev.greenlight.replay.answer;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One thing that stands behind FROM.
 *
 * @param outer whether it is the right side of a LEFT JOIN
 * @param on the conditions of that join
 */
record Leaf(String alias, Set<String> columns, Rows rows, boolean outer, List<Term> on) {
    /** Where its rows come from; there may be more than the pins leave. */
    interface Rows {
        List<Row> rows(Pins pins, Scope scope);
    }

    Leaf joined(List<Term> conditions) {
        return new Leaf(alias, columns, rows, true, conditions);
    }

    /** The name of its column that a term is, if it is one; the cast of a name to a text changes no equality. */
    @Nullable
    String column(Term term) {
        return switch (term) {
            case Term.Cast cast when isText(cast) -> column(cast.operand());
            case Term.Name name when names(name) -> name.parts().getLast();
            default -> null;
        };
    }

    private static boolean isText(Term.Cast cast) {
        return !cast.type().isArray()
                && Set.of("text", "name", "varchar").contains(cast.type().name().name())
                && cast.type().modifiers().isEmpty();
    }

    /** Whether a name stands for one of its columns. */
    boolean names(Term.Name name) {
        List<String> parts = name.parts();
        return columns.contains(parts.getLast())
                && (parts.size() == 1 || parts.get(parts.size() - 2).equals(alias));
    }
}
