package dev.greenlight.sql;

import dev.greenlight.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads data types (manual 8). */
final class TypeNameParser {
    /** The types whose names are key words with nothing behind them (manual 8, Table 8.1). */
    private static final Map<String, String> SIMPLE = Map.of(
            "int", "int4",
            "integer", "int4",
            "smallint", "int2",
            "bigint", "int8",
            "real", "float4",
            "boolean", "bool",
            "json", "json");

    /** The key words that begin a type with a syntax of its own; {@code double} does so only before precision. */
    private static final Set<String> OWN_SYNTAX = Set.of(
            "float",
            "decimal",
            "dec",
            "numeric",
            "bit",
            "char",
            "character",
            "nchar",
            "varchar",
            "national",
            "time",
            "timestamp",
            "interval");

    private TypeNameParser() {}

    /** A data type, with SETOF before it and array bounds behind it where they are written. */
    static TypeName type(Cursor cursor) {
        int start = cursor.position();
        boolean setOf = cursor.acceptWords("setof");
        Simple simple = simple(cursor);
        int dimensions = dimensions(cursor);
        return new TypeName(simple.name(), simple.modifiers(), dimensions, setOf, false, cursor.spanFrom(start));
    }

    /** As {@link #type}, or {@code table.column%TYPE}, which parameters and results of routines may have. */
    static TypeName routineType(Cursor cursor) {
        int start = cursor.position();
        boolean setOf = cursor.acceptWords("setof");
        if (isPercentType(cursor)) {
            ObjectName column = NameParser.typeName(cursor);
            cursor.expectOperator("%");
            cursor.expectWord("type");
            return new TypeName(column, List.of(), 0, setOf, true, cursor.spanFrom(start));
        }
        cursor.backTo(start);
        return type(cursor);
    }

    private static boolean isPercentType(Cursor cursor) {
        int ahead = 1;
        while (cursor.peek(ahead).is(TokenKind.DOT)) {
            ahead += 2;
        }
        return ahead > 1 && cursor.isOperatorAt(ahead, "%") && cursor.isWordAt(ahead + 1, "type");
    }

    /** Whether a type begins here that is written with key words, such as {@code double precision}. */
    static boolean isKeywordType(Cursor cursor) {
        Token token = cursor.peek();
        return token.is(TokenKind.WORD)
                && (SIMPLE.containsKey(token.value())
                        || OWN_SYNTAX.contains(token.value())
                        || cursor.isWord("double", "precision"));
    }

    /** A type without SETOF and array bounds. */
    record Simple(ObjectName name, List<String> modifiers) {}

    static Simple simple(Cursor cursor) {
        return isKeywordType(cursor) ? keywordType(cursor) : new Simple(NameParser.typeName(cursor), modifiers(cursor));
    }

    private static Simple keywordType(Cursor cursor) {
        int start = cursor.position();
        String word = cursor.next().value();
        return switch (word) {
            case "float" -> floating(cursor, start);
            case "double" -> doublePrecision(cursor, start);
            case "decimal", "dec", "numeric" -> named(cursor, start, "numeric", modifiers(cursor));
            case "bit" -> bit(cursor, start);
            case "varchar" -> named(cursor, start, "varchar", length(cursor));
            case "char", "character", "nchar" -> character(cursor, start);
            case "national" -> nationalCharacter(cursor, start);
            case "time", "timestamp" -> time(cursor, start, word);
            case "interval" -> interval(cursor, start);
            default -> named(cursor, start, SIMPLE.getOrDefault(word, word), List.of());
        };
    }

    private static Simple named(Cursor cursor, int start, String internalName, List<String> modifiers) {
        return new Simple(internal(cursor.spanFrom(start), internalName), modifiers);
    }

    private static ObjectName internal(Span span, String name) {
        return new ObjectName(List.of(new Name("pg_catalog", span), new Name(name, span)));
    }

    /** {@code float(1)} to {@code float(24)} are real, up to {@code float(53)} double precision (manual 8.1.3). */
    private static Simple floating(Cursor cursor, int start) {
        Span span = cursor.spanFrom(start);
        Token precision = cursor.peek(1);
        List<String> length = length(cursor);
        if (length.isEmpty() || !precision.is(TokenKind.INTEGER)) {
            return new Simple(internal(span, "float8"), List.of());
        }
        int bits = precision.value().length() > 2 ? 99 : Integer.parseInt(precision.value());
        if (bits < 1 || bits > 53) {
            throw new ParseFailure(precision, "precision for type float must be between 1 and 53 bits");
        }
        return new Simple(internal(span, bits <= 24 ? "float4" : "float8"), List.of());
    }

