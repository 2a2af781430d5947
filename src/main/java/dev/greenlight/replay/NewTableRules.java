package dev.greenlight.replay;

import dev.greenlight.postgres.Persistence;
import dev.greenlight.postgres.SqlState;
import dev.greenlight.source.Span;
import dev.greenlight.sql.ColumnDefinition;
import dev.greenlight.sql.Constraint;
import dev.greenlight.sql.TableStatement;
import java.util.Optional;

/**
 * What CREATE TABLE must obey whatever is in the catalog, in the order of {@code transformCreateStmt} and
 * {@code DefineRelation}: where a temporary table is, what a column says twice, what kinds of tables cannot have.
 */
final class NewTableRules {
    private static final int GENERATED_IN_PARTITIONS = 16;
    private static final int IDENTITY_IN_PARTITIONS = 17;
    private static final int EXCLUSION_OF_PARTITIONED = 17;

    private final TableStatement.CreateTable statement;
    private final Execution execution;

    NewTableRules(TableStatement.CreateTable statement, Execution execution) {
        this.statement = statement;
        this.execution = execution;
    }

    /** Before the name is looked at: temporary tables are in the temporary schema, and nothing else is. */
    static void requirePlace(Optional<String> schema, Persistence persistence, Span span, Execution execution) {
        boolean temporary = schema.filter(Schemas.TEMPORARY::equals).isPresent();
        if (persistence == Persistence.TEMPORARY && schema.isPresent() && !temporary) {
            String message = "cannot create temporary relation in non-temporary schema";
            throw execution.reject(SqlState.INVALID_TABLE_DEFINITION, message, span);
        }
        if (persistence == Persistence.UNLOGGED && temporary) {
            String message = "only temporary relations may be created in temporary schemas";
            throw execution.reject(SqlState.INVALID_TABLE_DEFINITION, message, span);
        }
    }

    void require() {
        requirePartitioning();
        statement.columns().forEach(this::column);
        statement.constraints().forEach(this::requireConstraint);
        requireOnCommit(statement.onCommit(), isTemporary(statement), statement.span(), execution);
        StorageRules storage = new StorageRules(execution);
        if (statement.server() == null && statement.partitionBy() != null) {
            storage.requireNone(statement.parameters(), statement.name().name());
        } else if (statement.server() == null && statement.accessMethod() == null) {
            storage.requireOfTable(statement.parameters());
        }
    }

    private void requirePartitioning() {
        TableStatement.PartitionKey key = statement.partitionBy();
        if (key == null) {
            return;
        }
        if (!statement.inherits().isEmpty()) {
            String message = "cannot create partitioned table as inheritance child";
            throw execution.reject(SqlState.INVALID_OBJECT_DEFINITION, message, key.span());
        }
        requireNoDefaultTablespace();
        if (key.strategy().equals("list") && key.elements().size() > 1) {
            String message = "cannot use \"list\" partition strategy with more than one column";
            throw execution.reject(SqlState.INVALID_OBJECT_DEFINITION, message, key.span());
        }
    }

    /** It would say nothing, because nothing is stored. */
    private void requireNoDefaultTablespace() {
        if (statement.tablespace() != null && statement.tablespace().value().equals("pg_default")) {
            String message = "cannot specify default tablespace for partitioned relations";
            throw execution.reject(
                    SqlState.FEATURE_NOT_SUPPORTED,
                    message,
                    statement.tablespace().span());
        }
    }

    private void column(ColumnDefinition column) {
        ColumnDefinition.Identity identity = column.identity();
        if (identity != null) {
            requireNotTyped("identity", identity.span());
            requireNotPartition("identity", IDENTITY_IN_PARTITIONS, identity.span());
        }
        ColumnDefinition.Generated generated = column.generated();
        if (generated != null) {
            requireNotTyped("generated", generated.span());
            requireNotPartition("generated", GENERATED_IN_PARTITIONS, generated.span());
        }
        column.constraints().forEach(this::requireConstraint);
        requireOneValue(column, statement.name().name(), execution);
    }

    private void requireNotTyped(String kind, Span span) {
        if (statement.ofType() != null) {
            String message = kind + " columns are not supported on typed tables";
            throw execution.reject(SqlState.FEATURE_NOT_SUPPORTED, message, span);
        }
    }

    private void requireNotPartition(String kind, int since, Span span) {
        if (statement.partitionOf() != null && !execution.version().isAtLeast(since)) {
            String message = kind + " columns are not supported on partitions";
            throw execution.reject(SqlState.FEATURE_NOT_SUPPORTED, message, span);
        }
    }

    /** A column has a default, an identity or a generation expression, and a serial has a default. */
    static void requireOneValue(ColumnDefinition column, String table, Execution execution) {
        boolean isDefault =
                column.defaultValue() != null || column.type() != null && NewColumns.isSerial(column.type());
        String both = null;
        if (isDefault && column.identity() != null) {
            both = "both default and identity";
        } else if (isDefault && column.generated() != null) {
            both = "both default and generation expression";
        } else if (column.identity() != null && column.generated() != null) {
            both = "both identity and generation expression";
        }
        if (both != null) {
            String message =
                    both + " specified for column \"" + column.name().value() + "\" of table \"" + table + "\"";
            throw execution.reject(SqlState.SYNTAX_ERROR, message, column.span());
        }
    }

    /** Manual CREATE FOREIGN TABLE: nothing but NOT NULL and CHECK; before 17 no exclusion on partitioned tables. */
    private void requireConstraint(Constraint constraint) {
        String words = switch (constraint) {
            case Constraint.Unique unique -> unique.primaryKey() ? "primary key" : "unique";
            case Constraint.Exclude ignored -> "exclusion";
            case Constraint.ForeignKey ignored -> "foreign key";
            case Constraint.Check ignored -> null;
            case Constraint.NotNull ignored -> null;
        };
        if (statement.server() != null && words != null) {
            String message = words + " constraints are not supported on foreign tables";
            throw execution.reject(SqlState.FEATURE_NOT_SUPPORTED, message, constraint.span());
        }
        if (constraint instanceof Constraint.Exclude
                && statement.partitionBy() != null
                && !execution.version().isAtLeast(EXCLUSION_OF_PARTITIONED)) {
            String message = "exclusion constraints are not supported on partitioned tables";
            throw execution.reject(SqlState.FEATURE_NOT_SUPPORTED, message, constraint.span());
        }
    }

    /** By the word or by the schema that is written. */
    static boolean isTemporary(TableStatement.CreateTable statement) {
        return statement.persistence() == Persistence.TEMPORARY
                || statement.name().schema().filter(Schemas.TEMPORARY::equals).isPresent();
    }

    static void requireOnCommit(TableStatement.OnCommit onCommit, boolean temporary, Span span, Execution execution) {
        if (onCommit != TableStatement.OnCommit.PRESERVE_ROWS && !temporary) {
            String message = "ON COMMIT can only be used on temporary tables";
            throw execution.reject(SqlState.INVALID_TABLE_DEFINITION, message, span);
        }
    }
}
