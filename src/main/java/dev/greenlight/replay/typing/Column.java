package dev.greenlight.replay.typing;

import dev.greenlight.catalog.View;
import dev.greenlight.postgres.DataType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A column of a query: the name that PostgreSQL gives to it and its type, unknown where that is not certain. */
public record Column(String name, DataType type) {
    static @Nullable List<Column> of(View view) {
        List<String> names = view.columns();
        if (names == null) {
            return null;
        }
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            columns.add(new Column(names.get(i), view.types().get(i)));
        }
        return columns;
    }

    Column withName(String other) {
        return new Column(other, type);
    }

    Column withType(DataType other) {
        return new Column(name, other);
    }

    /** That of the first column of a name; unknown where there is none. */
    static DataType type(List<Column> columns, String name) {
        return columns.stream()
                .filter(column -> column.name().equals(name))
                .map(Column::type)
                .findFirst()
                .orElse(DataType.UNKNOWN);
    }

    /** The first of them under other names. */
    static List<Column> renamed(List<Column> columns, List<String> names) {
        List<Column> renamed = new ArrayList<>(columns);
        for (int i = 0; i < Math.min(names.size(), columns.size()); i++) {
            renamed.set(i, columns.get(i).withName(names.get(i)));
        }
        return renamed;
    }

    /** A constant of which nothing says the type is a text, once it leaves its query (manual 10.6). */
    static List<Column> settled(List<Column> columns) {
        return columns.stream()
                .map(column -> Types.isLiteral(column.type()) ? column.withType(Types.TEXT) : column)
                .toList();
    }
}
