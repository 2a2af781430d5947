package dev.greenlight.graph;

import dev.greenlight.source.EditDistance;
import java.util.List;

/**
 * Finds the names that a misspelt one was most likely meant to be. It wants more likeness than is asked of words that
 * there are few of: in a schema of a thousand tables everything is a bit like something.
 */
final class Spelling {
    private static final int MOST = 3;
    private static final int LONGEST = 100;
    private static final int LETTERS_TO_A_SLIP = 4;
    private static final int MOST_SLIPS = 3;

    private Spelling() {}

    /** Sorted; those that differ only in capital letters alone, where there are some. */
    static List<String> nearest(String word, List<String> known) {
        if (word.length() > LONGEST) {
            return List.of();
        }
        List<String> same = sorted(known.stream()
                .filter(name -> name.equalsIgnoreCase(word) && !name.equals(word))
                .toList());
        if (!same.isEmpty()) {
            return same;
        }
        List<String> similar = similar(word, known);
        return similar.isEmpty() ? longer(word, known) : similar;
    }

    /** {@code customer_id} for {@code customer}, where no other name begins so. */
    private static List<String> longer(String word, List<String> known) {
        List<String> longer =
                known.stream().filter(name -> name.startsWith(word + "_")).toList();
        return longer.size() == 1 ? longer : List.of();
    }

    private static List<String> similar(String word, List<String> known) {
        int limit = Math.min(MOST_SLIPS, word.length() / LETTERS_TO_A_SLIP);
        List<String> near = known.stream()
                .filter(name -> Math.abs(name.length() - word.length()) <= limit)
                .filter(name -> !name.equals(word) && EditDistance.between(word, name) <= limit)
                .toList();
        int least = near.stream()
                .mapToInt(name -> EditDistance.between(word, name))
                .min()
                .orElse(0);
        return sorted(near.stream()
                .filter(name -> EditDistance.between(word, name) == least)
                .toList());
    }

    private static List<String> sorted(List<String> names) {
        return names.stream().sorted().distinct().limit(MOST).toList();
    }
}
