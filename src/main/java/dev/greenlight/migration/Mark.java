package dev.greenlight.migration;

import java.util.List;

/**
 * A comment that tells a tool what comes behind it, such as {@code -- +goose Up}. A tool looks for it line by line, so
 * that it is one in a quoted text too.
 *
 * @param words what the tool reads: {@code Up}, or the word and its options
 * @param start of its line
 * @param end of its line
 */
record Mark(List<String> words, int start, int end) {
    Mark {
        words = List.copyOf(words);
    }

    boolean is(String name) {
        return words.getFirst().equalsIgnoreCase(name);
    }

    boolean has(String option) {
        return words.subList(1, words.size()).contains(option);
    }
}
