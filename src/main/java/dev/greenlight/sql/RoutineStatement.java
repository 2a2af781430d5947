package dev.greenlight.sql;

import dev.greenlight.source.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Statements about functions and procedures, and those that run code: DO and CALL. */
public sealed interface RoutineStatement extends Statement {
    /**
     * {@code CREATE FUNCTION} and {@code CREATE PROCEDURE}.
     *
     * @param type FUNCTION or PROCEDURE
     * @param returns missing for procedures and functions whose OUT parameters say it
     * @param returnsTable the columns of {@code RETURNS TABLE (…)}
     * @param language in lower case; {@code sql} for a body that is not a string
     * @param attributes what else is written, such as {@code immutable}, {@code security definer} or {@code set}
     * @param body the code; missing where it is in an object file ({@code AS 'file', 'symbol'}) and in a routine that
     *     PostgreSQL therefore rejects
     */
    record CreateRoutine(
            ObjectType type,
            ObjectName name,
            boolean orReplace,
            List<Parameter> parameters,
            @Nullable TypeName returns,
            List<Parameter> returnsTable,
            String language,
            List<Setting> attributes,
            @Nullable Body body,
            Span span)
            implements RoutineStatement {
        public CreateRoutine {
            parameters = List.copyOf(parameters);
            returnsTable = List.copyOf(returnsTable);
            attributes = List.copyOf(attributes);
        }

        /** {@code immutable}, {@code stable}, or {@code volatile}, which holds when none is written (manual 36.7). */
        public String volatility() {
            return attributes.stream()
                    .map(Setting::name)
                    .filter(List.of("immutable", "stable", "volatile")::contains)
                    .reduce("volatile", (first, last) -> last);
        }

        /** What a call gives, in their order. */
        public List<Parameter> inputs() {
            return parameters.stream().filter(Parameter::isInput).toList();
        }

        @Override
        public String kind() {
            return "CREATE " + type.words();
        }
    }

    /**
     * @param mode {@code in}, {@code out}, {@code inout} or {@code variadic}
     */
    record Parameter(
            String mode,
            @Nullable Name name,
            TypeName type,
            @Nullable Expression defaultValue,
            Span span) {
        /** Whether a call gives it a value. */
        public boolean isInput() {
            return !mode.equals("out");
        }

        /** Whether a call gets a value from it. */
        public boolean isOutput() {
            return mode.equals("out") || mode.equals("inout");
        }

        /** By its name, or where it has none by its number among the inputs, counted from 1. */
        public String called(int number) {
            return name == null ? "$" + number : name.value();
        }
    }

    /**
     * A routine's code.
     *
     * @param text the code itself: what the string constant means; empty where the code stands in SQL itself
     * @param token the string constant; null where the code stands in SQL itself
     * @param tokens {@code BEGIN ATOMIC … END} or {@code RETURN …}; empty for a string constant
     * @param span where it stands, quotes included
     */
    record Body(String text, @Nullable Token token, List<Token> tokens, Span span) {
        public Body {
            tokens = List.copyOf(tokens);
        }
    }

    /** {@code ALTER FUNCTION | PROCEDURE | ROUTINE}; {@code attributes} are those of {@link CreateRoutine}. */
    record AlterRoutine(ObjectType type, RoutineName routine, List<Setting> attributes, Span span)
            implements RoutineStatement {
        public AlterRoutine {
            attributes = List.copyOf(attributes);
        }

        @Override
        public String kind() {
            return "ALTER " + type.words();
        }
    }

    /**
     * A routine as DROP, ALTER and COMMENT name it.
     *
     * @param parameters the types that were written; null where no parentheses follow the name
     */
    record RoutineName(ObjectName name, @Nullable List<Parameter> parameters, Span span) {
        public RoutineName {
            parameters = parameters == null ? null : List.copyOf(parameters);
        }
    }

    /**
     * @param parameters also those behind ORDER BY; what {@code basetype} among the options says where none are
     *     written, as before PostgreSQL 8.2; null where it says nothing and PostgreSQL therefore rejects it
     */
    record CreateAggregate(
            ObjectName name, boolean orReplace, @Nullable List<Parameter> parameters, List<Setting> options, Span span)
            implements RoutineStatement {
        public CreateAggregate {
            parameters = parameters == null ? null : List.copyOf(parameters);
            options = List.copyOf(options);
        }

        @Override
        public String kind() {
            return "CREATE AGGREGATE";
        }
    }

    /** An anonymous code block. */
    record Do(String language, Body body, Span span) implements RoutineStatement {
        @Override
        public String kind() {
            return "DO";
        }
    }

    record Call(ObjectName procedure, Expression call, Span span) implements RoutineStatement {
        @Override
        public String kind() {
            return "CALL";
        }
    }
}
