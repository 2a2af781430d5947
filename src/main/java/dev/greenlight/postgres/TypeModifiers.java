package dev.greenlight.postgres;

import java.util.List;
import java.util.Optional;

/**
 * What the numbers behind the name of a built-in type may be (manual 8.1.2, 8.3 and 8.10; {@code numerictypmodin},
 * {@code anychar_typmodin}, {@code anybit_typmodin}).
 */
public final class TypeModifiers {
    private static final int MOST_CHARACTERS = 10_485_760;
    private static final int MOST_BITS = 83_886_080;
    private static final int MOST_DIGITS = 1000;

    /** From here on a scale may be negative, or more than the precision. */
    private static final int ANY_SCALE = 15;

    private TypeModifiers() {}

    /** Why a type cannot have its numbers, in PostgreSQL's words; empty where it can. */
    public static Optional<String> complaint(DataType type, PostgresVersion version) {
        List<String> modifiers = type.modifiers();
        boolean numbers = modifiers.stream().allMatch(modifier -> modifier.matches("-?[0-9]{1,9}"));
        if (modifiers.isEmpty() || !numbers || !type.isBuiltIn()) {
            return Optional.empty();
        }
        List<Integer> written = modifiers.stream().map(Integer::valueOf).toList();
        return switch (type.name().name()) {
            case "varchar" -> length("varchar", written, MOST_CHARACTERS);
            case "bpchar" -> length("char", written, MOST_CHARACTERS);
            case "bit" -> length("bit", written, MOST_BITS);
            case "varbit" -> length("varbit", written, MOST_BITS);
            case "numeric" -> numeric(written, version);
            default -> Optional.empty();
        };
    }

    private static Optional<String> length(String type, List<Integer> written, int most) {
        if (written.size() != 1) {
            return Optional.of("invalid type modifier");
        }
        if (written.getFirst() < 1) {
            return Optional.of("length for type " + type + " must be at least 1");
        }
        return written.getFirst() > most
                ? Optional.of("length for type " + type + " cannot exceed " + most)
                : Optional.empty();
    }

    private static Optional<String> numeric(List<Integer> written, PostgresVersion version) {
        int precision = written.getFirst();
        if (written.size() > 2) {
            return Optional.of("invalid NUMERIC type modifier");
        }
        if (precision < 1 || precision > MOST_DIGITS) {
            return Optional.of("NUMERIC precision " + precision + " must be between 1 and " + MOST_DIGITS);
        }
        boolean any = version.isAtLeast(ANY_SCALE);
        int scale = written.size() == 2 ? written.get(1) : 0;
        return scale < (any ? -MOST_DIGITS : 0) || scale > (any ? MOST_DIGITS : precision)
                ? Optional.of("NUMERIC scale " + scale + " must be between "
                        + (any ? -MOST_DIGITS + " and " + MOST_DIGITS : "0 and precision " + precision))
                : Optional.empty();
    }
}
