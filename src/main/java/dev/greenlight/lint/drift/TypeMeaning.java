package dev.greenlight.lint.drift;

import dev.greenlight.catalog.Catalog;
import dev.greenlight.catalog.Type;
import dev.greenlight.postgres.DataType;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a type is, however it is written. A type of the project is taken for the one of the same name in another schema,
 * and a domain for anything: what is declared may be what it is over.
 *
 * @param known whether there is anything to compare
 */
record TypeMeaning(boolean known, boolean array, String name, List<String> modifiers) {
    private static final Set<String> MOMENTS = Set.of("time", "timetz", "timestamp", "timestamptz", "interval");

    /** Without a precision they have this one (manual 8.5). */
    private static final String FINEST_PRECISION = "6";

    static TypeMeaning of(Catalog catalog, DataType type) {
        boolean domain = catalog.type(type.name()).orElse(null) instanceof Type.Domain;
        return new TypeMeaning(
                type.isKnown() && !domain, type.array(), type.name().name(), modifiers(type));
    }

    private static List<String> modifiers(DataType type) {
        Stream<String> all = type.modifiers().stream().map(each -> each.strip().toLowerCase(Locale.ROOT));
        if (!type.isBuiltIn()) {
            return all.toList();
        }
        if (MOMENTS.contains(type.name().name())) {
            return all.filter(each -> !each.equals(FINEST_PRECISION)).toList();
        }
        boolean scaleless =
                type.name().name().equals("numeric") && type.modifiers().size() == 1;
        return (scaleless ? Stream.concat(all, Stream.of("0")) : all).toList();
    }

    /** Whether it is certainly another one. */
    boolean isOther(TypeMeaning other) {
        return known
                && other.known
                && !(array == other.array && name.equals(other.name) && modifiers.equals(other.modifiers));
    }
}
