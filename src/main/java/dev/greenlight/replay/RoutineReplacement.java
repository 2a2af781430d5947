package dev.greenlight.replay;

import dev.greenlight.catalog.Routine;
import dev.greenlight.postgres.Signature;
import dev.greenlight.postgres.SqlState;
import dev.greenlight.source.Span;
import dev.greenlight.sql.ObjectType;
import java.util.stream.Stream;

/**
 * What a routine must have in common with the one of its name and parameters whose place it takes, because calls and
 * views may rely on it (manual CREATE FUNCTION, Notes; {@code ProcedureCreate} in pg_proc.c).
 */
final class RoutineReplacement {
    private final Execution execution;

    RoutineReplacement(Execution execution) {
        this.execution = execution;
    }

    void require(Routine old, Routine routine, boolean orReplace, Span span) {
        if (execution.mayBeGone(ObjectType.FUNCTION, old.name().name())) {
            return;
        }
        String name = old.name().name();
        if (!orReplace) {
            String message = "function \"" + name + "\" already exists with same argument types";
            throw execution.reject(SqlState.DUPLICATE_FUNCTION, message, span);
        }
        if (!old.kind().equals(routine.kind())) {
            throw execution.reject(SqlState.WRONG_OBJECT_TYPE, "cannot change routine kind", span);
        }
        requireSameResult(old, routine, span);
        requireSameNames(old, routine, span);
        if (routine.signature().defaults() < old.signature().defaults()) {
            String message = "cannot remove parameter defaults from existing function";
            throw execution.reject(SqlState.INVALID_FUNCTION_DEFINITION, message, span);
        }
    }

    /** Of several columns the names count too (pg_proc.c, {@code ProcedureCreate}). */
    private void requireSameResult(Routine old, Routine routine, Span span) {
        boolean known = old.returns().isKnown() && routine.returns().isKnown();
        boolean other = known
                && (!old.returns().equals(routine.returns())
                        || old.signature().returnsSet() != routine.signature().returnsSet());
        if (other || isOtherRow(old.signature(), routine.signature())) {
            String message = "cannot change return type of existing function";
            throw execution.reject(SqlState.INVALID_FUNCTION_DEFINITION, message, span);
        }
    }

    private static boolean isOtherRow(Signature old, Signature other) {
        boolean row = old.returns().is("record") && other.returns().is("record");
        boolean known = Stream.concat(old.columns().stream(), other.columns().stream())
                .allMatch(column -> column.type().isKnown());
        return row && known && !old.columns().equals(other.columns());
    }

    /** A parameter that has a name keeps it, because calls may use it (manual CREATE FUNCTION, Notes). */
    private void requireSameNames(Routine old, Routine routine, Span span) {
        for (int i = 0; i < old.parameterNames().size(); i++) {
            String oldName = old.parameterNames().get(i);
            if (!oldName.isEmpty() && !oldName.equals(routine.parameterNames().get(i))) {
                String message = "cannot change name of input parameter \"" + oldName + "\"";
                throw execution.reject(SqlState.INVALID_FUNCTION_DEFINITION, message, span);
            }
        }
    }
}
