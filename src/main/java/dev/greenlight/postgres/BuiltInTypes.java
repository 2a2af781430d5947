package dev.greenlight.postgres;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The types of {@code pg_catalog}, by PostgreSQL's internal names ({@code int4}, not {@code integer}: the SQL names are
 * syntax, and the parser's).
 */
public final class BuiltInTypes {
    private static final class Loaded {
        static final Map<String, BuiltInType> TYPES = DataFile.rows("types.txt").stream()
                .map(BuiltInType::parse)
                .collect(Collectors.toUnmodifiableMap(BuiltInType::name, Function.identity()));
    }

    private BuiltInTypes() {}

    /** The type of this name, without modifiers. An array type also has a name, its element's behind an underscore. */
    public static Optional<DataType> find(String internalName) {
        if (Loaded.TYPES.containsKey(internalName)) {
            return Optional.of(DataType.builtIn(internalName));
        }
        return Optional.of(internalName)
                .filter(name -> name.startsWith("_"))
                .map(name -> Loaded.TYPES.get(name.substring(1)))
                .filter(element -> !element.isPseudo())
                .map(element -> new DataType(new QualifiedName("pg_catalog", element.name()), List.of(), true));
    }

    /** What is known of a type itself; of its element for an array. */
    public static Optional<BuiltInType> describe(DataType type) {
        return type.isBuiltIn()
                ? Optional.ofNullable(Loaded.TYPES.get(type.name().name()))
                : Optional.empty();
    }
}
