package dev.greenlight.replay;

import dev.greenlight.postgres.SqlState;
import org.jspecify.annotations.Nullable;

/** Where in a table's definition an expression stands, which decides what it may hold. */
enum ExpressionPlace {
    DEFAULT("DEFAULT expression", null),
    CHECK("check constraint", null),
    GENERATION("column generation expression", "generation expression is not immutable"),
    INDEX_EXPRESSION("index expression", "functions in index expression must be marked IMMUTABLE"),
    INDEX_PREDICATE("index predicate", "functions in index predicate must be marked IMMUTABLE"),
    PARTITION_KEY("partition key expression", "functions in partition key expression must be marked IMMUTABLE"),
    USING("transform expression", null);

    private final String words;
    private final @Nullable String notImmutable;

    ExpressionPlace(String words, @Nullable String notImmutable) {
        this.words = words;
        this.notImmutable = notImmutable;
    }

    /** What PostgreSQL calls it. */
    String words() {
        return words;
    }

    /** How PostgreSQL refuses a system column but {@code tableoid}; null where it takes one. */
    @Nullable
    SqlState ofSystemColumns() {
        return switch (this) {
            case CHECK, GENERATION -> SqlState.INVALID_COLUMN_REFERENCE;
            case INDEX_EXPRESSION, INDEX_PREDICATE -> SqlState.FEATURE_NOT_SUPPORTED;
            case PARTITION_KEY -> SqlState.INVALID_OBJECT_DEFINITION;
            case DEFAULT, USING -> null;
        };
    }

    /** What PostgreSQL says where a function in it is not immutable (manual 36.7); null where that may be. */
    @Nullable
    String notImmutable() {
        return notImmutable;
    }
}
