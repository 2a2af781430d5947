package dev.greenlight.replay;

import dev.greenlight.catalog.Relation;
import dev.greenlight.catalog.Table;
import dev.greenlight.catalog.TableConstraint;
import dev.greenlight.postgres.LockMode;
import dev.greenlight.postgres.SqlState;
import dev.greenlight.sql.DropBehavior;
import dev.greenlight.sql.ObjectType;
import dev.greenlight.sql.TableStatement;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Runs statements about tables. */
final class TableReplay {
    private TableReplay() {}

    static void apply(TableStatement statement, Execution execution) {
        switch (statement) {
            case TableStatement.CreateTable create -> CreateTableReplay.apply(create, execution);
            case TableStatement.CreateTableAs create -> CreateTableAsReplay.apply(create, execution);
            case TableStatement.AlterTable alter -> AlterTableReplay.apply(alter, execution);
            case TableStatement.MoveAllInTablespace move ->
                execution.add(new ObjectOperation.Describe(move, List.of(), move.span()));
            case TableStatement.Truncate truncate -> truncate(truncate, execution);
            case TableStatement.LockTable lock -> lock(lock, execution);
        }
    }

    /** See {@link Dispatch#afterFailure}. */
    static void afterFailure(TableStatement statement, Execution execution) {
        switch (statement) {
            case TableStatement.CreateTable create -> CreateTableReplay.afterFailure(create, execution);
            case TableStatement.CreateTableAs create -> CreateTableAsReplay.afterFailure(create, execution);
            case TableStatement.AlterTable alter -> AlterTableReplay.afterFailure(alter, execution);
            case TableStatement.MoveAllInTablespace move -> {}
            case TableStatement.Truncate truncate -> {}
            case TableStatement.LockTable lock -> {}
        }
    }

    private static void lock(TableStatement.LockTable lock, Execution execution) {
        LockMode mode = LockMode.valueOf(lock.mode().replace(' ', '_'));
        for (TableStatement.Target target : lock.tables()) {
            if (!execution.names().isSystem(target.name())) {
                Relation relation = execution.names().relation(target.name(), ObjectType.TABLE);
                execution.add(new TableOperation.LockRelation(
                        relation, mode, target.only(), target.name().span()));
            }
        }
    }

    /** Children are emptied with their parents, unless ONLY is written (manual TRUNCATE). */
    private static void truncate(TableStatement.Truncate truncate, Execution execution) {
        Map<Long, Table> named = new LinkedHashMap<>();
        for (TableStatement.Target target : truncate.tables()) {
            Relation relation = execution.names().relation(target.name(), ObjectType.TABLE);
            table(relation, target, execution).ifPresent(table -> {
                requireRows(table, target, execution);
                boolean isNew = named.put(table.oid(), table) == null;
                if (isNew) {
                    execution.add(new TableOperation.Truncate(
                            table,
                            false,
                            target.only(),
                            truncate.restartIdentity(),
                            target.name().span()));
                }
                if (!target.only()) {
                    descendants(table, execution).forEach(child -> named.put(child.oid(), child));
                }
            });
        }
        referring(named, execution).forEach((oid, table) -> {
            if (truncate.behavior() == DropBehavior.RESTRICT) {
                String message = "cannot truncate a table referenced in a foreign key constraint";
                throw execution.reject(SqlState.FEATURE_NOT_SUPPORTED, message, truncate.span());
            }
            execution.add(new TableOperation.Truncate(table, true, false, truncate.restartIdentity(), truncate.span()));
        });
    }

    private static void requireRows(Table table, TableStatement.Target target, Execution execution) {
        if (target.only() && table.kind() == Table.Kind.PARTITIONED) {
            throw execution.reject(
                    SqlState.WRONG_OBJECT_TYPE,
                    "cannot truncate only a partitioned table",
                    target.name().span());
        }
    }

    private static Optional<Table> table(Relation relation, TableStatement.Target target, Execution execution) {
        if (relation instanceof Table table) {
            return Optional.of(table);
        }
        if (!Names.isCertain(relation)) {
            return Optional.empty();
        }
        String message = "\"" + relation.name().name() + "\" is not a table";
        throw execution.reject(
                SqlState.WRONG_OBJECT_TYPE, message, target.name().span());
    }

    static Stream<Table> descendants(Table table, Execution execution) {
        return execution
                .catalog()
                .childrenOf(table.oid())
                .flatMap(child -> Stream.concat(Stream.of(child), descendants(child, execution)));
    }

    /** The tables beside these that refer to one of them, or to one that is emptied for that reason. */
    private static Map<Long, Table> referring(Map<Long, Table> named, Execution execution) {
        Map<Long, Table> found = new LinkedHashMap<>();
        Deque<Table> open = new ArrayDeque<>(named.values());
        while (!open.isEmpty()) {
            Table referenced = open.removeFirst();
            execution
                    .catalog()
                    .usersOf(referenced.oid())
                    .filter(Table.class::isInstance)
                    .map(Table.class::cast)
                    .filter(table -> !named.containsKey(table.oid()) && refersTo(table, referenced, execution))
                    .filter(table -> found.putIfAbsent(table.oid(), table) == null)
                    .forEach(open::addLast);
        }
        return found;
    }

    private static boolean refersTo(Table table, Table referenced, Execution execution) {
        return table.constraints().stream()
                .anyMatch(constraint -> constraint instanceof TableConstraint.ForeignKey key
                        && key.referencedTable() == referenced.oid()
                        && !execution.mayBeGone(ObjectType.CONSTRAINT, key.name()));
    }
}
