package dev.greenlight.rule;

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
                .mapToInt(candidate -> distance(word, candidate))
                .min()
                .orElse(Integer.MAX_VALUE);
        int limit = Math.max(2, word.length() / 3);
        List<String> similar = known.stream()
                .filter(candidate -> nearest <= limit && distance(word, candidate) == nearest)
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

    /** How many letters to insert, delete or exchange to make one of the other. */
    private static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int exchange = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(exchange, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[other.length()];
    }
}
