package dev.greenlight.replay.answer;

import static dev.greenlight.replay.answer.RelationSearch.letter;
import static dev.greenlight.replay.answer.RelationSearch.name;
import static dev.greenlight.replay.answer.RelationSearch.schema;
import static dev.greenlight.replay.answer.RelationSearch.text;
import static dev.greenlight.replay.answer.RelationSearch.yesOrNo;

import dev.greenlight.catalog.Column;
import dev.greenlight.catalog.Relation;
import dev.greenlight.catalog.Table;
import dev.greenlight.catalog.View;
import dev.greenlight.postgres.QualifiedName;
import dev.greenlight.replay.answer.CatalogTable.Contents;
import dev.greenlight.replay.answer.CatalogTable.Seen;
import dev.greenlight.replay.answer.CatalogTable.Unseen;
import dev.greenlight.replay.answer.RelationSearch.Found;
import dev.greenlight.replay.answer.RelationSearch.Wanted;
import dev.greenlight.sql.ObjectType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** pg_attribute and information_schema.columns (manual 52.7 and 35.17). */
final class ColumnTables {
    /** What every table has beside its own columns (manual 5.6), from the number -1 on down. */
    private static final List<String> SYSTEM_COLUMNS = List.of("ctid", "xmin", "cmin", "xmax", "cmax", "tableoid");

    private final Sight sight;
    private final RelationSearch search;
    private final ColumnTypes types;

    ColumnTables(Sight sight, RelationSearch search) {
        this.sight = sight;
        this.search = search;
        this.types = new ColumnTypes(sight);
    }

    /** @param column null where only the name is known, as for views and for what has been dropped */
    record Item(
            Relation relation,
            int number,
            String name,
            @Nullable Column column,
            boolean dropped) {
        Datum read(Function<Column, Datum> read) {
            return column == null ? new Datum.Unknown("more of the column " + name) : read.apply(column);
        }
    }

    CatalogTable<Item> columns(QualifiedName table) {
        Map<String, Function<Item, Datum>> reads = new HashMap<>();
        reads.put("table_catalog", item -> CatalogFunctions.database());
        reads.put("table_schema", item -> schema(item.relation().name().schema()));
        reads.put("table_name", item -> name(item.relation().name().name()));
        reads.put("column_name", item -> name(item.name()));
        reads.put("ordinal_position", item -> Datum.Number.of(item.number()));
        reads.put("column_default", item -> changing(item, ColumnTables::defaultValue));
        reads.put("is_nullable", item -> changing(item, column -> yesOrNo(!types.isNotNull(column))));
        reads.put("is_identity", item -> changing(item, column -> yesOrNo(column.identity() != null)));
        reads.put("identity_generation", item -> changing(item, ColumnTables::identity));
        reads.put(
                "is_generated",
                item -> changing(item, column -> text(column.generated() == null ? "NEVER" : "ALWAYS")));
        reads.put("data_type", item -> changing(item, types::dataType));
        reads.put("udt_name", item -> changing(item, types::name));
        reads.put("udt_schema", item -> changing(item, types::schemaName));
        reads.put("character_maximum_length", item -> changing(item, types::length));
        return new CatalogTable<>(
                table,
                reads,
                pins -> contents(
                        search.find(
                                Wanted.named(pins, "table_schema", "table_name"),
                                List.of(ObjectType.TABLE, ObjectType.VIEW)),
                        pins.names("column_name"),
                        false));
    }

    CatalogTable<Item> attributes(QualifiedName table) {
        Map<String, Function<Item, Datum>> reads = new HashMap<>();
        reads.put("attrelid", item -> RelationTables.oid(item.relation().oid()));
        reads.put("attname", item -> name(item.name()));
        reads.put("attnum", item -> Datum.Number.of(item.number()));
        reads.put("attisdropped", item -> Logic.of(item.dropped()));
        reads.put("attnotnull", item -> changing(item, column -> Logic.of(column.notNull())));
        reads.put("atthasdef", item -> changing(item, column -> Logic.of(column.defaultValue() != null)));
        reads.put("attidentity", item -> changing(item, ColumnTables::identityLetter));
        reads.put("attgenerated", item -> changing(item, ColumnTables::generatedLetter));
        reads.put("atttypid", item -> changing(item, types::reference));
        return new CatalogTable<>(table, reads, this::attributes);
    }

    /** A statement that could not be followed and names the column may have changed it. */
    private Datum changing(Item item, Function<Column, Datum> read) {
        return sight.mayExist(ObjectType.COLUMN, item.name())
                ? new Datum.Unknown("what has become of the column " + item.name())
                : item.read(read);
    }

