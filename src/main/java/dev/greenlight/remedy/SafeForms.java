package dev.greenlight.remedy;

import dev.greenlight.catalog.Column;
import dev.greenlight.catalog.Relation;
import dev.greenlight.catalog.Sequence;
import dev.greenlight.catalog.Table;
import dev.greenlight.catalog.TableConstraint;
import dev.greenlight.catalog.View;
import dev.greenlight.postgres.Identifiers;
import dev.greenlight.postgres.QualifiedName;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The safe way to write what a migration means to do, with its own names in it. */
public final class SafeForms {
    private static final Pattern INDEX = Pattern.compile("(?i)\\b(INDEX)\\b");
    private static final Pattern REINDEX =
            Pattern.compile("(?i)\\b(REINDEX\\s*(?:\\([^)]*\\)\\s*)?(?:INDEX|TABLE|SCHEMA|DATABASE))\\b");

    private SafeForms() {}

    /** {@code CREATE | DROP INDEX} as it is written, with CONCURRENTLY. */
    public static SafeForm concurrently(String statement) {
        return new SafeForm(
                "Do it CONCURRENTLY, in a migration that runs outside a transaction.",
                INDEX.matcher(statement).replaceFirst("$1 CONCURRENTLY") + ";");
    }

    /** NOT NULL by way of a check that is validated without blocking writes (manual ALTER TABLE, SET NOT NULL). */
    public static SafeForm setNotNull(Table table, String column) {
        String name = name(table);
        String check = Identifiers.quote(Identifiers.truncate(column + "_not_null"));
        String quoted = Identifiers.quote(column);
        return new SafeForm(
                "Let a validated check prove it first; each statement in a transaction of its own.",
                """
                ALTER TABLE %1$s ADD CONSTRAINT %2$s CHECK (%3$s IS NOT NULL) NOT VALID;
                ALTER TABLE %1$s VALIDATE CONSTRAINT %2$s;
                ALTER TABLE %1$s ALTER COLUMN %3$s SET NOT NULL;
                ALTER TABLE %1$s DROP CONSTRAINT %2$s;""".formatted(name, check, quoted));
    }

    /** A new column that becomes NOT NULL only once every row has a value. */
    public static SafeForm addRequiredColumn(Table table, String column, String type) {
        String add = "ALTER TABLE %s ADD COLUMN %s %s;".formatted(name(table), Identifiers.quote(column), type);
        return new SafeForm(
                "Add it with a DEFAULT, or without NOT NULL, fill it in batches, then set NOT NULL.",
                add + "\n-- fill it in batches, then:\n"
                        + setNotNull(table, column).sql());
    }

    /** {@code constraint} is its text as written, or what it says in the words of ADD CONSTRAINT. */
    public static SafeForm notValid(Table table, String name, String constraint) {
        String quoted = Identifiers.quote(name);
        return new SafeForm(
                "Add it NOT VALID and validate it in a later transaction, which blocks no writes.",
                "ALTER TABLE %s ADD %s NOT VALID;%nALTER TABLE %s VALIDATE CONSTRAINT %s;"
                        .formatted(name(table), constraint, name(table), quoted)
                        .replace("\r\n", "\n"));
    }

    /** A new column of the new type beside the old one. */
    public static SafeForm changeType(Table table, Column column, String type) {
        String name = name(table);
        String fresh = Identifiers.quote(Identifiers.truncate(column.name() + "_new"));
        return new SafeForm(
                "Add a column of the new type, keep both in step with a trigger, fill it in batches, then switch over.",
                "ALTER TABLE %s ADD COLUMN %s %s;".formatted(name, fresh, type));
    }

    /** A column under both names for a while. */
    public static SafeForm renameColumn(Relation relation, String column, String newName) {
        return new SafeForm(
                "Code that runs during the deploy still asks for " + column
                        + ". Add the new column, write both, move readers over, then drop the old one.",
                "");
    }

