package dev.greenlight.corpus;

/** A mistake that people make in migrations. */
enum MutationKind {
    STATEMENT_DELETED,
    FILES_SWAPPED,
    NAME_MISSPELT,
    TYPE_CHANGED,
    DROPPED_EARLY,
    STATEMENT_DOUBLED;

    String words() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
    }
}
