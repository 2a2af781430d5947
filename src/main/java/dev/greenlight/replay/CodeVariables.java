package dev.greenlight.replay;

import dev.greenlight.postgres.DataType;
import dev.greenlight.source.Span;
import dev.greenlight.sql.Name;
import dev.greenlight.sql.ObjectName;
import dev.greenlight.sql.query.FromItem;
import dev.greenlight.sql.query.OutputColumn;
import dev.greenlight.sql.query.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.HashTreePSet;
import org.pcollections.PMap;
import org.pcollections.PSet;

/**
 * The variables that a statement of code sees, with their values. Rows and records are among them, and what a label or
 * a routine's name may stand before.
 *
 * @param rows those that have fields, or may have some
 * @param tables those that hold rows of a table, with the table: what fields they have is known
 * @param types what is known of their types: all there is to know of a body in SQL, nothing of code in PL/pgSQL
 * @param labels the names of blocks and routines, which may stand before a variable's
 */
record CodeVariables(
        PMap<String, Value> values,
        PSet<String> rows,
        PMap<String, ObjectName> tables,
        PMap<String, DataType> types,
        PSet<String> labels)
        implements Variables {
    /** Those that a body in SQL has by itself: none. */
    static final CodeVariables OF_SQL = new CodeVariables(
            HashTreePMap.empty(),
            HashTreePSet.empty(),
            HashTreePMap.empty(),
            HashTreePMap.empty(),
            HashTreePSet.empty());

    /** Those that all code in PL/pgSQL has: FOUND (manual 41.5.5). */
    static final CodeVariables NONE = OF_SQL.with("found", new Value.Unknown("whether rows were found"));

    /** What a trigger's function has besides (manual 41.10). */
    private static final List<String> OF_TRIGGER = List.of(
            "tg_argv",
            "tg_event",
            "tg_level",
            "tg_name",
            "tg_nargs",
            "tg_op",
            "tg_relid",
            "tg_relname",
            "tg_table_name",
            "tg_table_schema",
            "tg_tag",
            "tg_when");

    private static final Span NOWHERE = new Span(0, 0);

    @Override
    public @Nullable Value value(String name) {
        return values.get(name);
    }

    @Override
    public boolean areTyped() {
        return types.keySet().containsAll(values.keySet());
    }

    CodeVariables with(String name, Value value) {
        return new CodeVariables(values.plus(name, value), rows, tables, types, labels);
    }

    /** With the type of one that is there. */
    CodeVariables withType(String name, DataType type) {
        return new CodeVariables(values, rows, tables, types.plus(name, type), labels);
    }

    /** With those that a trigger's function has. */
    CodeVariables ofTrigger() {
        CodeVariables all = this;
        for (String name : OF_TRIGGER) {
            all = all.with(name, new Value.Unknown("what calls the trigger"));
        }
        Value row = new Value.Unknown("the row of a trigger");
        return all.withRow("new", row).withRow("old", row);
    }

    /** With one that has fields, or may have some. */
    CodeVariables withRow(String name, Value value) {
        return new CodeVariables(values.plus(name, value), rows.plus(name), tables.minus(name), types, labels);
    }

    /** With one that holds a row of a table. */
    CodeVariables withRowOf(ObjectName table, String name, Value value) {
        return new CodeVariables(values.plus(name, value), rows.minus(name), tables.plus(name, table), types, labels);
    }

    /** With the name of a block or routine. */
    CodeVariables withLabel(String name) {
        return new CodeVariables(values, rows, tables, types, labels.plus(name));
    }

    /** Whether it has fields, or may have some. */
    boolean isRow(String name) {
        return rows.contains(name) || tables.containsKey(name);
    }

    /** What is left of these behind a block: the names that it declared are what they were before. */
    CodeVariables leaving(CodeVariables outer, List<String> declared) {
        PMap<String, Value> left = values;
        for (String name : declared) {
            Value before = outer.values.get(name);
            left = before == null ? left.minus(name) : left.plus(name, before);
        }
        return new CodeVariables(left, outer.rows, outer.tables, outer.types, outer.labels);
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

    /**
     * What a query sees around it: columns under the variables' names, rows, and around those what only stands before a
     * dot.
     */
    Scope scope() {
        List<OutputColumn> columns = values.keySet().stream()
                .filter(name -> !isRow(name))
                .sorted()
                .map(name -> new OutputColumn(name, null, NOWHERE))
                .toList();
        Scope around = labels.isEmpty()
                ? Scope.EMPTY
                : new Scope(
                        labels.stream()
                                .sorted()
                                .<FromItem>map(
                                        label -> new FromItem.Derived(new Name(label, NOWHERE), List.of(), columns))
                                .toList(),
                        null);
        List<FromItem> items = new ArrayList<>();
        items.add(new FromItem.Derived(null, List.of(), columns));
        rows.stream()
                .sorted()
                .map(name -> new FromItem.Qualified(new FromItem.Derived(new Name(name, NOWHERE), List.of(), null)))
                .forEach(items::add);
        tables.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .flatMap(row -> Scope.of(row.getValue(), List.of(new Name(row.getKey(), NOWHERE))).items().stream())
                .map(FromItem.Qualified::new)
                .forEach(items::add);
        return new Scope(items, around);
    }
}
