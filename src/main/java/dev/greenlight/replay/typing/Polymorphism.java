package dev.greenlight.replay.typing;

import dev.greenlight.postgres.BuiltInSignatures;
import dev.greenlight.postgres.DataType;
import dev.greenlight.postgres.PolymorphicTypes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What {@code anyelement} and its kin stand for in one call (manual 36.2.5; parse_coerce.c,
 * {@code check_generic_type_consistency} and {@code enforce_generic_type_consistency}).
 */
final class Polymorphism {
    private final Types types;
    private final CommonType common;

    Polymorphism(Types types, CommonType common) {
        this.types = types;
        this.common = common;
    }

    static boolean isPolymorphic(DataType type) {
        return PolymorphicTypes.isSimple(type) || PolymorphicTypes.isCompatible(type);
    }

    /** What the elements of both families are; null where no argument says it. */
    private record Elements(
            @Nullable DataType simple, @Nullable DataType compatible) {}

    /** Whether the arguments are such that one type stands for each family. */
    boolean isConsistent(List<DataType> declared, List<DataType> arguments) {
        return elements(declared, arguments) != null;
    }

    private @Nullable Elements elements(List<DataType> declared, List<DataType> arguments) {
        List<DataType> simple = new ArrayList<>();
        List<DataType> compatible = new ArrayList<>();
        for (int i = 0; i < declared.size(); i++) {
            boolean family = PolymorphicTypes.isSimple(declared.get(i));
            if (!family && !PolymorphicTypes.isCompatible(declared.get(i)) || Types.isLiteral(arguments.get(i))) {
                continue;
            }
            @Nullable DataType element = element(declared.get(i), arguments.get(i));
            if (element == null) {
                return null;
            }
            (family ? simple : compatible).add(element);
        }
        if (simple.stream().distinct().count() > 1) {
            return null;
        }
        @Nullable DataType one = compatible.isEmpty() ? null : common.select(compatible);
        boolean fits = compatible.isEmpty() || one != null && keepsRanges(declared, arguments, one);
        return fits ? new Elements(simple.isEmpty() ? null : simple.getFirst(), one) : null;
    }

    /** What lies in a range is not converted. */
    private boolean keepsRanges(List<DataType> declared, List<DataType> arguments, DataType one) {
        for (int i = 0; i < declared.size(); i++) {
            if (declared.get(i).is("anycompatiblerange")
                    && !Types.isLiteral(arguments.get(i))
                    && !one.equals(types.subtype(arguments.get(i)))) {
                return false;
            }
        }
        return true;
    }

    /** The element that an argument has, null where it is not of the declared kind. */
    private @Nullable DataType element(DataType declared, DataType argument) {
        DataType base = types.base(argument);
        return switch (declared.name().name()) {
            case "anyelement", "anycompatible" -> argument.withoutModifiers();
            case "anynonarray", "anycompatiblenonarray" ->
                types.element(argument) == null ? argument.withoutModifiers() : null;
            case "anyenum" -> types.isEnum(argument) ? argument.withoutModifiers() : null;
            case "anyarray", "anycompatiblearray" -> types.element(base);
            case "anyrange", "anycompatiblerange" -> types.subtype(base);
            default -> multirange(base);
        };
    }

    private @Nullable DataType multirange(DataType base) {
        boolean multirange =
                !base.array() && base.isBuiltIn() && base.name().name().endsWith("multirange");
        return multirange ? types.subtype(DataType.builtIn(base.name().name().replace("multirange", "range"))) : null;
    }

    /** The type that takes the place of a declared one; unknown where the arguments do not say it. */
    DataType actual(DataType wanted, List<DataType> declared, List<DataType> arguments) {
        if (!isPolymorphic(wanted)) {
            return wanted;
        }
        @Nullable Elements elements = elements(declared, arguments);
        if (elements == null) {
            return DataType.UNKNOWN;
        }
        @Nullable
        DataType element = PolymorphicTypes.isSimple(wanted) ? elements.simple() : compatible(elements, wanted);
        return element == null || !element.isKnown() ? DataType.UNKNOWN : made(wanted, element);
    }

    /** Where only constants say what it is, it is a text, which no range is of. */
    private static @Nullable DataType compatible(Elements elements, DataType wanted) {
        return elements.compatible() == null && !wanted.name().name().endsWith("range")
                ? Types.TEXT
                : elements.compatible();
    }

    private static DataType made(DataType wanted, DataType element) {
        String name = wanted.name().name();
        if (name.endsWith("array") && !name.endsWith("nonarray")) {
            return element.array() ? DataType.UNKNOWN : element.asArray();
        }
        if (name.endsWith("multirange")) {
            return range(element)
                    .map(range -> DataType.builtIn(range.name().name().replace("range", "multirange")))
                    .orElse(DataType.UNKNOWN);
        }
        return name.endsWith("range") ? range(element).orElse(DataType.UNKNOWN) : element;
    }

    private static Optional<DataType> range(DataType element) {
        return BuiltInSignatures.range(element);
    }
}
