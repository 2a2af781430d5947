package dev.greenlight.replay;

import dev.greenlight.postgres.BuiltInTypes;
import dev.greenlight.postgres.DataType;
import dev.greenlight.postgres.QualifiedName;
import dev.greenlight.postgres.SqlState;
import dev.greenlight.replay.answer.Datum;
import dev.greenlight.replay.typing.Column;
import dev.greenlight.replay.typing.Mistake;
import dev.greenlight.replay.typing.Typing;
import dev.greenlight.sql.ObjectType;
import dev.greenlight.sql.Query;
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
    List<Column> of(QueryNames.Found found) {
        Optional<List<Column>> typed = Optional.ofNullable(found.typed())
                .or(() -> new Typing(new ExecutionKnowledge(execution))
                        .query(found.query().tokens()));
        @Nullable List<String> names = found.output();
        if (names == null) {
            return typed.orElse(null);
        }
        return typed.filter(columns -> columns.size() == names.size())
                .orElseGet(() -> names.stream()
                        .map(name -> new Column(name, DataType.UNKNOWN))
                        .toList());
    }

    /**
     * The columns of a query; null where it is not known which there are. Fails with the first thing that is certainly
     * wrong with the types in it, where it was read in full.
     *
     * @param needs gets the keys by which its columns are grouped
     */
    @Nullable
    List<Column> require(Query query, NeedsBuilder needs) {
        if (query.tokens().stream().anyMatch(token -> token.value().contains(Datum.HOLE))) {
            return null;
        }
        Typing typing = new Typing(new ExecutionKnowledge(execution));
        Optional<List<Column>> columns = typing.query(query.tokens());
        requireNone(typing.mistakes(), execution);
        typing.keys().forEach(needs::relation);
        return columns.orElse(null);
    }

    /** Fails with the first of what is wrong. */
    static void requireNone(List<Mistake> mistakes, Execution execution) {
        if (!mistakes.isEmpty()) {
            Mistake mistake = mistakes.getFirst();
            List<String> absent = mistake.absent();
            throw absent == null
                    ? execution.reject(mistake.state(), mistake.message(), mistake.span())
                    : execution.rejectMissing(
                            mistake.state(), mistake.message(), mistake.span(), absent(absent, execution));
        }
    }

    private static Missing absent(List<String> name, Execution execution) {
        Schemas schemas = execution.names().schemas();
        String schema = name.size() > 1 ? name.getFirst() : schemas.current().orElse("public");
        return new Missing(ObjectType.FUNCTION, new QualifiedName(schema, name.getLast()), null);
    }

    /** As {@link #of}, for what becomes a relation: none of its columns may have a type that cannot be kept. */
    @Nullable
    List<Column> stored(QueryNames.Found found) {
        @Nullable List<Column> columns = of(found);
        for (Column column : columns == null ? List.<Column>of() : columns) {
            DataType type = column.type();
            if (BuiltInTypes.isPseudo(type) && !type.is("unknown")) {
                String message = "column \"" + column.name() + "\" has pseudo-type " + type.display();
                throw execution.reject(
                        SqlState.INVALID_TABLE_DEFINITION,
                        message,
                        found.query().span());
            }
        }
        return columns;
    }

    /** Whether a value of one type may be assigned to another, as far as is known. */
    static boolean assigns(DataType from, DataType to, Execution execution) {
        return BuiltInTypes.isPseudo(to) || new Typing(new ExecutionKnowledge(execution)).assigns(from, to);
    }

    /** Whether a function in SQL may return a value of one type as another, as far as is known. */
    static boolean returns(DataType from, DataType to, Execution execution) {
        return BuiltInTypes.isPseudo(to) || new Typing(new ExecutionKnowledge(execution)).returns(from, to);
    }

    static @Nullable List<String> names(@Nullable List<Column> columns) {
        return columns == null ? null : columns.stream().map(Column::name).toList();
    }

    static List<DataType> types(@Nullable List<Column> columns) {
        return columns == null ? List.of() : columns.stream().map(Column::type).toList();
    }
}
