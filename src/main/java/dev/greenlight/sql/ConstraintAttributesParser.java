package dev.greenlight.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Reads what may follow a constraint, such as {@code NOT VALID} or {@code DEFERRABLE INITIALLY DEFERRED}. */
final class ConstraintAttributesParser {
    /** What each kind of constraint may be marked with (manual ALTER TABLE); other marks may always say what holds. */
    private static final Map<String, Set<String>> PERMITTED = Map.of(
            "CHECK", Set.of("not valid", "no inherit", "enforced", "not enforced"),
            "NOT NULL", Set.of("not valid", "no inherit"),
            "UNIQUE", Set.of("deferrable", "initially deferred"),
            "PRIMARY KEY", Set.of("deferrable", "initially deferred"),
            "EXCLUDE", Set.of("deferrable", "initially deferred"),
            "FOREIGN KEY", Set.of("deferrable", "initially deferred", "not valid", "enforced", "not enforced"));

    private static final Set<String> ALWAYS = Set.of("not deferrable", "initially immediate");

    /** No two of a line can hold at once. */
    private static final List<Set<String>> CONTRADICTIONS = List.of(
            Set.of("deferrable", "not deferrable"),
            Set.of("initially deferred", "initially immediate"),
            Set.of("initially deferred", "not deferrable"),
            Set.of("enforced", "not enforced"));

    private ConstraintAttributesParser() {}

    /** Those of a table's constraint; {@code kind} is how PostgreSQL's messages call it. */
    static ConstraintAttributes table(Cursor cursor, String kind) {
        return permitted(cursor, kind, PERMITTED.getOrDefault(kind, Set.of()));
    }

    /** Those of a constraint of a domain, or of a constraint trigger. */
    static ConstraintAttributes permitted(Cursor cursor, String kind, Set<String> permitted) {
        Token at = cursor.peek();
        List<String> words = words(cursor);
        for (String word : words) {
            if (!permitted.contains(word) && !ALWAYS.contains(word)) {
                throw new ParseFailure(at, kind + " constraints cannot be marked " + mark(word));
            }
        }
        return of(words);
    }

    private static String mark(String word) {
        return word.equals("initially deferred") ? "DEFERRABLE" : word.toUpperCase(Locale.ROOT);
    }

    /** Those of a column's constraint. {@code NO INHERIT} stands there before all others. */
    static ConstraintAttributes column(Cursor cursor, boolean mayBeNoInherit) {
        List<String> words = new ArrayList<>();
        if (mayBeNoInherit && cursor.acceptWords("no", "inherit")) {
            words.add("no inherit");
        }
        while (isColumnAttribute(cursor)) {
            words.add(word(cursor));
        }
        return of(words);
    }

    static boolean isColumnAttribute(Cursor cursor) {
        return cursor.isAnyWord("deferrable", "initially", "enforced")
                || cursor.isWord("not", "deferrable")
                || cursor.isWord("not", "enforced");
    }

    private static boolean isAttribute(Cursor cursor) {
        return isColumnAttribute(cursor) || cursor.isWord("not", "valid") || cursor.isWord("no", "inherit");
    }

    /** The attributes that stand here, in lower case. */
    static List<String> words(Cursor cursor) {
        List<String> words = new ArrayList<>();
        while (isAttribute(cursor)) {
            Token at = cursor.peek();
            words.add(word(cursor));
            if (CONTRADICTIONS.stream().anyMatch(words::containsAll)) {
                throw new ParseFailure(at, "conflicting constraint properties");
            }
        }
        return words;
    }

    private static String word(Cursor cursor) {
        String first = cursor.next().value();
        return switch (first) {
            case "not", "no" -> first + " " + cursor.next().value();
            case "initially" -> first + " " + cursor.expectAnyWord("deferred", "immediate");
            default -> first;
        };
    }

    private static ConstraintAttributes of(List<String> words) {
        boolean deferred = words.contains("initially deferred");
        return new ConstraintAttributes(
                deferred || words.contains("deferrable"),
                deferred,
                words.contains("not valid"),
                words.contains("no inherit"),
                !words.contains("not enforced"));
    }
}
