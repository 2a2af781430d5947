package dev.greenlight.lint.difference;

import dev.greenlight.source.Span;
import dev.greenlight.sql.Lexer;
import dev.greenlight.sql.Token;
import dev.greenlight.sql.TokenKind;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The words in quotes that a query or a condition compares with. A server prints a query in its own way, but it keeps
 * these: where one has others, it is another query. Where they are the same it may be another one all the same.
 */
public final class Literals {
    private static final Pattern WORD = Pattern.compile("[A-Za-z_]+(?:[- ][A-Za-z_]+)*");

    /** Of some types the server prints another word for the same value (manual 8.5.1.4 and 8.6). */
    private static final Set<String> CHANGED = Set.of(
            "now",
            "today",
            "tomorrow",
            "yesterday",
            "epoch",
            "allballs",
            "infinity",
            "t",
            "f",
            "true",
            "false",
            "y",
            "n",
            "yes",
            "no",
            "on",
            "off",
            "inf",
            "nan");

    private static final List<String> QUERIES = List.of("view ", "materialized view ", "policy ", "rule ");

    private Literals() {}

    /** Of kinds of objects that are compared word by word nothing more is to be known. */
    static boolean areOther(String object, String one, String other) {
        return QUERIES.stream().anyMatch(object::startsWith) && areOther(one, other);
    }

    /** Whether two conditions or queries certainly compare with different words. */
    public static boolean areOther(String one, String other) {
        Set<String> words = new TreeSet<>();
        Set<String> others = new TreeSet<>();
        return isPlain(one, words) && isPlain(other, others) && !words.equals(others);
    }

    /** Adds what is in quotes; not plain is what also holds something that may be printed in another way. */
    private static boolean isPlain(String text, Set<String> words) {
        boolean plain = true;
        for (Token token : Lexer.tokenize(text, new Span(0, text.length()))) {
            if (token.is(TokenKind.STRING)) {
                words.add(token.value());
                plain &= WORD.matcher(token.value()).matches() && !CHANGED.contains(token.value());
            }
            plain &= !token.is(TokenKind.DOLLAR_STRING) && !token.isWord("extract") && !token.isWord("interval");
        }
        return plain;
    }
}
