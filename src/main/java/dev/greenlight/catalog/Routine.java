package dev.greenlight.catalog;

import dev.greenlight.postgres.DataType;
import dev.greenlight.postgres.QualifiedName;
import dev.greenlight.postgres.Volatility;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A function, procedure or aggregate; it is known by its name and the types of its input parameters (manual 36.6).
 *
 * @param kind in PostgreSQL's words: {@code function}, {@code procedure} or {@code aggregate}
 * @param arguments those that are written, in their order; the columns of RETURNS TABLE are none of them
 * @param returns {@link DataType#UNKNOWN} for procedures and where it is not known
 * @param needs the types of its signature, and what a body that is not a string names (manual CREATE FUNCTION)
 */
public record Routine(
        QualifiedName name,
        String kind,
        List<Argument> arguments,
        DataType returns,
        Volatility volatility,
        Needs needs,
        @Nullable Origin origin) {
    public Routine {
        arguments = List.copyOf(arguments);
    }

    /** Manual CREATE FUNCTION, argmode. */
    public enum Mode {
        IN,
        OUT,
        INOUT,
        VARIADIC
    }

    /**
     * @param name empty for one without
     * @param type without modifiers, which PostgreSQL does not keep
     */
    public record Argument(Mode mode, String name, DataType type) {
        /** Whether a call gives it a value. */
        public boolean isInput() {
            return mode != Mode.OUT;
        }

        public Argument withType(DataType newType) {
            return new Argument(mode, name, newType);
        }
    }

    /** The types of what a call gives, by which the routine is known. */
    public List<DataType> parameters() {
        return inputs().map(Argument::type).toList();
    }

    /** One for each parameter; empty for one without a name. */
    public List<String> parameterNames() {
        return inputs().map(Argument::name).toList();
    }

    private Stream<Argument> inputs() {
        return arguments.stream().filter(Argument::isInput);
    }
}
