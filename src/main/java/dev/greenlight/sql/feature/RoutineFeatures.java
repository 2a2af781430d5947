package dev.greenlight.sql.feature;

import dev.greenlight.postgres.SqlState;
import dev.greenlight.source.Span;
import dev.greenlight.sql.ObjectType;
import dev.greenlight.sql.RoutineStatement;

/** Forms of statements about routines; what a string holds as their code is not looked at. */
final class RoutineFeatures {
    private RoutineFeatures() {}

    static void find(RoutineStatement statement, Search search) {
        switch (statement) {
            case RoutineStatement.CreateRoutine create -> create(create, search);
            case RoutineStatement.AlterRoutine alter -> {}
            case RoutineStatement.CreateAggregate create -> {}
            case RoutineStatement.Do block -> {}
            case RoutineStatement.Call call -> {}
        }
    }

    private static Span begin(Span body, boolean block, Search search) {
        return search.row(body).span(0, block ? 1 : 0);
    }

    private static void create(RoutineStatement.CreateRoutine create, Search search) {
        RoutineStatement.Body body = create.body();
        if (body != null && !body.tokens().isEmpty()) {
            boolean block = body.tokens().getFirst().isWord("begin");
            search.add(14, block ? "BEGIN ATOMIC" : "RETURN as a routine's body", begin(body.span(), block, search));
        }
        if (create.type() == ObjectType.PROCEDURE) {
            create.parameters().stream()
                    .filter(parameter -> !parameter.isInput())
                    .forEach(parameter -> search.addParsed(
                            14, "an OUT parameter of a procedure", parameter.span(), SqlState.FEATURE_NOT_SUPPORTED));
        }
    }
}
