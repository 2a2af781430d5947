package dev.greenlight.replay;

import dev.greenlight.catalog.NamedObject;
import dev.greenlight.sql.CastStatement;
import dev.greenlight.sql.ObjectType;
import dev.greenlight.sql.RoutineStatement.RoutineName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runs CREATE CAST and its kin; the types and functions that they name have to be there. */
final class CastReplay {
    private final Execution execution;

    private CastReplay(Execution execution) {
        this.execution = execution;
    }

    static void apply(CastStatement statement, Execution execution) {
        new CastReplay(execution).require(statement);
        new Descriptions(execution).describe(statement, List.of());
    }

    private void require(CastStatement statement) {
        switch (statement) {
            case CastStatement.CreateCast create -> {
                execution.names().type(create.source());
                execution.names().type(create.target());
                function(create.function());
            }
            case CastStatement.CreateTransform create -> {
                execution.names().type(create.type());
                function(create.fromSql());
                function(create.toSql());
            }
            case CastStatement.CreateConversion create -> {
                NamedObjects objects = new NamedObjects(execution);
                objects.create(
                        objects.made(NamedObject.Kind.CONVERSION, create.name(), ""),
                        create.name().span());
            }
        }
    }

    private void function(@Nullable RoutineName function) {
        if (function != null) {
            new Routines(execution)
                    .require(ObjectType.FUNCTION, function.name(), function.parameters(), function.span());
        }
    }
}
