package dev.greenlight.sql;

import dev.greenlight.source.Span;
import dev.greenlight.sql.RoutineStatement.RoutineName;
import org.jspecify.annotations.Nullable;

/** Statements that define how one thing becomes another: casts, transforms and conversions of encodings. */
public sealed interface CastStatement extends Statement {
    /**
     * @param method {@code function}, {@code inout}, or {@code without function}: both types have the same bytes
     * @param function what converts; null for the other methods
     * @param context where it is applied unasked: {@code assignment} or {@code implicit}; {@code explicit} for nowhere
     */
    record CreateCast(
            TypeName source,
            TypeName target,
            String method,
            @Nullable RoutineName function,
            String context,
            Span span) implements CastStatement {
        @Override
        public String kind() {
            return "CREATE CAST";
        }
    }

    /** How a procedural language sees a type. */
    record CreateTransform(
            TypeName type,
            Name language,
            boolean orReplace,
            @Nullable RoutineName fromSql,
            @Nullable RoutineName toSql,
            Span span)
            implements CastStatement {
        @Override
        public String kind() {
            return "CREATE TRANSFORM";
        }
    }

    /**
     * @param source the name of an encoding, as is {@code target}
     */
    record CreateConversion(
            ObjectName name, boolean isDefault, Token source, Token target, ObjectName function, Span span)
            implements CastStatement {
        @Override
        public String kind() {
            return "CREATE CONVERSION";
        }
    }
}
