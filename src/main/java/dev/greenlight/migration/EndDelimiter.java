package dev.greenlight.migration;

import java.util.Locale;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * A given end delimiter as Liquibase compares it ({@code StringUtil.isDelimiter}): one character as it is, a slash only
 * where it begins a line; a longer one as it is, or as a regular expression for a piece with the one before it.
 */
final class EndDelimiter {
    /** What is longer ends no statement, so that no expression of somebody's takes its time over a whole script. */
    private static final int LONGEST = 64;

    /** What Liquibase takes to be before the first piece. */
    private static final String NOTHING = "null";

    private EndDelimiter() {}

    /** Of a piece and the one before it, which is empty where there is none. */
    static BiPredicate<String, String> of(String given) {
        if (given.length() == 1) {
            return (before, piece) ->
                    piece.equalsIgnoreCase(given) && (!given.equals("/") || LiquibaseDelimiters.beginsLine(before));
        }
        Optional<Pattern> pattern = pattern(given.toLowerCase(Locale.ROOT));
        return (before, piece) ->
                piece.equalsIgnoreCase(given) || pattern.isPresent() && matches(pattern.get(), before, piece);
    }

    private static boolean matches(Pattern pattern, String before, String piece) {
        String both = (before.isEmpty() ? NOTHING : before) + piece;
        return both.length() <= LONGEST
                && pattern.matcher(both.toLowerCase(Locale.ROOT)).matches();
    }

    /** None of one that is no expression, or that could take long. */
    private static Optional<Pattern> pattern(String given) {
        long repeats = given.chars().filter(c -> "*+?{".indexOf(c) >= 0).count();
        if (given.isEmpty() || given.indexOf('(') >= 0 || repeats > 2) {
            return Optional.empty();
        }
        try {
            return Optional.of(Pattern.compile("\\s*" + given));
        } catch (PatternSyntaxException e) {
            return Optional.empty();
        }
    }
}
