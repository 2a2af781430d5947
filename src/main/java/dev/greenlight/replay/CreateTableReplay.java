package dev.greenlight.replay;

import dev.greenlight.catalog.Relation;
import dev.greenlight.catalog.Table;
import dev.greenlight.catalog.TableBuilder;
import dev.greenlight.catalog.TableConstraint;
import dev.greenlight.catalog.Type;
import dev.greenlight.postgres.Persistence;
import dev.greenlight.postgres.QualifiedName;
import dev.greenlight.postgres.SqlState;
import dev.greenlight.source.Span;
import dev.greenlight.sql.ColumnDefinition;
import dev.greenlight.sql.Constraint;
import dev.greenlight.sql.ObjectName;
import dev.greenlight.sql.ObjectType;
import dev.greenlight.sql.Setting;
import dev.greenlight.sql.TableStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Runs CREATE TABLE in PostgreSQL's order: the columns, then defaults and checks, what comes with a parent or LIKE, the
 * keys with their indexes, and last the foreign keys, so that a table can refer to itself.
 */
final class CreateTableReplay {
    private final TableStatement.CreateTable statement;
    private final Execution execution;
    private final WrittenConstraints written;

    private CreateTableReplay(TableStatement.CreateTable statement, Execution execution) {
        this.statement = statement;
        this.execution = execution;
        this.written = new WrittenConstraints(statement);
    }

    static void apply(TableStatement.CreateTable statement, Execution execution) {
        NewTableRules.requirePlace(
                statement.name().schema(),
                statement.persistence(),
                statement.name().span(),
                execution);
        QualifiedName name = execution.names().schemas().creation(statement.name(), statement.persistence());
        Optional<Relation> there = execution.catalog().relation(name).filter(Names::isCertain);
        if (there.isPresent() && statement.ifNotExists()) {
            execution.skip(there.get());
        } else {
            new CreateTableReplay(statement, execution).create(name);
        }
    }

    private void create(QualifiedName name) {
        requireNoOids();
        new NewTableRules(statement, execution).require();
        requireOnePrimaryKey(name);
        List<Table> parents = parents();
        TableColumns columns = columns(parents);
        new NewNames(execution).requireRelationWithRows(name, statement.name().span());
        Table table = table(name, parents, columns);
        execution.put(table);
        execution.put(table.copy()
                .partitionKey(new NewPartitionKey(statement, table, execution).read())
                .build());
        templates().forEach(template -> template.moveNeeds(execution.current(table)));
        complete(table);
        if (statement.onCommit() == TableStatement.OnCommit.DROP) {
            execution.dropOnCommit(table);
        }
        execution.add(new TableOperation.CreateTable(
                execution.current(table),
                templates().stream().map(TableTemplate::source).toList(),
                false,
                statement.span()));
        parents.forEach(parent -> inherit(table, parent));
        templates().forEach(template -> template.addChecks(execution.current(table)));
        NewConstraints constraints = NewConstraints.ofNewTable(execution);
        written.of(Constraint.Check.class).forEach(check -> constraints.add(table, check));
        templates().forEach(template -> template.addIndexes(table));
        written.keys().forEach(key -> constraints.add(table, key));
        written.of(Constraint.ForeignKey.class).forEach(key -> constraints.add(table, key));
    }

    /** They went with PostgreSQL 12. */
    private void requireNoOids() {
        for (Setting parameter : statement.parameters()) {
            boolean none =
                    List.of("false", "off", "0").contains(parameter.text().toLowerCase(Locale.ROOT));
            if (parameter.name().equals("oids") && !none) {
                String message = "tables declared WITH OIDS are not supported";
                throw execution.reject(SqlState.FEATURE_NOT_SUPPORTED, message, parameter.span());
            }
        }
    }

    private void requireOnePrimaryKey(QualifiedName name) {
        long count = written.of(Constraint.Unique.class)
                .filter(Constraint.Unique::primaryKey)
                .count();
        if (count > 1) {
            String message = "multiple primary keys for table \"" + name.name() + "\" are not allowed";
            throw execution.reject(SqlState.INVALID_TABLE_DEFINITION, message, statement.span());
        }
    }

    private List<Table> parents() {
        List<Table> parents = new ArrayList<>();
        for (ObjectName name : statement.inherits()) {
            Optional<Table> parent = parent(name);
            parent.ifPresent(table -> PartitionActions.requirePlain(table, name.span(), execution));
            parent.ifPresent(table -> requireAlike(table, "cannot inherit from temporary relation", name.span()));
            parent.ifPresent(parents::add);
        }
        ObjectName whole = statement.partitionOf();
        if (whole != null) {
            Optional<Table> parent = parent(whole);
            parent.ifPresent(table -> requirePartitioned(table, whole.span()));
            parent.ifPresent(table -> requireAlike(
                    table, "cannot create a permanent relation as partition of temporary relation", whole.span()));
            parent.ifPresent(parents::add);
        }
        return parents;
    }

    /** A table that stays cannot be a child of one that goes. */
    private void requireAlike(Table parent, String message, Span span) {
        if (parent.persistence() == Persistence.TEMPORARY && !NewTableRules.isTemporary(statement)) {
            throw execution.reject(
                    SqlState.WRONG_OBJECT_TYPE, message + " \"" + parent.name().name() + "\"", span);
        }
    }

