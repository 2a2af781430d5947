package dev.greenlight.catalog.ddl;

import dev.greenlight.catalog.Column;
import dev.greenlight.catalog.Index;
import dev.greenlight.catalog.Relation;
import dev.greenlight.catalog.Sequence;
import dev.greenlight.catalog.Table;
import dev.greenlight.catalog.View;
import dev.greenlight.postgres.Identifiers;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An index as {@code pg_get_indexdef} writes it (manual 9.27.4). Most expressions are as they were written: the
 * server prints those that it has understood.
 */
public final class IndexText {
    private final Relation table;
    private final ConditionText conditions;

    public IndexText(Relation table, SearchPath path) {
        this.table = table;
        this.conditions = new ConditionText(table, path);
    }

    public String of(Index index) {
        Index.Clauses clauses = index.clauses();
        return "CREATE " + (index.unique() ? "UNIQUE " : "") + "INDEX "
                + Identifiers.quote(index.name().name()) + " ON " + (isPartitioned() ? "ONLY " : "")
                + Identifiers.quote(table.name()) + " USING " + index.method() + " (" + String.join(", ", keys(index))
                + ")"
                + (clauses.include().isEmpty() ? "" : " INCLUDE " + columns(clauses.include()))
                + (index.nullsNotDistinct() ? " NULLS NOT DISTINCT" : "")
                + (clauses.parameters().isEmpty() ? "" : " WITH (" + String.join(", ", clauses.parameters()) + ")")
                + (clauses.where() == null ? "" : " WHERE " + conditions.of(clauses.where()));
    }

    private boolean isPartitioned() {
        return table instanceof Table it && it.kind() == Table.Kind.PARTITIONED;
    }

    /** The constraint that the index serves. */
    String exclusion(Index index) {
        List<String> operators = index.clauses().operators();
        List<String> elements = new ArrayList<>();
        for (String key : keys(index)) {
            elements.add(key + (elements.size() < operators.size() ? " WITH " + operators.get(elements.size()) : ""));
        }
        String where = index.clauses().where();
        return "EXCLUDE USING " + index.method() + " (" + String.join(", ", elements) + ")"
                + (where == null ? "" : " WHERE (" + conditions.of(where) + ")");
    }

    private List<String> keys(Index index) {
        List<String> keys = new ArrayList<>();
        for (Index.Key key : index.keys()) {
            List<String> options = index.clauses().keys();
            keys.add(key(key) + (keys.size() < options.size() ? options.get(keys.size()) : ""));
        }
        return keys;
    }

    private String key(Index.Key key) {
        return key.expression() == null ? Identifiers.quote(column(key.column())) : expression(key.expression());
    }

    private String expression(String written) {
        return conditions.call(written).orElse("(" + written + ")");
    }

    private String columns(List<Integer> numbers) {
        return Identifiers.list(numbers.stream().map(this::column));
    }

    private String column(int number) {
        return switch (table) {
            case Table it -> it.column(number).map(Column::name).orElse("?");
            case View view -> column(view.columns(), number);
            case Index ignored -> "?";
            case Sequence ignored -> "?";
        };
    }

    private static String column(@Nullable List<String> columns, int number) {
        return columns == null || number < 1 || number > columns.size() ? "?" : columns.get(number - 1);
    }
}