    /** A relation under both names for a while; a sequence has no such form. */
    public static SafeForm renameRelation(Relation relation, QualifiedName newName) {
        String view = "CREATE VIEW %s AS SELECT * FROM %s;".formatted(name(relation), name(newName));
        return relation instanceof Sequence
                ? new SafeForm("Leave its name, or let a release run first that asks for it by no name.", "")
                : new SafeForm("Leave a view of the old name behind, in the same transaction.", view);
    }

    /** A column that has no value at first, gets its default for new rows, and is filled in batches. */
    public static SafeForm addFilledColumn(Table table, Column column) {
        String add = "ALTER TABLE %s ADD COLUMN %s %s;"
                .formatted(
                        name(table),
                        Identifiers.quote(column.name()),
                        column.type().display());
        Column.Value value = column.defaultValue();
        String sql = value == null || column.generated() != null
                ? add
                : add
                        + "\nALTER TABLE %s ALTER COLUMN %s SET DEFAULT %s;"
                                .formatted(name(table), Identifiers.quote(column.name()), value.text());
        return new SafeForm(
                "Add it without a value, then let new rows have one, and fill the old ones in batches.", sql);
    }

    /** A key over an index that was built without blocking writes (manual ALTER TABLE, ADD table_constraint_using_index). */
    public static SafeForm usingIndex(Table table, TableConstraint.Unique key) {
        String columns = key.columns().stream()
                .flatMap(number -> table.column(number).stream())
                .map(column -> Identifiers.quote(column.name()))
                .collect(Collectors.joining(", "));
        String name = Identifiers.quote(key.name());
        return new SafeForm(
                "Build its index CONCURRENTLY first, outside a transaction.",
                "CREATE UNIQUE INDEX CONCURRENTLY %s ON %s (%s);\nALTER TABLE %s ADD CONSTRAINT %s %s USING INDEX %s;"
                        .formatted(
                                name,
                                name(table),
                                columns,
                                name(table),
                                name,
                                key.primaryKey() ? "PRIMARY KEY" : "UNIQUE",
                                name));
    }

    public static SafeForm reindexConcurrently(String statement) {
        return new SafeForm(
                "Do it CONCURRENTLY, in a migration that runs outside a transaction.",
                REINDEX.matcher(statement).replaceFirst("$1 CONCURRENTLY") + ";");
    }

    /** It takes a unique index over all rows (manual REFRESH MATERIALIZED VIEW). */
    public static SafeForm refreshConcurrently(View view) {
        return new SafeForm(
                "Do it CONCURRENTLY; the view needs a unique index for that.",
                "REFRESH MATERIALIZED VIEW CONCURRENTLY " + name(view) + ";");
    }

    public static SafeForm dropConcurrently(Relation index) {
        return new SafeForm(
                "Do it CONCURRENTLY, in a migration that runs outside a transaction.",
                "DROP INDEX CONCURRENTLY " + name(index) + ";");
    }

    public static SafeForm detachConcurrently(Table parent, Table partition) {
        return new SafeForm(
                "Do it CONCURRENTLY, in a migration that runs outside a transaction (since PostgreSQL 14).",
                "ALTER TABLE %s DETACH PARTITION %s CONCURRENTLY;".formatted(name(parent), name(partition)));
    }

    /** A foreign key that is checked when the transaction ends (manual CREATE TABLE, INITIALLY DEFERRED). */
    public static SafeForm deferred(Table table, String key) {
        return new SafeForm(
                "Let one of the keys be checked at the end of the transaction, or its column be NULL at first. A dump of"
                        + " the data alone is restored with --disable-triggers all the same.",
                "ALTER TABLE %s ALTER CONSTRAINT %s DEFERRABLE INITIALLY DEFERRED;"
                        .formatted(name(table), Identifiers.quote(key)));
    }

    /** A relation's name as SQL, without the schema where that is {@code public}. */
    public static String name(Relation relation) {
        return name(relation.name());
    }

    private static String name(QualifiedName name) {
        return name.schema().equals("public") ? Identifiers.quote(name.name()) : Identifiers.quote(name);
    }
}