    private Optional<Table> parent(ObjectName name) {
        Relation relation = execution.names().relation(name, ObjectType.TABLE);
        if (relation instanceof Table table) {
            return Optional.of(table);
        }
        if (!Names.isCertain(relation)) {
            return Optional.empty();
        }
        String message = "inherited relation \"" + relation.name().name() + "\" is not a table or foreign table";
        throw execution.reject(SqlState.WRONG_OBJECT_TYPE, message, name.span());
    }

    private void requirePartitioned(Table parent, Span span) {
        if (Names.isCertain(parent) && parent.columnsKnown() && parent.kind() != Table.Kind.PARTITIONED) {
            String message = "\"" + parent.name().name() + "\" is not partitioned";
            throw execution.reject(SqlState.INVALID_OBJECT_DEFINITION, message, span);
        }
        if (isDefaultPartition()) {
            PartitionActions.requireNoDefault(parent, statement.name().name(), statement.span(), execution);
        }
    }

    private boolean isDefaultPartition() {
        return statement.bound() != null && statement.bound().isDefault();
    }

    private TableColumns columns(List<Table> parents) {
        TableColumns columns = new TableColumns(execution);
        boolean partition = statement.partitionOf() != null;
        parents.forEach(parent -> columns.inherit(parent, partition, statement.span()));
        ObjectName ofType = statement.ofType();
        if (ofType != null) {
            columns.ofType(ofType, compositeType(ofType));
        }
        columns.write(statement);
        return columns;
    }

    private Type compositeType(ObjectName name) {
        QualifiedName found = execution.names().type(name).name();
        return execution.catalog().type(found).orElseGet(() -> new Type.Other(found, null));
    }

    private Table table(QualifiedName name, List<Table> parents, TableColumns columns) {
        List<String> notNull = written.of(Constraint.NotNull.class)
                .map(constraint -> constraint.column().value())
                .toList();
        return new TableBuilder(execution.nextOid(), name, execution.origin(statement.span()))
                .kind(kind(statement))
                .persistence(statement.persistence())
                .columns(columns.columns().stream()
                        .map(column -> notNull.contains(column.name()) ? column.withNotNull(true) : column)
                        .toList())
                .columnsKnown(columns.known())
                .parents(parents.stream().map(Table::oid).toList())
                .partition(statement.partitionOf() != null)
                .defaultPartition(isDefaultPartition())
                .ofType(
                        statement.ofType() == null
                                ? null
                                : compositeType(statement.ofType()).name())
                .build();
    }

    private static Table.Kind kind(TableStatement.CreateTable statement) {
        if (statement.server() != null) {
            return Table.Kind.FOREIGN;
        }
        return statement.partitionBy() == null ? Table.Kind.ORDINARY : Table.Kind.PARTITIONED;
    }

    /** Defaults, identities and generation expressions. */
    private void complete(Table table) {
        NewColumns columns = new NewColumns(execution);
        List<String> generated = statement.columns().stream()
                .filter(definition -> definition.generated() != null)
                .map(definition -> definition.name().value())
                .toList();
        for (ColumnDefinition definition : statement.columns()) {
            if (table.column(definition.name().value()).isPresent()) {
                columns.complete(execution.current(table), definition, generated);
            }
        }
    }

    /** A child has its parent's checks; a partition also its indexes and foreign keys (manual 5.11 and 5.12). */
    private void inherit(Table table, Table parent) {
        for (TableConstraint constraint : parent.constraints()) {
            Table current = execution.current(table);
            switch (constraint) {
                case TableConstraint.Check check -> {
                    if (!check.noInherit() && current.constraint(check.name()).isEmpty()) {
                        TableConstraint own = NewConstraints.translate(check, parent, current);
                        execution.put(current.withConstraints(Lists.plus(current.constraints(), own)));
                    }
                }
                case TableConstraint.ForeignKey key -> {
                    if (table.partition()) {
                        new NewForeignKeys(execution, true).give(current, parent, key);
                    }
                }
                case TableConstraint.Unique unique -> {}
                case TableConstraint.Exclusion exclusion -> {}
            }
        }
        if (table.partition()) {
            new NewIndexes(execution).giveAll(execution.current(table), parent, statement.span());
            new Attachments(execution).inheritAll(table, parent, statement.span());
        }
    }

    private List<TableTemplate> templates() {
        List<TableTemplate> templates = new ArrayList<>();
        for (TableStatement.Like like : statement.likes()) {
            if (execution.names().find(like.table()).orElse(null) instanceof Table source) {
                templates.add(new TableTemplate(execution, like, source));
            }
        }
        return templates;
    }

    /** See {@link Dispatch#afterFailure}. */
    static void afterFailure(TableStatement.CreateTable statement, Execution execution) {
        QualifiedName name = execution.names().schemas().creation(statement.name(), statement.persistence());
        if (execution.catalog().relation(name).isEmpty()) {
            execution.put(new TableBuilder(execution.nextOid(), name, execution.origin(statement.span()))
                    .kind(kind(statement))
                    .persistence(statement.persistence())
                    .columnsKnown(false)
                    .build());
        }
    }
}
