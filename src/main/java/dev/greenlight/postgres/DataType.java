package dev.greenlight.postgres;

import java.util.List;
import java.util.function.Predicate;

/**
 * A resolved data type (manual 8).
 *
 * @param name built-in ones are in {@code pg_catalog} under PostgreSQL's internal name, such as {@code int4}; a type
 *     that could not be resolved is {@link #UNKNOWN}
 * @param modifiers such as {@code 10} and {@code 2} of {@code numeric(10,2)}
 */
public record DataType(QualifiedName name, List<String> modifiers, boolean array) {
    /** What cannot be known statically. */
    public static final DataType UNKNOWN = new DataType(new QualifiedName("", "unknown"), List.of(), false);

    private static final QualifiedName BLANK_PADDED = new QualifiedName("pg_catalog", "bpchar");

    public DataType {
        modifiers = List.copyOf(modifiers);
    }

    public static DataType builtIn(String internalName, String... modifiers) {
        return new DataType(new QualifiedName("pg_catalog", internalName), List.of(modifiers), false);
    }

    public boolean isKnown() {
        return !name.equals(UNKNOWN.name);
    }

    public boolean isBuiltIn() {
        return name.schema().equals("pg_catalog");
    }

    /** Whether it is this built-in type, modifiers aside, and not an array of it. */
    public boolean is(String internalName) {
        return !array && isBuiltIn() && name.name().equals(internalName);
    }

    public DataType withoutModifiers() {
        return modifiers.isEmpty() ? this : new DataType(name, List.of(), array);
    }

    /** The type of an array of it; arrays of arrays are the same arrays (manual 8.15). */
    public DataType asArray() {
        return array ? this : new DataType(name, modifiers, true);
    }

    /** What an array has as its elements. */
    public DataType element() {
        return new DataType(name, modifiers, false);
    }

    /** As PostgreSQL writes it, such as {@code character varying(10)[]}; without the schema where that is public. */
    public String display() {
        return display(name -> name.schema().isEmpty() || name.schema().equals("public"));
    }

    /** The type itself, whatever its modifiers, as PostgreSQL writes it where they do not matter: in signatures. */
    public String displayBare(Predicate<QualifiedName> visible) {
        DataType bare = new DataType(name, List.of(), array);
        return name.equals(BLANK_PADDED) ? "character" + (array ? "[]" : "") : bare.display(visible);
    }

    /** As PostgreSQL writes it where the types of these names, which are not built in, are found without their schema. */
    public String display(Predicate<QualifiedName> visible) {
        return DataTypeFormat.format(this, visible);
    }
}
