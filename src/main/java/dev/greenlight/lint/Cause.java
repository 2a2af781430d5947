package dev.greenlight.lint;

/** Why a statement that nobody has touched fails now. */
sealed interface Cause {

    /** A new or changed statement. */
    record Statement(StatementPlace place) implements Cause {}

    /** A file is gone. */
    record Deletion(String path) implements Cause {}

    /** A file no longer does something. */
    record Loss(String path) implements Cause {}

    /** Something else: the order, what is there before the first migration, or too much to say what. */
    record Other() implements Cause {}
}
