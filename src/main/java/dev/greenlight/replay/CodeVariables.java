package dev.greenlight.replay;

import dev.greenlight.source.Span;
import dev.greenlight.sql.Name;
import dev.greenlight.sql.query.FromItem;
import dev.greenlight.sql.query.OutputColumn;
import dev.greenlight.sql.query.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;

/**
 * The variables that a statement of code sees, with their values. Rows and records are among them, and what a label or
 * a routine's name may stand before.
 *
 * @param rows the names that may stand before a dot
 */
record CodeVariables(PMap<String, Value> values, PMap<String, Boolean> rows) implements Variables {
    static final CodeVariables NONE = new CodeVariables(HashTreePMap.empty(), HashTreePMap.empty());
    private static final Span NOWHERE = new Span(0, 0);

    @Override
    public @Nullable Value value(String name) {
        return values.get(name);
    }

    CodeVariables with(String name, Value value) {
        return new CodeVariables(values.plus(name, value), rows);
    }

    /** With a name that stands before a dot: of a row, a block or a routine. */
    CodeVariables withQualifier(String name) {
        return new CodeVariables(values, rows.plus(name, true));
    }

    /** Whether the name may stand before a dot. */
    boolean isRow(String name) {
        return rows.containsKey(name);
    }

    /** What is left of these behind a block: the names that it declared are what they were before. */
    CodeVariables leaving(CodeVariables outer, List<String> declared) {
        CodeVariables left = new CodeVariables(values, outer.rows);
        for (String name : declared) {
            Value before = outer.values.get(name);
            left = before == null
                    ? new CodeVariables(left.values.minus(name), left.rows)
                    : left.with(name, before);
        }
        return left;
    }

    /** What they may be where they may be these or others. */
    CodeVariables or(CodeVariables other) {
        CodeVariables joined = this;
        for (Map.Entry<String, Value> one : values.entrySet()) {
            if (!Objects.equals(one.getValue(), other.values.get(one.getKey()))) {
                joined = joined.with(one.getKey(), new Value.Unknown(one.getKey() + " depends on the way taken"));
            }
        }
        return joined;
    }

    /** What a query sees around it: columns under the variables' names. */
    Scope scope() {
        List<FromItem> items = new ArrayList<>();
        items.add(new FromItem.Derived(
                null,
                List.of(),
                values.keySet().stream()
                        .sorted()
                        .map(name -> new OutputColumn(name, null, NOWHERE))
                        .toList()));
        rows.keySet().stream()
                .sorted()
                .map(name -> new FromItem.Derived(new Name(name, NOWHERE), List.of(), null))
                .forEach(items::add);
        return new Scope(items, null);
    }
}
