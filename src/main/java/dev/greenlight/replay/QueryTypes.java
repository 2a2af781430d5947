package dev.greenlight.replay;

import dev.greenlight.postgres.DataType;
import dev.greenlight.replay.typing.Column;
import dev.greenlight.replay.typing.Typing;
import dev.greenlight.sql.Query;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The columns of a query, each of exactly the type that PostgreSQL gives to it or of an unknown one. */
final class QueryTypes {
    private final Execution execution;

    QueryTypes(Execution execution) {
        this.execution = execution;
    }

    /** The columns of what has been found; null where it is not known which there are. */
    @Nullable
    List<Column> of(Query query, QueryNames.Found found) {
        Optional<List<Column>> typed = new Typing(new ExecutionKnowledge(execution)).query(query.tokens());
        @Nullable List<String> names = found.output();
        if (names == null) {
            return typed.orElse(null);
        }
        boolean agreed = typed.filter(columns -> columns.size() == names.size()).isPresent();
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            Column plain = new Column(names.get(i), found.types().get(i));
            columns.add(agreed ? known(typed.get().get(i), plain) : plain);
        }
        return columns;
    }

    private static Column known(Column typed, Column plain) {
        return typed.type().isKnown() ? typed : new Column(typed.name(), plain.type());
    }

    static @Nullable List<String> names(@Nullable List<Column> columns) {
        return columns == null ? null : columns.stream().map(Column::name).toList();
    }

    static List<DataType> types(@Nullable List<Column> columns) {
        return columns == null ? List.of() : columns.stream().map(Column::type).toList();
    }
}
