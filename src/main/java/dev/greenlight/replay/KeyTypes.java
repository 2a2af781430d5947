package dev.greenlight.replay;

import dev.greenlight.catalog.Catalog;
import dev.greenlight.catalog.Type;
import dev.greenlight.postgres.Cast;
import dev.greenlight.postgres.Casts;
import dev.greenlight.postgres.DataType;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Whether values of a foreign key's column can be compared with those of the key that it refers to (manual 5.5.5 and
 * 11.10). PostgreSQL asks the key's index for an operator; here that is told from the types.
 */
final class KeyTypes {
    /** Types of which each has operators with each, in one operator family. */
    private static final List<Set<String>> FAMILIES = List.of(
            Set.of("int2", "int4", "int8"), Set.of("float4", "float8"), Set.of("date", "timestamp", "timestamptz"));

    private final Catalog catalog;

    KeyTypes(Catalog catalog) {
        this.catalog = catalog;
    }

    /** Whether there is certainly no operator for the two. */
    boolean differ(DataType referencing, DataType referenced) {
        DataType from = base(referencing);
        DataType to = compared(base(referenced));
        if (from.name().equals(to.name()) && from.array() == to.array()) {
            return false;
        }
        if (isEnum(from) || isEnum(to)) {
            return isSettled(from) && isSettled(to);
        }
        return from.isBuiltIn() && to.isBuiltIn() && !areComparable(from, to);
    }

    /** The index on a {@code varchar} is one on {@code text}. */
    private static DataType compared(DataType type) {
        return type.is("varchar") ? DataType.builtIn("text") : type;
    }

    private static boolean areComparable(DataType from, DataType to) {
        if (from.array() != to.array()) {
            return false;
        }
        String source = from.name().name();
        String target = to.name().name();
        boolean family = FAMILIES.stream().anyMatch(types -> types.contains(source) && types.contains(target));
        Optional<Cast> cast = Casts.find(source, target);
        return family && !from.array()
                || cast.filter(found -> found.usage() == Cast.Usage.ANYWHERE).isPresent();
    }

    private boolean isEnum(DataType type) {
        return catalog.type(type.name()).orElse(null) instanceof Type.Enum;
    }

    /** Whether it is known what the type is. */
    private boolean isSettled(DataType type) {
        return type.isBuiltIn() || isEnum(type);
    }

    /** Below its domains. */
    private DataType base(DataType type) {
        return !type.array() && catalog.type(type.name()).orElse(null) instanceof Type.Domain domain
                ? base(domain.base())
                : type;
    }
}
