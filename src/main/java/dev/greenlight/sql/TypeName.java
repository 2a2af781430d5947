package dev.greenlight.sql;

import dev.greenlight.source.Span;
import java.util.List;
import java.util.Optional;

/**
 * A data type as written. Types with a syntax of their own ({@code double precision}, {@code timestamp with time
 * zone}, {@code character varying}, {@code interval day to second} …) carry PostgreSQL's internal name in the schema
 * {@code pg_catalog}, as its own parser does (manual 8); {@code serial} and its kin stay as written.
 *
 * @param name the type's name; for {@code %TYPE} the column that it refers to
 * @param modifiers what stands in the parentheses, such as {@code 10} and {@code 2} of {@code numeric(10,2)}; the one
 *     that {@code char} and {@code bit} have when none is written; the fields of an interval, such as {@code day to
 *     second}, before its precision
 * @param arrayDimensions how many pairs of brackets follow; PostgreSQL ignores all but whether there is one
 * @param setOf whether it stands behind {@code SETOF}
 * @param percentType whether it was written {@code table.column%TYPE}
 */
public record TypeName(
        ObjectName name, List<String> modifiers, int arrayDimensions, boolean setOf, boolean percentType, Span span) {
    /** More than any type has that is not an error. */
    private static final int MAX_TOKENS = 24;

    public TypeName {
        modifiers = List.copyOf(modifiers);
    }

    /** The type that these tokens begin with, if they do. */
    public static Optional<TypeName> startOf(List<Token> tokens) {
        try {
            return Optional.of(TypeNameParser.type(new Cursor(tokens.subList(0, Math.min(tokens.size(), MAX_TOKENS)))));
        } catch (ParseFailure failure) {
            return Optional.empty();
        }
    }

    /** Whether it is an array type. */
    public boolean isArray() {
        return arrayDimensions > 0;
    }
}