    private static Datum defaultValue(Column column) {
        boolean none = column.defaultValue() == null || column.generated() != null;
        return none ? new Datum.Null() : new Datum.Unknown("a default as PostgreSQL writes it", true);
    }

    private static Datum identity(Column column) {
        Column.Identity identity = column.identity();
        if (identity == null) {
            return new Datum.Null();
        }
        return text(identity == Column.Identity.ALWAYS ? "ALWAYS" : "BY DEFAULT");
    }

    private static Datum identityLetter(Column column) {
        Column.Identity identity = column.identity();
        return letter(identity == null ? "" : identity == Column.Identity.ALWAYS ? "a" : "d");
    }

    private static Datum generatedLetter(Column column) {
        Column.Generated generated = column.generated();
        return letter(generated == null ? "" : generated == Column.Generated.STORED ? "s" : "v");
    }

    /** Indexes have attributes too, which are asked for only together with their oid. */
    private Contents<Item> attributes(Pins pins) {
        Contents<Item> contents =
                contents(search.find(Wanted.oid(pins, "attrelid"), ObjectNames.RELATIONS), pins.names("attname"), true);
        if (pins.keys("attrelid", Datum.Category.RELATION).isEmpty()) {
            contents.unseen().add(new Unseen(Map.of(), "the columns of indexes and of the system"));
        }
        return contents;
    }

    private Contents<Item> contents(Found found, Optional<Set<String>> columns, boolean all) {
        Contents<Item> contents = new Contents<>(new ArrayList<>(), new ArrayList<>());
        for (RelationSearch.UnseenName each : found.unseen()) {
            contents.unseen().add(RelationTables.unseen(each, "table_schema", "table_name"));
        }
        for (Seen<Relation> seen : found.seen()) {
            switch (seen.item()) {
                case Table table -> table(table, seen.doubt(), columns, all, contents);
                case View view when all || !view.materialized() -> view(view, seen.doubt(), contents);
                default -> {
                    if (all) {
                        contents.unseen()
                                .add(unseen(
                                        seen.item(),
                                        "the columns of " + seen.item().name().name()));
                    }
                }
            }
        }
        return contents;
    }

    private static Unseen unseen(Relation relation, String reason) {
        return new Unseen(
                Map.of(
                        "table_schema", schema(relation.name().schema()),
                        "table_name", name(relation.name().name()),
                        "attrelid", RelationTables.oid(relation.oid())),
                reason);
    }

    private void table(
            Table table, @Nullable String doubt, Optional<Set<String>> asked, boolean all, Contents<Item> contents) {
        for (Column column : table.columns()) {
            String why = doubt(column) ? "whether " + column.name() + " is there" : doubt;
            contents.seen().add(new Seen<>(new Item(table, column.number(), column.name(), column, false), why));
        }
        if (all) {
            hidden(table, doubt, contents);
        }
        boolean more = asked.isPresent()
                ? asked.get().stream().anyMatch(name -> table.column(name).isEmpty() && mayHave(table, name))
                : !table.columnsKnown() || sight.mayHaveMade(ObjectType.COLUMN);
        if (more) {
            contents.unseen()
                    .add(unseen(table, "what other columns " + table.name().name() + " has"));
        }
    }

    private boolean doubt(Column column) {
        return column.origin() == null || sight.mayBeGone(ObjectType.COLUMN, column.name());
    }

    private boolean mayHave(Table table, String column) {
        return !table.columnsKnown() || sight.mayExist(ObjectType.COLUMN, column);
    }

    /** The system's columns and those that were dropped. */
    private static void hidden(Table table, @Nullable String doubt, Contents<Item> contents) {
        for (int i = 0; i < SYSTEM_COLUMNS.size(); i++) {
            contents.seen().add(new Seen<>(new Item(table, -1 - i, SYSTEM_COLUMNS.get(i), null, false), doubt));
        }
        for (int number = 1; number <= table.lastColumn(); number++) {
            if (table.column(number).isEmpty()) {
                String name = "........pg.dropped." + number + "........";
                contents.seen().add(new Seen<>(new Item(table, number, name, null, true), doubt));
            }
        }
    }

    private void view(View view, @Nullable String doubt, Contents<Item> contents) {
        List<String> columns = view.columns();
        if (columns == null) {
            contents.unseen().add(unseen(view, "the columns of " + view.name().name()));
            return;
        }
        for (int i = 0; i < columns.size(); i++) {
            contents.seen().add(new Seen<>(new Item(view, i + 1, columns.get(i), null, false), doubt));
        }
    }
}
