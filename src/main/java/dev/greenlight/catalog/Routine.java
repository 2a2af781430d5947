package dev.greenlight.catalog;

import dev.greenlight.postgres.DataType;
import dev.greenlight.postgres.QualifiedName;
import dev.greenlight.postgres.Signature;
import dev.greenlight.postgres.Volatility;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A function, procedure or aggregate; it is known by its name and the types of its input parameters (manual 36.6).
 *
 * @param kind in PostgreSQL's words: {@code function}, {@code procedure} or {@code aggregate}
 * @param signature how it is called; what it returns is unknown for procedures and where it is not known
 * @param arguments those that are written, in their order, OUT ones too; the columns of RETURNS TABLE are none of them
 * @param needs the types of its signature, and what a body that is not a string names (manual CREATE FUNCTION)
 */
public record Routine(
        QualifiedName name,
        String kind,
        Signature signature,
        List<Argument> arguments,
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

        /** Whether a call gets a value from it. */
        public boolean isOutput() {
            return mode == Mode.OUT || mode == Mode.INOUT;
        }

        Argument withType(DataType newType) {
            return new Argument(mode, name, newType);
        }
    }

    public Routine withName(QualifiedName newName) {
        return new Routine(newName, kind, signature, arguments, volatility, needs, origin);
    }

    public Routine withVolatility(Volatility newVolatility) {
        return new Routine(name, kind, signature, arguments, newVolatility, needs, origin);
    }

    public Routine withNeeds(Needs newNeeds) {
        return new Routine(name, kind, signature, arguments, volatility, newNeeds, origin);
    }

    /** The same of other types. */
    public Routine withTypes(UnaryOperator<DataType> change) {
        List<Argument> changed = arguments.stream()
                .map(argument -> argument.withType(change.apply(argument.type())))
                .toList();
        return new Routine(name, kind, signature.withTypes(change), changed, volatility, needs, origin);
    }

    /** Without modifiers, which PostgreSQL does not keep. */
    public List<DataType> parameters() {
        return signature.parameters();
    }

    /** One for each parameter; empty for one without a name. */
    public List<String> parameterNames() {
        return signature.names();
    }

    public DataType returns() {
        return signature.returns();
    }
}
