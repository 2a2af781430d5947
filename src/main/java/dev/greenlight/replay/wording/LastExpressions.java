package dev.greenlight.replay.wording;

import dev.greenlight.catalog.Catalog;
import dev.greenlight.catalog.Column;
import dev.greenlight.catalog.Index;
import dev.greenlight.catalog.Origin;
import dev.greenlight.catalog.Table;
import dev.greenlight.catalog.TableConstraint;
import dev.greenlight.postgres.DataType;
import dev.greenlight.replay.ColumnOperation;
import dev.greenlight.replay.Operation;
import dev.greenlight.replay.TableOperation;
import dev.greenlight.replay.wording.PastSteps.PastStep;
import dev.greenlight.source.Span;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The expressions in a catalog, which are as they were written, with the names that columns, types and routines have at
 * the end.
 */
final class LastExpressions {
    private final PastSteps steps;
    private final LastText texts;
    /** Where values were written, by the column's table and number. */
    private final Map<Place, Written> values = new HashMap<>();

    private record Place(long table, int column, String text) {}

    /** @param type the column's then */
    private record Written(PastStep past, DataType type) {}

    LastExpressions(PastSteps steps, LastText texts) {
        this.steps = steps;
        this.texts = texts;
        steps.all().forEach(past -> past.operations().forEach(operation -> value(past, operation)));
    }

    private void value(PastStep past, Operation operation) {
        if (operation instanceof TableOperation.CreateTable create) {
            create.table().columns().forEach(column -> value(past, create.table(), column, column.defaultValue()));
        } else if (operation instanceof ColumnOperation.AddColumn add) {
            value(past, add.table(), add.column(), add.column().defaultValue());
        } else if (operation instanceof ColumnOperation.ChangeDefault change) {
            value(past, change.table(), change.column(), change.value());
        } else if (operation instanceof ColumnOperation.ChangeExpression change) {
            value(past, change.table(), change.column(), change.expression());
        }
    }

    private void value(PastStep past, Table table, Column column, Column.@Nullable Value value) {
        if (value != null) {
            values.put(new Place(table.oid(), column.number(), value.text()), new Written(past, column.type()));
        }
    }

    Catalog of(Catalog catalog) {
        Catalog result = catalog;
        for (Table table : catalog.tables().toList()) {
            Table last = table.copy()
                    .columns(table.columns().stream()
                            .map(column -> column(table, column))
                            .toList())
                    .constraints(
                            table.constraints().stream().map(this::constraint).toList())
                    .build();
            result = last.equals(table) ? result : result.with(last);
        }
        for (Index index : indexes(catalog).toList()) {
            Index last = index(index);
            result = last.equals(index) ? result : result.with(last);
        }
        return result;
    }

    private static Stream<Index> indexes(Catalog catalog) {
        return catalog.relations().stream().filter(Index.class::isInstance).map(Index.class::cast);
    }

    private Column column(Table table, Column column) {
        Column.Value value = column.defaultValue();
        if (value == null) {
            return column;
        }
        Written written = values.get(new Place(table.oid(), column.number(), value.text()));
        String text = written == null
                ? value.text()
                : last(written.past(), written.past().statement().span(), value.text()) + cast(written, column, value);
        return column.withDefault(new Column.Value(text, value.volatility(), value.needs()));
    }

    /** A literal stays one of the type that its column had when it was set (ATExecAlterColumnType in tablecmds.c). */
    private static String cast(Written written, Column column, Column.Value value) {
        boolean literal = value.text().startsWith("'") && value.text().endsWith("'");
        boolean another = written.type().isBuiltIn()
                && column.type().isBuiltIn()
                && !written.type().name().equals(column.type().name());
        return literal && another ? "::" + written.type().withoutModifiers().display() : "";
    }

    private TableConstraint constraint(TableConstraint constraint) {
        return constraint instanceof TableConstraint.Check check
                ? new TableConstraint.Check(
                        check.name(),
                        check.columns(),
                        last(check.origin(), check.condition()),
                        check.provesNotNull(),
                        check.noInherit(),
                        check.validated(),
                        check.needs(),
                        check.origin())
                : constraint;
    }

    private Index index(Index index) {
        List<Index.Key> keys = index.keys().stream()
                .map(key -> key.expression() == null
                        ? key
                        : new Index.Key(key.column(), last(index.origin(), key.expression())))
                .toList();
        Index.Clauses clauses = index.clauses();
        String where = clauses.where() == null ? null : last(index.origin(), clauses.where());
        return index.withTexts(
                keys,
                new Index.Clauses(clauses.keys(), clauses.include(), where, clauses.parameters(), clauses.operators()));
    }

    private String last(@Nullable Origin origin, String written) {
        Optional<PastStep> past = steps.of(origin);
        return past.isEmpty() ? written : last(past.get(), origin.span(), written);
    }

    /** What is not there word for word came from elsewhere. */
    private String last(PastStep past, Span within, String written) {
        int at = past.text(within).indexOf(written);
        int start = within.start() + at;
        return at < 0 ? written : texts.of(past, new Span(start, start + written.length()));
    }
}
