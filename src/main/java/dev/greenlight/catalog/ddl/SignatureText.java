package dev.greenlight.catalog.ddl;

import dev.greenlight.catalog.Routine;
import dev.greenlight.postgres.Identifiers;
import java.util.stream.Collectors;

/**
 * A routine as one tells it from others: its name and what {@code pg_get_function_identity_arguments} gives (manual
 * 9.27.4), which is what stands between the parentheses of DROP and ALTER.
 */
public final class SignatureText {
    private SignatureText() {}

    /** {@code schema.name(arguments)}, the schema always written. */
    public static String of(Routine routine, SearchPath path) {
        return routine.arguments().stream()
                .map(argument -> mode(argument, routine) + name(argument) + path.writeBare(argument.type()))
                .collect(Collectors.joining(", ", routine.name() + "(", ")"));
    }

    /** Of procedures every mode is written, for OUT arguments are part of their signature. */
    private static String mode(Routine.Argument argument, Routine routine) {
        return switch (argument.mode()) {
            case IN -> routine.kind().equals("procedure") ? "IN " : "";
            case OUT -> "OUT ";
            case INOUT -> "INOUT ";
            case VARIADIC -> "VARIADIC ";
        };
    }

    private static String name(Routine.Argument argument) {
        return argument.name().isEmpty() ? "" : Identifiers.quote(argument.name()) + " ";
    }
}
