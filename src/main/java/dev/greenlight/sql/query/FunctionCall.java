package dev.greenlight.sql.query;

import dev.greenlight.source.Span;
import dev.greenlight.sql.Name;
import dev.greenlight.sql.ObjectName;
import dev.greenlight.sql.Token;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A call of a function, aggregate or window function. Forms of SQL's own grammar that call a function carry its name:
 * {@code current_timestamp}, {@code extract}, {@code timezone} for AT TIME ZONE; those that PostgreSQL evaluates
 * itself, such as COALESCE and NULLIF, are none.
 *
 * @param arguments none for {@code f()}, {@code count(*)} and {@code CURRENT_DATE}
 * @param grammar whether it is a form of SQL's own grammar, which no schema can shadow
 */
public record FunctionCall(ObjectName name, List<Argument> arguments, boolean grammar, Span span) {
    public FunctionCall {
        arguments = List.copyOf(arguments);
    }

    /**
     * @param label the name in {@code name => value}
     * @param constant the literal, where the argument is nothing but one, with or without a cast
     */
    public record Argument(@Nullable Name label, @Nullable Token constant, Span span) {}

    /** The literal that stands as an argument, such as the sequence's name in {@code nextval('s'::regclass)}. */
    public Optional<String> constant(int index) {
        return index < arguments.size()
                ? Optional.ofNullable(arguments.get(index).constant()).map(Token::value)
                : Optional.empty();
    }
}
