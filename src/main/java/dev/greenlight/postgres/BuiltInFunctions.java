package dev.greenlight.postgres;

import java.util.Map;
import java.util.Optional;

/**
 * The functions of {@code pg_catalog} by name, and what SQL's grammar calls like functions ({@code CURRENT_TIMESTAMP},
 * {@code COALESCE}; manual 9). Names are in lower case. It does not tell overloads apart.
 */
public final class BuiltInFunctions {
    private static final class Loaded {
        static final Map<String, String> FUNCTIONS = DataFile.index("functions.txt", 1);
        static final Map<String, String> SYNTAX = DataFile.index("syntax-functions.txt", 1);
    }

    private BuiltInFunctions() {}

    public static Optional<BuiltInFunction> find(String name) {
        String syntax = Loaded.SYNTAX.get(name);
        String line = syntax == null ? Loaded.FUNCTIONS.get(name) : syntax;
        return Optional.ofNullable(line).map(BuiltInFunction::parse);
    }

    /** Whether any modelled version has it. */
    public static boolean exists(String name) {
        return Loaded.FUNCTIONS.containsKey(name) || Loaded.SYNTAX.containsKey(name);
    }

    public static boolean exists(String name, PostgresVersion version) {
        return find(name).filter(it -> it.versions().contains(version)).isPresent();
    }

    /** The loosest that any overload promises; unknown if there is no such function. */
    public static Volatility volatility(String name) {
        return find(name).map(BuiltInFunction::volatility).orElse(Volatility.UNKNOWN);
    }
}
