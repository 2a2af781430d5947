package dev.greenlight.sql.plpgsql;

import dev.greenlight.sql.ObjectType;
import dev.greenlight.sql.RoutineStatement.CreateRoutine;
import dev.greenlight.sql.RoutineStatement.Parameter;
import dev.greenlight.sql.TypeName;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the code is the body of: which variables it finds, and what it may return.
 *
 * @param name the routine's, which labels what its parameters are in; null for what has none
 * @param parameters those of RETURNS TABLE among them
 */
public record Signature(
        Kind kind, @Nullable String name, List<Parameter> parameters, boolean returnsSet, boolean returnsNothing) {

    /** Whose body it is. */
    public enum Kind {
        FUNCTION,
        PROCEDURE,
        TRIGGER_FUNCTION,
        EVENT_TRIGGER_FUNCTION,
        /** A DO statement. */
        BLOCK,
        /** Nobody knows: any name may be a parameter's, and RETURN may or may not have a value. */
        UNKNOWN
    }

    public Signature {
        parameters = List.copyOf(parameters);
    }

    public static Signature unknown() {
        return new Signature(Kind.UNKNOWN, null, List.of(), false, false);
    }

    public static Signature ofBlock() {
        return new Signature(Kind.BLOCK, "inline_code_block", List.of(), false, true);
    }

    public static Signature of(CreateRoutine routine) {
        TypeName returns = routine.returns();
        boolean set = !routine.returnsTable().isEmpty() || returns != null && returns.setOf();
        Kind kind = kind(routine);
        boolean out = routine.parameters().stream().anyMatch(Parameter::isOutput);
        boolean nothing = kind == Kind.EVENT_TRIGGER_FUNCTION
                || kind == Kind.PROCEDURE && !out
                || kind == Kind.FUNCTION && isNamed(returns, "void");
        List<Parameter> parameters = Stream.concat(routine.parameters().stream(), routine.returnsTable().stream())
                .toList();
        return new Signature(kind, routine.name().name(), parameters, set, nothing);
    }

    private static Kind kind(CreateRoutine routine) {
        if (routine.type() == ObjectType.PROCEDURE) {
            return Kind.PROCEDURE;
        }
        if (isNamed(routine.returns(), "trigger")) {
            return Kind.TRIGGER_FUNCTION;
        }
        return isNamed(routine.returns(), "event_trigger") ? Kind.EVENT_TRIGGER_FUNCTION : Kind.FUNCTION;
    }

    private static boolean isNamed(@Nullable TypeName type, String builtIn) {
        return type != null
                && type.name().name().equals(builtIn)
                && type.name().schema().orElse("pg_catalog").equals("pg_catalog");
    }

    boolean isKnown() {
        return kind != Kind.UNKNOWN;
    }

    /** Whether parameters are what it returns, so that RETURN has no value. */
    boolean returnsParameters() {
        return parameters.stream().anyMatch(Parameter::isOutput);
    }
}
