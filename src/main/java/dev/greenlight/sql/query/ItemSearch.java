package dev.greenlight.sql.query;

/** What a qualifier stands for among the FROM items of one scope. */
sealed interface ItemSearch {
    record None() implements ItemSearch {}

    record One(FromItem item) implements ItemSearch {}

    record Several() implements ItemSearch {}

    /** It may be something that is not known, such as a variable. */
    record Unknown() implements ItemSearch {}
}
