package dev.greenlight.replay.answer;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A query (manual 7) without set operations, common tables, groups and windows.
 *
 * @param limit null where there is none
 */
record Select(
        boolean distinct,
        List<Output> outputs,
        List<FromTree> from,
        @Nullable Term where,
        List<Term.Order> order,
        @Nullable Term limit) {

    /** What a row of the result has. */
    sealed interface Output {
        record Column(Term term, String name) implements Output {}

        /** {@code *}, or {@code table.*}. */
        record Star(@Nullable String table) implements Output {}
    }

    /** What stands behind FROM. */
    sealed interface FromTree {
        /** @param name folded, with its schema if that is written */
        record Relation(List<String> name, String alias) implements FromTree {}

        record Derived(Select select, String alias) implements FromTree {}

        /** @param columns the names that its alias gives to its columns */
        record Function(Term.Call call, String alias, List<String> columns) implements FromTree {}

        /** @param using the columns of USING; then there is no condition */
        record Joined(
                FromTree left,
                FromTree right,
                boolean outer,
                @Nullable Term on,
                List<String> using) implements FromTree {}
    }
}
