package dev.greenlight.postgres;

import java.util.List;
import java.util.Set;

/** Types that stand for any (manual 36.2.5). */
public final class PolymorphicTypes {
    private static final Set<String> RANGES = Set.of("anyrange", "anymultirange");
    private static final Set<String> COMPATIBLE_RANGES = Set.of("anycompatiblerange", "anycompatiblemultirange");
    private static final Set<String> SIMPLE =
            Set.of("anyelement", "anyarray", "anynonarray", "anyenum", "anyrange", "anymultirange");
    private static final Set<String> COMPATIBLE = Set.of(
            "anycompatible",
            "anycompatiblearray",
            "anycompatiblenonarray",
            "anycompatiblerange",
            "anycompatiblemultirange");

    private PolymorphicTypes() {}

    /** Whether it stands for the same type as {@code anyelement} does in a call. */
    public static boolean isSimple(DataType type) {
        return !type.array() && isOf(SIMPLE, type);
    }

    /** Whether it stands for the same type as {@code anycompatible} does in a call. */
    public static boolean isCompatible(DataType type) {
        return !type.array() && isOf(COMPATIBLE, type);
    }

    /** Whether the types of the arguments say what a result is ({@code check_valid_polymorphic_signature}). */
    public static boolean isDetermined(DataType result, List<DataType> inputs) {
        if (!result.isBuiltIn()) {
            return true;
        }
        String name = result.name().name();
        for (Set<String> family : List.of(RANGES, COMPATIBLE_RANGES, SIMPLE, COMPATIBLE)) {
            if (family.contains(name)) {
                return inputs.stream().anyMatch(input -> !input.isKnown() || isOf(family, input));
            }
        }
        return true;
    }

    private static boolean isOf(Set<String> family, DataType type) {
        return type.isBuiltIn() && family.contains(type.name().name());
    }
}
