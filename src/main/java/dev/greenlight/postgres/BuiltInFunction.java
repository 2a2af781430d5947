package dev.greenlight.postgres;

import java.util.EnumSet;
import java.util.Set;

/**
 * All functions of {@code pg_catalog} that share a name.
 *
 * @param kinds more than one where overloads differ, as with {@code rank}
 * @param strictest what the overload that promises most promises
 * @param volatility what can be promised without knowing the overload
 */
public record BuiltInFunction(
        String name, Set<Kind> kinds, Volatility strictest, Volatility volatility, VersionRange versions) {
    public BuiltInFunction {
        kinds = Set.copyOf(kinds);
    }

    /** {@code pg_proc.prokind}. */
    public enum Kind {
        FUNCTION,
        PROCEDURE,
        AGGREGATE,
        WINDOW
    }

    public boolean is(Kind kind) {
        return kinds.contains(kind);
    }

    /** Whether overloads promise different things, so that only the arguments' types would tell which is meant. */
    public boolean dependsOnOverload() {
        return strictest != volatility;
    }

    static BuiltInFunction parse(String line) {
        String[] row = line.split(" ");
        EnumSet<Kind> kinds = EnumSet.noneOf(Kind.class);
        for (char prokind : row[1].toCharArray()) {
            kinds.add(kind(prokind));
        }
        Volatility strictest = Volatility.UNKNOWN;
        Volatility loosest = Volatility.IMMUTABLE;
        for (char provolatile : row[2].toCharArray()) {
            Volatility volatility = volatility(provolatile);
            strictest = volatility.compareTo(strictest) < 0 ? volatility : strictest;
            loosest = loosest.and(volatility);
        }
        return new BuiltInFunction(row[0], kinds, strictest, loosest, DataFile.versions(row, 3));
    }

    private static Kind kind(char prokind) {
        return switch (prokind) {
            case 'f' -> Kind.FUNCTION;
            case 'p' -> Kind.PROCEDURE;
            case 'a' -> Kind.AGGREGATE;
            case 'w' -> Kind.WINDOW;
            default -> throw new IllegalArgumentException(Character.toString(prokind));
        };
    }

    private static Volatility volatility(char provolatile) {
        return switch (provolatile) {
            case 'i' -> Volatility.IMMUTABLE;
            case 's' -> Volatility.STABLE;
            case 'v' -> Volatility.VOLATILE;
            default -> throw new IllegalArgumentException(Character.toString(provolatile));
        };
    }
}
