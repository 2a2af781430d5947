package dev.greenlight.lint.config;

import java.util.List;

/** How words stand in a sentence. */
final class Words {
    private Words() {}

    /** Such as {@code red, yellow or never}. */
    static String or(List<String> words) {
        return words.size() < 2
                ? String.join("", words)
                : String.join(", ", words.subList(0, words.size() - 1)) + " or " + words.getLast();
    }
}
