package dev.greenlight.replay;

import dev.greenlight.catalog.Column;
import dev.greenlight.catalog.Relation;
import dev.greenlight.catalog.Table;
import dev.greenlight.catalog.TableBuilder;
import dev.greenlight.postgres.DataType;
import dev.greenlight.postgres.QualifiedName;
import dev.greenlight.postgres.SqlState;
import dev.greenlight.sql.Name;
import dev.greenlight.sql.TableStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Runs CREATE TABLE AS and SELECT INTO. */
final class CreateTableAsReplay {
    private CreateTableAsReplay() {}

    static void apply(TableStatement.CreateTableAs statement, Execution execution) {
        QualifiedName name = execution.names().schemas().creation(statement.name(), statement.persistence());
        Optional<Relation> there = execution.catalog().relation(name).filter(Names::isCertain);
        if (there.isPresent() && statement.ifNotExists()) {
            execution.skip(there.get());
            return;
        }
        QueryNames.Found found = new QueryNames(execution).query(statement.query());
        boolean temporary = name.schema().equals(Schemas.TEMPORARY);
        NewTableRules.requireOnCommit(statement.onCommit(), temporary, statement.span(), execution);
        DataOperation.Stage stage = statement.withData() ? DataOperation.Stage.RUN : DataOperation.Stage.ANALYZED;
        RelationReads.add(found, stage, statement.query().span(), execution);
        @Nullable List<dev.greenlight.replay.typing.Column> output = new QueryTypes(execution).stored(found);
        @Nullable List<String> columns = columns(statement, QueryTypes.names(output));
        new NewNames(execution).requireRelationWithRows(name, statement.name().span());
        Table table = table(statement, name, columns, QueryTypes.types(output), execution);
        execution.put(table);
        if (statement.onCommit() == TableStatement.OnCommit.DROP) {
            execution.dropOnCommit(table);
        }
        execution.add(new TableOperation.CreateTable(table, List.of(), statement.withData(), statement.span()));
    }

    /** The written names stand for the first of the query's. Null where those are not known. */
    private static @Nullable List<String> columns(
            TableStatement.CreateTableAs statement, @Nullable List<String> output) {
        List<String> columns =
                new ArrayList<>(statement.columns().stream().map(Name::value).toList());
        if (output == null) {
            return null;
        }
        if (columns.size() < output.size()) {
            columns.addAll(output.subList(columns.size(), output.size()));
        }
        return columns;
    }

    private static Table table(
            TableStatement.CreateTableAs statement,
            QualifiedName name,
            @Nullable List<String> columns,
            List<DataType> types,
            Execution execution) {
        requireDistinct(columns, statement, execution);
        List<Column> made = new ArrayList<>();
        for (String column : columns == null ? List.<String>of() : columns) {
            int number = made.size() + 1;
            made.add(new Column(
                    number,
                    column,
                    number > types.size() ? DataType.UNKNOWN : types.get(number - 1),
                    false,
                    null,
                    null,
                    null,
                    execution.origin(statement.span())));
        }
        return new TableBuilder(execution.nextOid(), name, execution.origin(statement.span()))
                .persistence(statement.persistence())
                .columns(made)
                .columnsKnown(columns != null)
                .build();
    }

    private static void requireDistinct(
            @Nullable List<String> columns, TableStatement.CreateTableAs statement, Execution execution) {
        Lists.repeated(columns == null ? List.<String>of() : columns, column -> column)
                .ifPresent(column -> {
                    String message = "column \"" + column + "\" specified more than once";
                    throw execution.reject(
                            SqlState.DUPLICATE_COLUMN,
                            message,
                            statement.query().span());
                });
    }

    /** See {@link Dispatch#afterFailure}. */
    static void afterFailure(TableStatement.CreateTableAs statement, Execution execution) {
        QualifiedName name = execution.names().schemas().creation(statement.name(), statement.persistence());
        if (execution.catalog().relation(name).isEmpty()) {
            execution.put(table(statement, name, null, List.of(), execution));
        }
    }
}
