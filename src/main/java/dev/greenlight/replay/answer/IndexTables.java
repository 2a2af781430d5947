package dev.greenlight.replay.answer;

import static dev.greenlight.replay.answer.RelationSearch.name;
import static dev.greenlight.replay.answer.RelationSearch.schema;

import dev.greenlight.catalog.Index;
import dev.greenlight.catalog.Relation;
import dev.greenlight.catalog.Table;
import dev.greenlight.catalog.TableConstraint;
import dev.greenlight.postgres.QualifiedName;
import dev.greenlight.postgres.SystemRelations;
import dev.greenlight.replay.answer.CatalogTable.Contents;
import dev.greenlight.replay.answer.CatalogTable.Seen;
import dev.greenlight.replay.answer.CatalogTable.Unseen;
import dev.greenlight.replay.answer.RelationSearch.Found;
import dev.greenlight.replay.answer.RelationSearch.UnseenName;
import dev.greenlight.replay.answer.RelationSearch.Wanted;
import dev.greenlight.sql.ObjectType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** pg_index and pg_indexes (manual 52.26 and 53.11). */
final class IndexTables {
    private final Sight sight;
    private final RelationSearch search;

    IndexTables(Sight sight, RelationSearch search) {
        this.sight = sight;
        this.search = search;
    }

    CatalogTable<Index> indexes(QualifiedName table) {
        return new CatalogTable<>(
                table,
                Map.of(
                        "schemaname", index -> schema(index.name().schema()),
                        "indexname", index -> name(index.name().name()),
                        "tablename", this::tableName,
                        "indexdef", index -> new Datum.Unknown("a definition as PostgreSQL writes it", true)),
                this::indexes);
    }

    private Datum tableName(Index index) {
        return sight.catalog()
                .relation(index.table())
                .map(own -> name(own.name().name()))
                .orElseGet(
                        () -> new Datum.Unknown("the table of " + index.name().name(), true));
    }

    private Contents<Index> indexes(Pins pins) {
        Found found = search.find(Wanted.named(pins, "schemaname", "indexname"), List.of(ObjectType.INDEX));
        Optional<Set<String>> tables = pins.names("tablename");
        List<Unseen> unseen = new ArrayList<>();
        for (UnseenName each : found.unseen()) {
            if (tables.isEmpty() || tables.get().stream().anyMatch(table -> mayHold(each, table))) {
                unseen.add(RelationTables.unseen(each, "schemaname", "indexname"));
            }
        }
        return new Contents<>(RelationTables.only(found, Index.class, index -> true), unseen);
    }

    /** The system's own indexes are on the system's own tables. */
    private static boolean mayHold(UnseenName index, String table) {
        return index.schema() == null
                || !SystemRelations.isSystemSchema(index.schema())
                || SystemRelations.exists(new QualifiedName(index.schema(), table));
    }

    CatalogTable<Index> index(QualifiedName table) {
        return new CatalogTable<>(
                table,
                Map.of(
                        "indexrelid", index -> RelationTables.oid(index.oid()),
                        "indrelid", index -> RelationTables.oid(index.table()),
                        "indisunique", index -> Logic.of(index.unique()),
                        "indisprimary", index -> Logic.of(isPrimary(index)),
                        "indisvalid", IndexTables::isValid),
                this::index);
    }

    /** A build that was interrupted is not seen. */
    private static Datum isValid(Index index) {
        return index.valid()
                ? Logic.of(true)
                : new Datum.Unknown("whether " + index.name().name() + " is valid");
    }

    private boolean isPrimary(Index index) {
        return sight.catalog()
                .table(index.table())
                .flatMap(Table::primaryKey)
                .map(TableConstraint.Unique::index)
                .filter(oid -> oid == index.oid())
                .isPresent();
    }

    private Contents<Index> index(Pins pins) {
        Optional<Set<String>> tables = pins.keys("indrelid", Datum.Category.RELATION);
        if (tables.isPresent()
                && pins.keys("indexrelid", Datum.Category.RELATION).isEmpty()) {
            return ofTables(search.find(Wanted.oid(pins, "indrelid"), List.of(ObjectType.TABLE)));
        }
        Found found = search.find(Wanted.oid(pins, "indexrelid"), List.of(ObjectType.INDEX));
        List<Unseen> unseen = new ArrayList<>();
        found.unseen().forEach(each -> unseen.add(new Unseen(Map.of(), each.reason())));
        return new Contents<>(RelationTables.only(found, Index.class, index -> true), unseen);
    }

    private Contents<Index> ofTables(Found tables) {
        List<Seen<Index>> indexes = new ArrayList<>();
        List<Unseen> unseen = new ArrayList<>();
        tables.unseen().forEach(each -> unseen.add(new Unseen(Map.of(), each.reason())));
        for (Seen<Relation> table : tables.seen()) {
            sight.catalog().indexesOf(table.item().oid()).forEach(index -> indexes.add(seen(index, table)));
            if (sight.mayHaveMade(ObjectType.INDEX) || !(table.item() instanceof Table own) || !own.columnsKnown()) {
                String reason = "what other indexes " + table.item().name().name() + " has";
                unseen.add(new Unseen(Map.of(), reason));
            }
        }
        return new Contents<>(indexes, unseen);
    }

    private Seen<Index> seen(Index index, Seen<Relation> table) {
        String name = index.name().name();
        boolean doubtful = index.origin() == null || sight.mayBeGone(ObjectType.INDEX, name);
        return new Seen<>(index, doubtful ? "whether " + name + " is there" : table.doubt());
    }
}
