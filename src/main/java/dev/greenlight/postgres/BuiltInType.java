package dev.greenlight.postgres;

/**
 * A type of {@code pg_catalog} or of an extension that is neither an array nor a relation's row (manual 52.64).
 *
 * @param category {@code pg_type.typcategory}, such as {@code N} for numbers and {@code S} for strings
 * @param preferred whether it is taken before others of its category (manual 10.1)
 */
public record BuiltInType(String name, Kind kind, char category, boolean preferred, VersionRange versions) {

    /** {@code pg_type.typtype}. */
    public enum Kind {
        BASE,
        DOMAIN,
        ENUM,
        PSEUDO,
        RANGE,
        MULTIRANGE;

        static Kind of(String typtype) {
            return switch (typtype) {
                case "b" -> BASE;
                case "d" -> DOMAIN;
                case "e" -> ENUM;
                case "p" -> PSEUDO;
                case "r" -> RANGE;
                case "m" -> MULTIRANGE;
                default -> throw new IllegalArgumentException(typtype);
            };
        }
    }

    /** Whether no column can have it (manual 8.21). */
    public boolean isPseudo() {
        return kind == Kind.PSEUDO;
    }

    /** Whether everything converts to it by assignment (manual 10.1, "string category"). */
    public boolean isString() {
        return category == 'S';
    }

    static BuiltInType parse(String line) {
        String[] row = line.split(" ");
        return new BuiltInType(row[0], Kind.of(row[1]), row[2].charAt(0), row[2].endsWith("!"), DataFile.versions(row, 3));
    }
}
