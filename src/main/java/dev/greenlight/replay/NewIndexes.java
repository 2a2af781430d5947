package dev.greenlight.replay;

import dev.greenlight.catalog.Column;
import dev.greenlight.catalog.Index;
import dev.greenlight.catalog.Origin;
import dev.greenlight.catalog.Table;
import dev.greenlight.catalog.TableConstraint;
import dev.greenlight.postgres.Deferral;
import dev.greenlight.postgres.PostgresVersion;
import dev.greenlight.postgres.QualifiedName;
import dev.greenlight.postgres.SqlState;
import dev.greenlight.source.Span;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Puts indexes into the catalog, of a table and of its partitions (manual 5.12.2.1): each partition gets one like its
 * parent's, unless it has one that serves.
 */
final class NewIndexes {
    private final Execution execution;

    NewIndexes(Execution execution) {
        this.execution = execution;
    }

    /**
     * What an index is like, whatever it is called.
     *
     * @param constraint the constraint that it serves
     * @param valid false for one on a partitioned table alone, until its partitions have theirs (manual CREATE INDEX)
     */
    record Shape(
            IndexKeys keys,
            boolean unique,
            String method,
            boolean partial,
            boolean nullsNotDistinct,
            Serves constraint,
            boolean valid) {
        Shape(
                IndexKeys keys,
                boolean unique,
                String method,
                boolean partial,
                boolean nullsNotDistinct,
                Serves constraint) {
            this(keys, unique, method, partial, nullsNotDistinct, constraint, true);
        }
    }

    /** What an index serves. */
    enum Serves {
        NOTHING,
        PRIMARY_KEY,
        UNIQUE,
        EXCLUSION
    }

    /**
     * Fails with 42P07 where a relation of that name is there.
     *
     * @param named where the name is written
     */
    Index put(Table table, QualifiedName name, Shape shape, Span named, Span span) {
        requirePartitionKey(table, shape, named);
        new NewNames(execution).requireRelation(name, named);
        Index index = index(execution.nextOid(), table, name, shape, execution.origin(span));
        execution.put(index);
        return index;
    }

    /** A unique index sees one partition at a time (manual 5.12.2.3, Limitations). */
    private void requirePartitionKey(Table table, Shape shape, Span span) {
        boolean tooFew = shape.unique()
                && table.columnsKnown()
                && !table.partitionKey().hasExpression()
                && !shape.keys().columns().containsAll(table.partitionKey().keys());
        if (tooFew) {
            String message = "unique constraint on partitioned table must include all partitioning columns";
            throw execution.reject(SqlState.FEATURE_NOT_SUPPORTED, message, span);
        }
    }

    private static Index index(long oid, Table table, QualifiedName name, Shape shape, Origin origin) {
        return new Index(
                oid,
                name,
                table.oid(),
                0,
                shape.unique(),
                shape.method(),
                shape.keys().keys(),
                shape.keys().needs(),
                shape.keys().expressions(),
                shape.keys().clauses(),
                shape.partial(),
                shape.nullsNotDistinct(),
                shape.valid(),
                shape.constraint() != Serves.NOTHING,
                origin);
    }

    /** The name that PostgreSQL chooses. */
    QualifiedName choose(Table table, Shape shape) {
        FreeNames free = new FreeNames(execution.catalog(), table.name());
        List<String> names = shape.keys().names();
        return switch (shape.constraint()) {
            case NOTHING -> free.index(names);
            case PRIMARY_KEY -> free.primaryKey();
            case UNIQUE -> free.unique(names);
            case EXCLUSION -> free.exclusion(names);
        };
    }

    /** Gives all partitions of a table, at any depth, the index that it has. */
    void cascade(Table parent, Shape shape, Deferral deferral, Span span) {
        if (parent.kind() != Table.Kind.PARTITIONED) {
            return;
        }
        Optional<Index> index = execution
                .catalog()
                .indexesOf(parent.oid())
                .filter(own -> is(own, shape))
                .reduce((first, last) -> last);
        for (Table partition : execution.catalog().childrenOf(parent.oid()).toList()) {
            give(partition, parent, index.map(Index::oid).orElse(0L), shape, deferral, span);
        }
    }

    /** Gives a table an index like another table's, whether it has one that is like it or not. */
    void give(Table table, Table other, Shape shape, Deferral deferral, Span span) {
        add(table, translate(shape, other, table), deferral, span);
    }

    /** Gives a partition the index that its parent has, and what is below it; one that is like it is taken. */
    private void give(Table partition, Table parent, long parentIndex, Shape shape, Deferral deferral, Span span) {
        if (partition.kind() == Table.Kind.FOREIGN) {
            requireNotUnique(parent, shape, span);
            return;
        }
        Shape own = translate(shape, parent, partition);
        Index index = free(partition, own).orElseGet(() -> add(partition, own, deferral, span));
        execution.put(index.withParent(parentIndex));
        cascade(partition, own, deferral, span);
    }

    /** What is on another server is not known to be unique (manual CREATE FOREIGN TABLE). */
    private void requireNotUnique(Table parent, Shape shape, Span span) {
        if (shape.unique()) {
            String message = "cannot create unique index on partitioned table \""
                    + parent.name().name() + "\" with foreign partitions";
            throw execution.reject(SqlState.WRONG_OBJECT_TYPE, message, span);
        }
    }

