package dev.greenlight.catalog.ddl;

import dev.greenlight.catalog.Column;
import dev.greenlight.catalog.Index;
import dev.greenlight.catalog.Relation;
import dev.greenlight.catalog.Sequence;
import dev.greenlight.catalog.Table;
import dev.greenlight.catalog.View;
import dev.greenlight.postgres.Identifiers;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An index as {@code pg_get_indexdef} writes it (manual 9.27.4); expressions are as they were written. */
public final class IndexText {
    private final Relation table;

    public IndexText(Relation table) {
        this.table = table;
    }

    public String of(Index index) {
        return "CREATE " + (index.unique() ? "UNIQUE " : "") + "INDEX "
                + Identifiers.quote(index.name().name()) + " ON " + Identifiers.quote(table.name()) + " USING "
                + index.method() + " "
                + index.keys().stream().map(this::key).collect(Collectors.joining(", ", "(", ")"))
                + (index.nullsNotDistinct() ? " NULLS NOT DISTINCT" : "");
    }

    private String key(Index.Key key) {
        return key.expression() == null ? Identifiers.quote(column(key.column())) : "(" + key.expression() + ")";
    }

    private String column(int number) {
        return switch (table) {
            case Table it -> it.column(number).map(Column::name).orElse("?");
            case View view -> column(view.columns(), number);
            case Index other -> "?";
            case Sequence sequence -> "?";
        };
    }

    private static String column(@Nullable List<String> columns, int number) {
        return columns == null || number < 1 || number > columns.size() ? "?" : columns.get(number - 1);
    }
}
