package dev.greenlight.postgres;

import java.util.Map;
import java.util.Optional;

/** The casts among built-in types, for what a change of a column's type does (manual ALTER TABLE, 10.4). */
public final class Casts {
    private static final class Loaded {
        static final Map<String, String> CASTS = DataFile.index("casts.txt", 2);
    }

    private Casts() {}

    /** By internal names. One from a type to itself applies its modifier, such as a length. */
    public static Optional<Cast> find(String source, String target) {
        return Optional.ofNullable(Loaded.CASTS.get(source + " " + target)).map(Cast::parse);
    }

    /**
     * Whether a stored value of the one is a value of the other as it is. Modifiers are not looked at. PostgreSQL
     * converts arrays element by element, even where the elements themselves need no conversion.
     */
    public static boolean binaryCoercible(DataType from, DataType to) {
        if (from.name().equals(to.name())) {
            return from.isKnown() && from.array() == to.array();
        }
        return !from.array()
                && !to.array()
                && cast(from, to)
                        .filter(cast -> cast.method() == Cast.Method.BINARY)
                        .isPresent();
    }

    /**
     * Whether a value is converted where it is assigned, as by a change of type without USING. Known only for built-in
     * types, and from any type to a string; empty for all else.
     */
    public static Optional<Boolean> assignable(DataType from, DataType to) {
        if (!from.isKnown() || !to.isKnown()) {
            return Optional.empty();
        }
        if (from.name().equals(to.name()) && from.array() == to.array() || isString(to)) {
            return Optional.of(true);
        }
        if (!from.isBuiltIn() || !to.isBuiltIn()) {
            return Optional.empty();
        }
        if (from.array() != to.array()) {
            return Optional.of(false);
        }
        return Optional.of(from.array() && isString(to.element())
                || cast(from, to)
                        .filter(cast -> cast.usage() != Cast.Usage.EXPLICIT)
                        .isPresent());
    }

    private static boolean isString(DataType type) {
        return !type.array()
                && BuiltInTypes.describe(type).filter(BuiltInType::isString).isPresent();
    }

    private static Optional<Cast> cast(DataType from, DataType to) {
        return from.isBuiltIn() && to.isBuiltIn()
                ? find(from.name().name(), to.name().name())
                : Optional.empty();
    }
}
