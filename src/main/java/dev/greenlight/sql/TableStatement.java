package dev.greenlight.sql;

import dev.greenlight.postgres.Persistence;
import dev.greenlight.source.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Statements about tables; {@link AlterTable} also stands for ALTER on the other relations that take its actions. */
public sealed interface TableStatement extends Statement {
    /**
     * {@code CREATE TABLE}, and {@code CREATE FOREIGN TABLE} where {@code server} is given.
     *
     * @param likes their columns come where they stand among {@code columns}
     * @param ofType the composite type of {@code CREATE TABLE … OF type}
     * @param partitionOf the parent, for a partition
     * @param bound given with {@code partitionOf}
     * @param accessMethod of {@code USING}; null where {@code default_table_access_method} holds
     * @param parameters the storage parameters; for a foreign table its options
     * @param server given for a foreign table
     */
    record CreateTable(
            ObjectName name,
            Persistence persistence,
            boolean ifNotExists,
            List<ColumnDefinition> columns,
            List<Constraint> constraints,
            List<Like> likes,
            List<ObjectName> inherits,
            @Nullable ObjectName ofType,
            @Nullable ObjectName partitionOf,
            @Nullable PartitionBound bound,
            @Nullable PartitionKey partitionBy,
            @Nullable Name accessMethod,
            List<Setting> parameters,
            OnCommit onCommit,
            @Nullable Name tablespace,
            @Nullable Name server,
            Span span)
            implements TableStatement {
        public CreateTable {
            columns = List.copyOf(columns);
            constraints = List.copyOf(constraints);
            likes = List.copyOf(likes);
            inherits = List.copyOf(inherits);
            parameters = List.copyOf(parameters);
        }

        @Override
        public String kind() {
            return server == null ? "CREATE TABLE" : "CREATE FOREIGN TABLE";
        }
    }

    /** What a commit does to a temporary table. */
    enum OnCommit {
        PRESERVE_ROWS,
        DELETE_ROWS,
        DROP
    }

    /** {@code LIKE table INCLUDING …}; {@code including} in lower case, {@code all} as the single word. */
    record Like(ObjectName table, List<String> including, List<String> excluding, Span span) {
        public Like {
            including = List.copyOf(including);
            excluding = List.copyOf(excluding);
        }
    }

    /**
     * {@code PARTITION BY}.
     *
     * @param strategy {@code range}, {@code list} or {@code hash}
     */
    record PartitionKey(String strategy, List<IndexElement> elements, Span span) {
        public PartitionKey {
            elements = List.copyOf(elements);
        }
    }

    /**
     * {@code CREATE TABLE … AS} and {@code SELECT … INTO}.
     *
     * @param columns the names given to the columns; empty where the query names them
     * @param query also {@code EXECUTE prepared_statement}
     */
    record CreateTableAs(
            ObjectName name,
            Persistence persistence,
            boolean ifNotExists,
            List<Name> columns,
            OnCommit onCommit,
            Query query,
            boolean withData,
            Span span)
            implements TableStatement {
        public CreateTableAs {
            columns = List.copyOf(columns);
        }

        @Override
        public String kind() {
            return "CREATE TABLE AS";
        }
    }

    /**
     * {@code ALTER TABLE}, {@code ALTER FOREIGN TABLE}, and {@code ALTER INDEX | VIEW | MATERIALIZED VIEW | SEQUENCE}
     * where they take the same actions. Renames and SET SCHEMA are statements of their own.
     *
     * @param type the word behind ALTER; PostgreSQL accepts ALTER TABLE for most of the others
     */
    record AlterTable(
            ObjectType type, ObjectName name, boolean ifExists, boolean only, List<AlterTableAction> actions, Span span)
            implements TableStatement {
        public AlterTable {
            actions = List.copyOf(actions);
        }

        @Override
        public String kind() {
            return "ALTER " + type.words();
        }
    }

    /** {@code ALTER TABLE | INDEX | MATERIALIZED VIEW ALL IN TABLESPACE a SET TABLESPACE b}. */
    record MoveAllInTablespace(ObjectType type, Name from, List<Name> ownedBy, Name to, boolean nowait, Span span)
            implements TableStatement {
        public MoveAllInTablespace {
            ownedBy = List.copyOf(ownedBy);
        }

        @Override
        public String kind() {
            return "ALTER " + type.words();
        }
    }

    record Truncate(List<Target> tables, boolean restartIdentity, DropBehavior behavior, Span span)
            implements TableStatement {
        public Truncate {
            tables = List.copyOf(tables);
        }

        @Override
        public String kind() {
            return "TRUNCATE TABLE";
        }
    }

    /** A table that may be taken without its children. */
    record Target(ObjectName name, boolean only) {}

    /** {@code LOCK TABLE}; {@code mode} in upper case, {@code ACCESS EXCLUSIVE} where none is written. */
    record LockTable(List<Target> tables, String mode, boolean nowait, Span span) implements TableStatement {
        public LockTable {
            tables = List.copyOf(tables);
        }

        @Override
        public String kind() {
            return "LOCK TABLE";
        }
    }
}
