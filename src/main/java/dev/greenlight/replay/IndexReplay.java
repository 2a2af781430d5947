package dev.greenlight.replay;

import dev.greenlight.catalog.Column;
import dev.greenlight.catalog.Index;
import dev.greenlight.catalog.Needs;
import dev.greenlight.catalog.Relation;
import dev.greenlight.catalog.Table;
import dev.greenlight.catalog.TableBuilder;
import dev.greenlight.catalog.View;
import dev.greenlight.postgres.Deferral;
import dev.greenlight.postgres.QualifiedName;
import dev.greenlight.postgres.SqlState;
import dev.greenlight.source.Span;
import dev.greenlight.sql.IndexStatement;
import dev.greenlight.sql.Name;
import dev.greenlight.sql.ObjectName;
import dev.greenlight.sql.ObjectType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Runs statements about indexes. */
final class IndexReplay {
    private IndexReplay() {}

    static void apply(IndexStatement statement, Execution execution) {
        switch (statement) {
            case IndexStatement.CreateIndex create -> create(create, execution);
            case IndexStatement.Reindex reindex -> reindex(reindex, execution);
        }
    }

    private static void create(IndexStatement.CreateIndex create, Execution execution) {
        Relation relation = execution.names().relation(create.table(), ObjectType.TABLE);
        Optional<Table> found = indexed(relation, create, execution);
        if (found.isEmpty()) {
            afterFailure(create, execution);
            return;
        }
        create(create, found.get(), execution);
    }

    private static void create(IndexStatement.CreateIndex create, Table table, Execution execution) {
        if (create.concurrently() && table.kind() == Table.Kind.PARTITIONED) {
            String message =
                    "cannot create index on partitioned table \"" + table.name().name() + "\" concurrently";
            throw execution.reject(SqlState.FEATURE_NOT_SUPPORTED, message, create.span());
        }
        new HandlerNames(execution).requireMethod(create.method(), create.span());
        requireInclude(create, execution);
        NewIndexes.Shape shape = shape(create, table, execution);
        new StorageRules(execution).requireOfIndex(create.method(), create.parameters());
        NewIndexes indexes = new NewIndexes(execution);
        Name written = create.name();
        QualifiedName name = written == null
                ? indexes.choose(table, shape)
                : new QualifiedName(table.name().schema(), written.value());
        Optional<Relation> there = execution.catalog().relation(name).filter(Names::isCertain);
        if (there.isPresent() && create.ifNotExists()) {
            execution.skip(there.get());
            return;
        }
        Index index = indexes.put(table, name, shape, written == null ? create.span() : written.span(), create.span());
        execution.add(
                new IndexOperation.CreateIndex(table, index, create.concurrently(), create.only(), create.span()));
        if (!create.only()) {
            indexes.cascade(table, shape, Deferral.NOT_DEFERRABLE, create.span());
        }
    }

    /** Manual 64, {@code amcaninclude}; what extensions bring is not known. */
    private static void requireInclude(IndexStatement.CreateIndex create, Execution execution) {
        boolean refused = List.of("brin", "gin", "hash").contains(create.method());
        if (refused && !create.include().isEmpty()) {
            String message = "access method \"" + create.method() + "\" does not support included columns";
            throw execution.reject(SqlState.FEATURE_NOT_SUPPORTED, message, create.span());
        }
    }

    /** The condition is read first ({@code transformIndexStmt} in parse_utilcmd.c). */
    private static NewIndexes.Shape shape(IndexStatement.CreateIndex create, Table table, Execution execution) {
        IndexKeys.Reader reader = new IndexKeys.Reader(execution, table);
        if (create.where() != null) {
            reader.where(create.where());
        }
        return new NewIndexes.Shape(
                reader.elements(create.elements(), create.method())
                        .include(create.include())
                        .parameters(create.parameters())
                        .done(),
                create.unique(),
                create.method(),
                create.where() != null,
                create.nullsNotDistinct(),
                NewIndexes.Serves.NOTHING,
                !create.only()
                        || execution.catalog().childrenOf(table.oid()).findAny().isEmpty());
    }

