package dev.greenlight.replay.typing;

import dev.greenlight.postgres.Cast;
import dev.greenlight.postgres.Casts;
import dev.greenlight.postgres.DataType;
import dev.greenlight.postgres.PostgresVersion;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether a value becomes one of another type unasked (manual 10.1 to 10.4; parse_coerce.c, {@code can_coerce_type} and
 * {@code find_coercion_pathway}).
 */
final class Coercion {
    private static final Cast.Usage IMPLICIT = Cast.Usage.ANYWHERE;
    private static final int RETURNS_CONVERTED = 13;

    private final Types types;
    private final PostgresVersion version;

    Coercion(Types types, PostgresVersion version) {
        this.types = types;
        this.version = version;
    }

    /** Where an expression wants it. */
    boolean implicit(DataType from, DataType to) {
        return coerces(from, to, IMPLICIT);
    }

    /** Where it is put into a column. */
    boolean assignment(DataType from, DataType to) {
        return coerces(from.withoutModifiers(), to.withoutModifiers(), Cast.Usage.ASSIGNMENT);
    }

    /** Where a function in SQL returns it: before 13 only what needs no conversion ({@code IsBinaryCoercible}). */
    boolean returned(DataType from, DataType to) {
        return version.isAtLeast(RETURNS_CONVERTED) ? assignment(from, to) : isAlready(from.withoutModifiers(), to);
    }

    private boolean isAlready(DataType from, DataType to) {
        DataType base = types.base(from);
        return from.equals(to)
                || base.equals(to)
                || Types.isLiteral(from)
                || cast(base, to)
                        .filter(cast -> cast.method() == Cast.Method.BINARY && cast.usage() == IMPLICIT)
                        .isPresent();
    }

    /** Where a cast is written. */
    boolean explicit(DataType from, DataType to) {
        return coerces(from.withoutModifiers(), to.withoutModifiers(), Cast.Usage.EXPLICIT);
    }

    private boolean coerces(DataType from, DataType to, Cast.Usage usage) {
        return from.equals(to)
                || to.is("any")
                || Types.isLiteral(from)
                || path(types.base(from), types.base(to), usage)
                || isRow(from, to);
    }

    private boolean isRow(DataType from, DataType to) {
        return from.is("record") && types.isComposite(to) || to.is("record") && types.isComposite(from);
    }

    private boolean path(DataType from, DataType to, Cast.Usage usage) {
        if (from.equals(to)) {
            return true;
        }
        Optional<Cast> cast = cast(from, to);
        if (cast.isPresent()) {
            return cast.get().usage().compareTo(usage) <= 0;
        }
        @Nullable DataType element = types.element(from);
        @Nullable DataType target = types.element(to);
        return element != null && target != null && to.array() && path(types.base(element), types.base(target), usage)
                || usage != IMPLICIT && types.category(to) == 'S'
                || usage == Cast.Usage.EXPLICIT && types.category(from) == 'S';
    }

    private Optional<Cast> cast(DataType from, DataType to) {
        if (from.array() || to.array()) {
            return Optional.empty();
        }
        if (from.isBuiltIn() && to.isBuiltIn()) {
            return Casts.find(from.name().name(), to.name().name())
                    .filter(cast -> cast.versions().contains(version));
        }
        return types.extensions()
                .flatMap(extension -> extension.cast(from, to, types::brought).stream())
                .findFirst();
    }

    /** Whether all of them do. */
    boolean all(List<DataType> from, List<DataType> to) {
        for (int i = 0; i < from.size(); i++) {
            if (!Polymorphism.isPolymorphic(to.get(i)) && !implicit(from.get(i), to.get(i))) {
                return false;
            }
        }
        return true;
    }
}
