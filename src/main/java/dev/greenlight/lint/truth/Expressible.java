package dev.greenlight.lint.truth;

import dev.greenlight.postgres.QualifiedName;
import java.util.Set;

/**
 * What a source of truth can say, and of what it says nothing: there it differs from nothing.
 *
 * @param schemas whose tables it knows
 * @param traits what else it can say than tables, columns, keys, plain indexes, foreign keys and enums
 * @param tables what it knows by name and leaves alone
 * @param columns the same of columns
 * @param defaults of which columns it does not say whether the database has a default
 * @param implicit tables that are made for it: how their keys and indexes are called and kept is not its own
 */
public record Expressible(
        Set<String> schemas,
        Set<Trait> traits,
        Set<QualifiedName> tables,
        Set<ColumnName> columns,
        Set<ColumnName> defaults,
        Set<QualifiedName> implicit) {
    public Expressible {
        schemas = Set.copyOf(schemas);
        traits = Set.copyOf(traits);
        tables = Set.copyOf(tables);
        columns = Set.copyOf(columns);
        defaults = Set.copyOf(defaults);
        implicit = Set.copyOf(implicit);
    }

    /** A column of a table by name. */
    public record ColumnName(QualifiedName table, String column) {}

    /** What some formats can say and others cannot. */
    public enum Trait {
        FOREIGN_KEYS,
        VIEWS,
        SEQUENCES,
        CHECKS,
        POLICIES,
        ROW_SECURITY,
        /** Indexes of expressions and of some rows only. */
        EXPRESSIONS,
        /** Identity columns as something else than a default that takes numbers from a sequence. */
        IDENTITIES,
        GENERATED_COLUMNS,
        /** Whether an array may be null. */
        REQUIRED_ARRAYS,
        NULLS_NOT_DISTINCT,
        /** What primary keys are called. */
        PRIMARY_KEY_NAMES
    }

    public boolean has(Trait trait) {
        return traits.contains(trait);
    }
}
