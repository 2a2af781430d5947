package dev.greenlight.sql.feature;

import java.util.List;
import java.util.Locale;

/**
 * A form that is told by words in a row.
 *
 * @param phrase the words and signs, in lower case
 */
record Form(int since, String words, List<String> phrase) {
    /** Called as it is written. */
    static Form of(int since, String phrase) {
        return of(since, phrase, phrase.toUpperCase(Locale.ROOT));
    }

    static Form of(int since, String phrase, String words) {
        return new Form(since, words, List.of(phrase.split(" ")));
    }
}
