package dev.greenlight.effect;

import java.util.Locale;

/** What a statement does to the files of a relation, from least to most. */
public enum Work {
    /** Changes rows of the catalog alone, or a number of rows that the statement itself says. */
    CATALOG,
    /** Reads every row. */
    SCAN,
    /** Looks up every row of a foreign key. */
    VALIDATION,
    /** Reads every row and builds an index. */
    INDEX_BUILD,
    /** Writes every row anew, with all indexes. */
    REWRITE;

    /** As reports print it, such as {@code index-build}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
