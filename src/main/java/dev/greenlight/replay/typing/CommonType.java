package dev.greenlight.replay.typing;

import dev.greenlight.postgres.DataType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The one type that the branches of a CASE, the rows of a UNION and their like have (manual 10.5; parse_coerce.c,
 * {@code select_common_type} and {@code select_common_typmod}).
 */
final class CommonType {
    private final Types types;
    private final Coercion coercion;

    CommonType(Types types, Coercion coercion) {
        this.types = types;
        this.coercion = coercion;
    }

    /** With the modifiers that all have; unknown where one is, or where there is none. */
    DataType of(List<DataType> all) {
        if (all.isEmpty() || !all.stream().allMatch(types::isClear)) {
            return all.stream().distinct().count() == 1 ? all.getFirst() : DataType.UNKNOWN;
        }
        @Nullable DataType common = select(all.stream().map(DataType::withoutModifiers).toList());
        if (common == null) {
            return DataType.UNKNOWN;
        }
        boolean same = all.stream().allMatch(type -> type.display().equals(all.getFirst().display()));
        return same && all.getFirst().withoutModifiers().equals(common) ? all.getFirst() : common;
    }

    /** Whether they are of different kinds, which no conversion brings together. */
    boolean isMismatch(List<DataType> all) {
        return all.stream()
                        .filter(type -> !Types.isLiteral(type))
                        .map(types::category)
                        .distinct()
                        .count()
                > 1;
    }

    /** Null where there is none. */
    @Nullable
    DataType select(List<DataType> all) {
        DataType first = all.getFirst();
        if (!Types.isLiteral(first) && all.stream().allMatch(first::equals)) {
            return first;
        }
        DataType chosen = types.base(first);
        for (DataType each : all.subList(1, all.size())) {
            DataType next = types.base(each);
            if (Types.isLiteral(next) || next.equals(chosen)) {
                continue;
            }
            if (Types.isLiteral(chosen)) {
                chosen = next;
            } else if (types.category(chosen) != types.category(next)) {
                return null;
            } else if (gives(chosen, next)) {
                chosen = next;
            }
        }
        DataType result = Types.isLiteral(chosen) ? Types.TEXT : chosen;
        return all.stream().allMatch(each -> coercion.implicit(each, result)) ? result : null;
    }

    private boolean gives(DataType chosen, DataType next) {
        return !types.isPreferred(chosen) && coercion.implicit(chosen, next) && !coercion.implicit(next, chosen);
    }
}
