package dev.greenlight.postgres;

import java.util.Map;
import java.util.Optional;

/**
 * The types of {@code pg_catalog}, by PostgreSQL's internal names ({@code int4}, not {@code integer}: the SQL names are
 * syntax, and the parser's).
 */
public final class BuiltInTypes {
    private static final class Loaded {
        static final Map<String, String> TYPES = DataFile.index("types.txt", 1);
    }

    private BuiltInTypes() {}

    /** The type of this name, without modifiers. An array type also has a name, its element's behind an underscore. */
    public static Optional<DataType> find(String internalName) {
        if (Loaded.TYPES.containsKey(internalName)) {
            return Optional.of(DataType.builtIn(internalName));
        }
        return internalName.startsWith("_") ? array(internalName.substring(1)) : Optional.empty();
    }

    /** As {@link #find(String)}, where a version has it. */
    public static Optional<DataType> find(String internalName, PostgresVersion version) {
        return find(internalName)
                .filter(type -> describe(type)
                        .filter(it -> it.versions().contains(version))
                        .isPresent());
    }

    private static Optional<DataType> array(String element) {
        return type(element)
                .filter(type -> !type.isPseudo())
                .map(type -> DataType.builtIn(element).asArray());
    }

    /** As {@link #describe}: of an array it says whether its element is one. */
    public static boolean isPseudo(DataType type) {
        return describe(type).filter(BuiltInType::isPseudo).isPresent();
    }

    /** What is known of a type itself; of its element for an array. */
    public static Optional<BuiltInType> describe(DataType type) {
        return type.isBuiltIn() ? type(type.name().name()) : Optional.empty();
    }

    private static Optional<BuiltInType> type(String internalName) {
        return Optional.ofNullable(Loaded.TYPES.get(internalName)).map(BuiltInType::parse);
    }
}
