package dev.greenlight.replay;

import dev.greenlight.postgres.DataType;
import dev.greenlight.replay.typing.Column;
import dev.greenlight.replay.typing.Typing;
import dev.greenlight.sql.Query;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The types of a query's columns: exactly those that PostgreSQL gives to them, or unknown. */
final class QueryTypes {
    private final Execution execution;

    QueryTypes(Execution execution) {
        this.execution = execution;
    }

    /** One type for each column of what has been found; none where the columns are not known. */
    List<DataType> of(Query query, QueryNames.Found found) {
        if (found.output() == null) {
            return List.of();
        }
        Optional<List<Column>> columns = new Typing(new ExecutionKnowledge(execution)).query(query.tokens());
        if (columns.isEmpty() || columns.get().size() != found.output().size()) {
            return found.types();
        }
        List<DataType> types = new ArrayList<>();
        for (int i = 0; i < found.types().size(); i++) {
            DataType type = columns.get().get(i).type();
            types.add(type.isKnown() ? type : found.types().get(i));
        }
        return types;
    }
}