    private static Simple doublePrecision(Cursor cursor, int start) {
        cursor.expectWord("precision");
        return named(cursor, start, "float8", List.of());
    }

    /** {@code bit} alone is {@code bit(1)} (manual 8.10). */
    private static Simple bit(Cursor cursor, int start) {
        if (cursor.acceptWords("varying")) {
            return named(cursor, start, "varbit", modifiers(cursor));
        }
        Span span = cursor.spanFrom(start);
        List<String> length = modifiers(cursor);
        return new Simple(internal(span, "bit"), length.isEmpty() ? List.of("1") : length);
    }

    private static Simple nationalCharacter(Cursor cursor, int start) {
        cursor.expectAnyWord("character", "char");
        return character(cursor, start);
    }

    /** {@code character} alone is {@code character(1)} (manual 8.3). */
    private static Simple character(Cursor cursor, int start) {
        boolean varying = cursor.acceptWords("varying");
        Span span = cursor.spanFrom(start);
        List<String> length = length(cursor);
        return varying
                ? new Simple(internal(span, "varchar"), length)
                : new Simple(internal(span, "bpchar"), length.isEmpty() ? List.of("1") : length);
    }

    private static Simple time(Cursor cursor, int start, String word) {
        List<String> precision = length(cursor);
        boolean zone = cursor.isWord("with", "time");
        if (zone || cursor.isWord("without", "time")) {
            cursor.next();
            cursor.expectWords("time", "zone");
        }
        return named(cursor, start, zone ? word + "tz" : word, precision);
    }

    private static Simple interval(Cursor cursor, int start) {
        if (cursor.is(TokenKind.LEFT_PAREN)) {
            return named(cursor, start, "interval", length(cursor));
        }
        return named(cursor, start, "interval", intervalFields(cursor));
    }

    /** {@code DAY TO SECOND(3)} and the like (manual 8.5), if it stands here: the words, then the precision. */
    static List<String> intervalFields(Cursor cursor) {
        Optional<String> from = cursor.acceptAnyWord("year", "month", "day", "hour", "minute", "second");
        if (from.isEmpty()) {
            return List.of();
        }
        String last = from.get();
        String fields = last;
        if (cursor.isWord("to") && !finer(last).isEmpty()) {
            cursor.next();
            last = cursor.expectAnyWord(finer(last).toArray(String[]::new));
            fields += " to " + last;
        }
        List<String> modifiers = new ArrayList<>(List.of(fields));
        if (last.equals("second")) {
            modifiers.addAll(length(cursor));
        }
        return modifiers;
    }

    private static List<String> finer(String field) {
        return switch (field) {
            case "year" -> List.of("month");
            case "day" -> List.of("hour", "minute", "second");
            case "hour" -> List.of("minute", "second");
            case "minute" -> List.of("second");
            default -> List.of();
        };
    }

    /** One number in parentheses, if a parenthesis opens here. */
    private static List<String> length(Cursor cursor) {
        if (!cursor.accept(TokenKind.LEFT_PAREN)) {
            return List.of();
        }
        String length = integer(cursor);
        cursor.expect(TokenKind.RIGHT_PAREN);
        return List.of(length);
    }

    private static String integer(Cursor cursor) {
        return cursor.is(TokenKind.PLACEHOLDER)
                ? cursor.next().value()
                : cursor.expect(TokenKind.INTEGER).value();
    }

    /** Expressions in parentheses, if a parenthesis opens here; what they mean is for the type to say. */
    private static List<String> modifiers(Cursor cursor) {
        return cursor.is(TokenKind.LEFT_PAREN) ? cursor.parenthesized(() -> modifier(cursor)) : List.of();
    }

    private static String modifier(Cursor cursor) {
        Expression expression = ExpressionParser.expression(cursor);
        return String.join("", expression.tokens().stream().map(Token::value).toList());
    }

    private static int dimensions(Cursor cursor) {
        if (cursor.acceptWords("array")) {
            if (cursor.is(TokenKind.LEFT_BRACKET)) {
                bound(cursor, true);
            }
            return 1;
        }
        int dimensions = 0;
        while (cursor.is(TokenKind.LEFT_BRACKET)) {
            bound(cursor, false);
            dimensions++;
        }
        return dimensions;
    }

    private static void bound(Cursor cursor, boolean required) {
        cursor.expect(TokenKind.LEFT_BRACKET);
        if (required || !cursor.is(TokenKind.RIGHT_BRACKET)) {
            integer(cursor);
        }
        cursor.expect(TokenKind.RIGHT_BRACKET);
    }
}