    /** A materialized view is indexed as a table is. Empty where what was assumed turns out to be something else. */
    private static Optional<Table> indexed(Relation relation, IndexStatement.CreateIndex create, Execution execution) {
        if (relation instanceof Table table && table.kind() != Table.Kind.FOREIGN) {
            return Optional.of(new AssumedColumns(execution).of(create.elements(), table));
        }
        if (relation instanceof View view && view.materialized()) {
            return Optional.of(asTable(view));
        }
        if (!Names.isCertain(relation)) {
            return Optional.empty();
        }
        String message = "cannot create index on relation \"" + relation.name().name() + "\"";
        throw execution.reject(
                SqlState.WRONG_OBJECT_TYPE, message, create.table().span());
    }

    private static Table asTable(View view) {
        List<Column> columns = new ArrayList<>();
        for (String name : view.columns() == null ? List.<String>of() : view.columns()) {
            columns.add(new Column(columns.size() + 1, name, view.type(name), false, null, null, null, view.origin()));
        }
        return new TableBuilder(view.oid(), view.name(), view.origin())
                .columns(columns)
                .columnsKnown(view.columns() != null)
                .build();
    }

    private static void reindex(IndexStatement.Reindex reindex, Execution execution) {
        ObjectName name = reindex.name();
        boolean relation = reindex.target().equals("INDEX") || reindex.target().equals("TABLE");
        boolean system = relation && name != null && execution.names().isSystem(name);
        if (reindex.concurrently() && (system || reindex.target().equals("SYSTEM"))) {
            String message = "cannot reindex system catalogs concurrently";
            throw execution.reject(SqlState.FEATURE_NOT_SUPPORTED, message, reindex.span());
        }
        if (name == null || !relation || execution.names().isSystem(name)) {
            execution.add(new IndexOperation.Reindex(null, reindex.concurrently(), reindex.span()));
            return;
        }
        boolean ofIndex = reindex.target().equals("INDEX");
        Relation found = execution.names().relation(name, ofIndex ? ObjectType.INDEX : ObjectType.TABLE);
        requireKind(found, ofIndex, name.span(), execution);
        requireNoBlock(found, reindex, execution);
        execution.add(new IndexOperation.Reindex(found, reindex.concurrently(), reindex.span()));
    }

    private static void requireKind(Relation relation, boolean ofIndex, Span span, Execution execution) {
        if (Names.isCertain(relation) && ofIndex != relation instanceof Index) {
            String message = "\"" + relation.name().name() + "\" is not "
                    + (ofIndex ? "an index" : "a table or materialized view");
            throw execution.reject(SqlState.WRONG_OBJECT_TYPE, message, span);
        }
    }

    /** Each partition is a transaction of its own (manual REINDEX); before 14 they are left out. */
    private static void requireNoBlock(Relation relation, IndexStatement.Reindex reindex, Execution execution) {
        long oid = relation instanceof Index index ? index.table() : relation.oid();
        boolean partitioned = execution
                .catalog()
                .table(oid)
                .filter(table -> table.kind() == Table.Kind.PARTITIONED)
                .isPresent();
        if (partitioned && !execution.version().isAtLeast(14)) {
            if (relation instanceof Index) {
                String message = "REINDEX is not yet implemented for partitioned indexes";
                throw execution.reject(SqlState.FEATURE_NOT_SUPPORTED, message, reindex.span());
            }
        } else if (partitioned && execution.inTransactionBlock()) {
            String message = "REINDEX " + reindex.target() + " cannot run inside a transaction block";
            throw execution.reject(SqlState.ACTIVE_SQL_TRANSACTION, message, reindex.span());
        }
    }

    /** See {@link Dispatch#afterFailure}. */
    static void afterFailure(IndexStatement statement, Execution execution) {
        if (statement instanceof IndexStatement.CreateIndex create && create.name() != null) {
            Optional<Relation> relation = execution.names().find(create.table());
            QualifiedName name = new QualifiedName(
                    relation.map(Relation::name).map(QualifiedName::schema).orElse("public"),
                    create.name().value());
            if (execution.catalog().relation(name).isEmpty()) {
                execution.put(unknown(create, name, relation.map(Relation::oid).orElse(0L), execution));
            }
        }
    }

    private static Index unknown(
            IndexStatement.CreateIndex create, QualifiedName name, long table, Execution execution) {
        return new Index(
                execution.nextOid(),
                name,
                table,
                0,
                create.unique(),
                create.method(),
                List.of(),
                List.of(),
                Needs.NOTHING,
                Index.Clauses.NONE,
                create.where() != null,
                create.nullsNotDistinct(),
                true,
                false,
                execution.origin(create.span()));
    }
}
