package dev.greenlight.postgres;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The functions of {@code pg_catalog} by name, and what SQL's grammar calls like functions ({@code CURRENT_TIMESTAMP},
 * {@code COALESCE}; manual 9). Names are in lower case. It does not tell overloads apart.
 */
public final class BuiltInFunctions {
    private static final class Loaded {
        static final Map<String, BuiltInFunction> FUNCTIONS = load();

        private static Map<String, BuiltInFunction> load() {
            Map<String, BuiltInFunction> functions = new HashMap<>(4096);
            for (String file : new String[] {"functions.txt", "syntax-functions.txt"}) {
                DataFile.rows(file).forEach(row -> functions.put(row[0], BuiltInFunction.parse(row)));
            }
            return functions;
        }
    }

    private BuiltInFunctions() {}

    public static Optional<BuiltInFunction> find(String name) {
        return Optional.ofNullable(Loaded.FUNCTIONS.get(name));
    }

    /** Whether any modelled version has it. */
    public static boolean exists(String name) {
        return Loaded.FUNCTIONS.containsKey(name);
    }

    public static boolean exists(String name, PostgresVersion version) {
        return find(name).filter(it -> it.versions().contains(version)).isPresent();
    }

    /** The loosest that any overload promises; unknown if there is no such function. */
    public static Volatility volatility(String name) {
        return find(name).map(BuiltInFunction::volatility).orElse(Volatility.UNKNOWN);
    }
}
