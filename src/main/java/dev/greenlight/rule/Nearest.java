package dev.greenlight.rule;

import dev.greenlight.source.EditDistance;
import java.util.Collection;
import java.util.List;

/** Finds what somebody may have meant by a word that is not known. Of what is too long for a word it knows nothing. */
public final class Nearest {
    private static final int MOST = 3;
    private static final int LONGEST = 100;

    private Nearest() {}

    /** The words most like it, in alphabetical order; none if it is like none of them. */
    public static List<String> to(String word, Collection<String> known) {
        if (word.length() > LONGEST) {
            return List.of();
        }
        int nearest = known.stream()
                .mapToInt(candidate -> EditDistance.between(word, candidate))
                .min()
                .orElse(Integer.MAX_VALUE);
        int limit = Math.max(2, word.length() / 3);
        List<String> similar = known.stream()
                .filter(candidate -> nearest <= limit && EditDistance.between(word, candidate) == nearest)
                .toList();
        return (similar.isEmpty() ? containing(word, known) : similar)
                .stream().sorted().limit(MOST).toList();
    }

    private static List<String> containing(String word, Collection<String> known) {
        return known.stream()
                .filter(candidate -> word.length() > 2 && candidate.contains(word))
                .toList();
    }

    /** {@code "; did you mean a or b?"}, or nothing. */
    public static String question(String word, Collection<String> known) {
        List<String> nearest = to(word, known);
        return nearest.isEmpty() ? "" : "; did you mean " + String.join(" or ", nearest) + "?";
    }
}