    /** Gives a new partition all indexes of its parent. */
    void giveAll(Table partition, Table parent, Span span) {
        execution
                .catalog()
                .indexesOf(parent.oid())
                .toList()
                .forEach(index -> give(
                        execution.current(partition),
                        parent,
                        index.oid(),
                        shape(index, parent, execution.version()),
                        deferral(index, parent),
                        span));
    }

    static Deferral deferral(Index index, Table table) {
        return constraint(index, table)
                .filter(TableConstraint.Unique.class::isInstance)
                .map(constraint -> ((TableConstraint.Unique) constraint).deferral())
                .orElse(Deferral.NOT_DEFERRABLE);
    }

    private static Optional<TableConstraint> constraint(Index index, Table table) {
        return table.constraints().stream()
                .filter(constraint -> switch (constraint) {
                    case TableConstraint.Unique unique -> unique.index() == index.oid();
                    case TableConstraint.Exclusion exclusion -> exclusion.index() == index.oid();
                    case TableConstraint.Check check -> false;
                    case TableConstraint.ForeignKey key -> false;
                })
                .findFirst();
    }

    /** What an index that is there is like. */
    static Shape shape(Index index, Table table, PostgresVersion version) {
        Serves serves = constraint(index, table).map(NewIndexes::serves).orElse(Serves.NOTHING);
        List<String> names = Stream.concat(
                        index.keys().stream().map(key -> name(key, table, version)),
                        index.clauses().include().stream()
                                .flatMap(number -> table.column(number).stream())
                                .map(Column::name))
                .toList();
        IndexKeys keys = new IndexKeys(index.keys(), names, index.needs(), index.expressions(), index.clauses());
        return new Shape(keys, index.unique(), index.method(), index.partial(), index.nullsNotDistinct(), serves);
    }

    private static Serves serves(TableConstraint constraint) {
        if (constraint instanceof TableConstraint.Unique unique) {
            return unique.primaryKey() ? Serves.PRIMARY_KEY : Serves.UNIQUE;
        }
        return Serves.EXCLUSION;
    }

    private static String name(Index.Key key, Table table, PostgresVersion version) {
        return key.expression() == null
                ? table.column(key.column()).map(Column::name).orElse("expr")
                : ExpressionName.of(key.expression(), version);
    }

    private void constrain(Table table, Shape shape, Index index, Deferral deferral, Span span) {
        String name = index.name().name();
        List<Integer> columns = shape.keys().columns();
        Origin origin = execution.origin(span);
        boolean primaryKey = shape.constraint() == Serves.PRIMARY_KEY;
        switch (shape.constraint()) {
            case NOTHING -> {}
            case PRIMARY_KEY, UNIQUE ->
                add(table, new TableConstraint.Unique(name, primaryKey, columns, deferral, index.oid(), origin));
            case EXCLUSION -> add(table, new TableConstraint.Exclusion(name, columns, index.oid(), origin));
        }
    }

    private void add(Table table, TableConstraint constraint) {
        execution.put(table.withConstraints(Lists.plus(table.constraints(), constraint)));
    }

    private Index add(Table partition, Shape shape, Deferral deferral, Span span) {
        Table current = execution.current(partition);
        Index index = put(current, choose(current, shape), shape, span, span);
        constrain(current, shape, index, deferral, span);
        return index;
    }

    /** One that is like this and belongs to no other. */
    private Optional<Index> free(Table table, Shape shape) {
        return execution
                .catalog()
                .indexesOf(table.oid())
                .filter(index -> index.parent() == 0 && is(index, shape))
                .findFirst();
    }

    private static boolean is(Index index, Shape shape) {
        return index.unique() == shape.unique()
                && index.partial() == shape.partial()
                && index.method().equals(shape.method())
                && index.keys().equals(shape.keys().keys())
                && (index.constraint() || shape.constraint() == Serves.NOTHING);
    }

    /** A partition that was attached may have its columns in another order. */
    private static Shape translate(Shape shape, Table from, Table to) {
        IndexKeys keys = shape.keys();
        List<Index.Key> translated = keys.keys().stream()
                .map(key -> new Index.Key(number(key.column(), from, to), key.expression()))
                .toList();
        List<Integer> needs = numbers(keys.needs(), from, to);
        List<Integer> include = numbers(keys.clauses().include(), from, to);
        return new Shape(
                new IndexKeys(
                        translated,
                        keys.names(),
                        needs,
                        keys.expressions(),
                        keys.clauses().withInclude(include)),
                shape.unique(),
                shape.method(),
                shape.partial(),
                shape.nullsNotDistinct(),
                shape.constraint());
    }

    private static List<Integer> numbers(List<Integer> columns, Table from, Table to) {
        return columns.stream().map(number -> number(number, from, to)).toList();
    }

    static int number(int column, Table from, Table to) {
        return from.column(column)
                .map(Column::name)
                .flatMap(to::column)
                .map(Column::number)
                .orElse(0);
    }
}
