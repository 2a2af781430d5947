package dev.greenlight.replay.answer;

import static dev.greenlight.replay.answer.RelationSearch.name;
import static dev.greenlight.replay.answer.RelationSearch.schema;

import dev.greenlight.catalog.Column;
import dev.greenlight.catalog.Table;
import dev.greenlight.catalog.TableConstraint;
import dev.greenlight.postgres.QualifiedName;
import dev.greenlight.replay.answer.CatalogTable.Contents;
import dev.greenlight.replay.answer.CatalogTable.Seen;
import dev.greenlight.replay.answer.CatalogTable.Unseen;
import dev.greenlight.replay.answer.ConstraintSearch.Item;
import dev.greenlight.replay.answer.RelationSearch.Wanted;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The columns of constraints, as information_schema has them (manual 35.14 and 35.33). */
final class KeyTables {
    private final Sight sight;
    private final ConstraintSearch search;

    KeyTables(Sight sight, ConstraintSearch search) {
        this.sight = sight;
        this.search = search;
    }

    /** @param table whose column it is: the referenced one where a foreign key's target is asked for */
    record Part(Item item, Table table, String column, int position) {}

    private static Map<String, Function<Part, Datum>> reads() {
        Map<String, Function<Part, Datum>> reads = new HashMap<>();
        reads.put("constraint_catalog", part -> CatalogFunctions.database());
        reads.put("table_catalog", part -> CatalogFunctions.database());
        reads.put("constraint_schema", part -> schema(part.item().table().name().schema()));
        reads.put("constraint_name", part -> name(part.item().constraint().name()));
        reads.put("table_schema", part -> schema(part.table().name().schema()));
        reads.put("table_name", part -> name(part.table().name().name()));
        reads.put("column_name", part -> name(part.column()));
        reads.put("ordinal_position", part -> Datum.Number.of(part.position()));
        return reads;
    }

    CatalogTable<Part> keyColumns(QualifiedName table) {
        return new CatalogTable<>(
                table,
                reads(),
                pins -> parts(
                        search.find(Wanted.named(pins, "table_schema", "table_name"), pins.names("constraint_name")),
                        this::keyColumns));
    }

    CatalogTable<Part> usedColumns(QualifiedName table) {
        return new CatalogTable<>(
                table,
                reads(),
                pins -> parts(
                        search.find(Wanted.named(Pins.NONE, "", ""), pins.names("constraint_name")),
                        this::usedColumns));
    }

    /** Of what may be there the columns are not known, and NOT NULL has none here before PostgreSQL 18. */
    private static Contents<Part> parts(Contents<Item> constraints, Function<Item, List<Part>> read) {
        List<Seen<Part>> parts = new ArrayList<>();
        for (Seen<Item> seen : constraints.seen()) {
            read.apply(seen.item()).forEach(part -> parts.add(new Seen<>(part, seen.doubt())));
        }
        List<Unseen> unseen = new ArrayList<>();
        for (Unseen each : constraints.unseen()) {
            Map<String, Datum> known = new HashMap<>(each.known());
            known.keySet().retainAll(List.of("constraint_name", "constraint_schema", "table_schema", "table_name"));
            unseen.add(new Unseen(known, each.reason()));
        }
        return new Contents<>(parts, unseen);
    }

    private List<Part> keyColumns(Item item) {
        return switch (item.constraint()) {
            case TableConstraint.Check check -> List.of();
            case TableConstraint.Exclusion exclusion -> List.of();
            case TableConstraint.Unique unique -> columns(item, item.table(), unique.columns());
            case TableConstraint.ForeignKey key -> columns(item, item.table(), key.columns());
        };
    }

    private List<Part> usedColumns(Item item) {
        return switch (item.constraint()) {
            case TableConstraint.Check check -> columns(item, item.table(), check.columns());
            case TableConstraint.Exclusion exclusion -> List.of();
            case TableConstraint.Unique unique -> columns(item, item.table(), unique.columns());
            case TableConstraint.ForeignKey key ->
                sight.catalog()
                        .table(key.referencedTable())
                        .map(table -> columns(item, table, key.referencedColumns()))
                        .orElse(List.of());
        };
    }

    private static List<Part> columns(Item item, Table table, List<Integer> numbers) {
        List<Part> parts = new ArrayList<>();
        for (int number : numbers) {
            Optional<Column> column = table.column(number);
            column.ifPresent(found -> parts.add(new Part(item, table, found.name(), parts.size() + 1)));
        }
        return parts;
    }
}
