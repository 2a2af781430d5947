package dev.greenlight.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Reads names (manual 4.1.1). Which key words are refused depends on what is named. A template's placeholder is taken
 * for a name, so that {@code ${schema}.orders} is understood.
 */
final class NameParser {
    private static final int MAX_PARTS = 3;

    private NameParser() {}

    /** The name of a column, table, constraint or anything else that is neither a type, a function nor a role. */
    static Name name(Cursor cursor) {
        return name(cursor, Keywords::mayNameColumn, "a name");
    }

    /** The name of a type or function that stands without its schema. */
    static Name typeOrFunction(Cursor cursor) {
        return name(cursor, Keywords::mayNameTypeOrFunction, "the name of a type or function");
    }

    /** A name behind a dot, or an option's: any word. */
    static Name label(Cursor cursor) {
        return name(cursor, word -> true, "a name");
    }

    /** A role, such as {@code CURRENT_USER} (manual part VI, ALTER TABLE … OWNER TO). */
    static Name role(Cursor cursor) {
        return cursor.isAnyWord("current_role", "current_user", "session_user")
                ? of(cursor.next())
                : name(cursor, Keywords::mayNameRole, "a role");
    }

    /** A word that is no name of an object, such as a language: anything but a reserved key word. */
    static Name nonReserved(Cursor cursor) {
        return name(cursor, Keywords::mayNameRole, "a name");
    }

    private static Name name(Cursor cursor, Predicate<String> allowed, String what) {
        if (!isName(cursor.peek(), allowed)) {
            throw cursor.failExpected(what);
        }
        return of(cursor.next());
    }

    static boolean isName(Token token, Predicate<String> allowed) {
        return switch (token.kind()) {
            case WORD -> allowed.test(token.value());
            case QUOTED_IDENTIFIER, PLACEHOLDER -> true;
            default -> false;
        };
    }

    /** The name of a relation: {@code [[database.]schema.]name}. */
    static ObjectName objectName(Cursor cursor) {
        int start = cursor.position();
        ObjectName name = anyName(cursor);
        if (name.parts().size() > MAX_PARTS) {
            throw tooManyParts(cursor, start, name);
        }
        return name;
    }

    private static ParseFailure tooManyParts(Cursor cursor, int start, ObjectName name) {
        cursor.backTo(start);
        return new ParseFailure(cursor.peek(), "improper qualified name (too many dotted names): " + name);
    }

    /** The name of an object of any kind but a type or function, in any number of parts. */
    static ObjectName anyName(Cursor cursor) {
        return dotted(cursor, name(cursor));
    }

    /** The name of a function or aggregate, which may be a word that nothing else is named by, such as {@code left}. */
    static ObjectName functionName(Cursor cursor) {
        return cursor.peek(1).is(TokenKind.DOT) ? anyName(cursor) : new ObjectName(List.of(typeOrFunction(cursor)));
    }

    /** The name of a type that has no syntax of its own. */
    static ObjectName typeName(Cursor cursor) {
        return dotted(cursor, typeOrFunction(cursor));
    }

    private static ObjectName dotted(Cursor cursor, Name first) {
        List<Name> parts = new ArrayList<>(List.of(first));
        while (cursor.accept(TokenKind.DOT)) {
            parts.add(label(cursor));
        }
        return new ObjectName(parts);
    }

    /** {@code (name, …)}. */
    static List<Name> parenthesizedNames(Cursor cursor) {
        return cursor.parenthesized(() -> name(cursor));
    }

    /** {@code (name, …)} if a parenthesis opens here, else nothing. */
    static List<Name> optionalNames(Cursor cursor) {
        return cursor.is(TokenKind.LEFT_PAREN) ? parenthesizedNames(cursor) : List.of();
    }

    static Name of(Token token) {
        return Name.of(token);
    }
}
