package dev.greenlight.replay.answer;

import static dev.greenlight.replay.answer.RelationSearch.name;
import static dev.greenlight.replay.answer.RelationSearch.schema;
import static dev.greenlight.replay.answer.RelationSearch.text;

import dev.greenlight.catalog.Relation;
import dev.greenlight.catalog.Sequence;
import dev.greenlight.catalog.Table;
import dev.greenlight.catalog.View;
import dev.greenlight.postgres.QualifiedName;
import dev.greenlight.replay.answer.CatalogTable.Contents;
import dev.greenlight.replay.answer.CatalogTable.Seen;
import dev.greenlight.replay.answer.CatalogTable.Unseen;
import dev.greenlight.replay.answer.RelationSearch.Found;
import dev.greenlight.replay.answer.RelationSearch.UnseenName;
import dev.greenlight.replay.answer.RelationSearch.Wanted;
import dev.greenlight.sql.ObjectType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/** The views that show relations of one kind (manual 53 and 35). */
final class RelationTables {
    private static final Datum.Unknown WRITTEN = new Datum.Unknown("a definition as PostgreSQL writes it", true);

    private final RelationSearch search;

    RelationTables(RelationSearch search) {
        this.search = search;
    }

    static Datum oid(long oid) {
        String key = Long.toString(oid);
        return new Datum.Reference(Datum.Category.RELATION, key, new QualifiedName("", key), false);
    }

    static Datum namespace(String schema) {
        return ObjectNames.schemaReference(schema);
    }

    /** A view of relations of one kind, which shows the schema and the name of each. */
    private <T extends Relation> CatalogTable<T> named(
            QualifiedName table,
            String schemaColumn,
            String nameColumn,
            Class<T> type,
            ObjectType kind,
            Predicate<T> test,
            Map<String, Function<T, Datum>> more) {
        Map<String, Function<T, Datum>> reads = new HashMap<>(more);
        reads.put(schemaColumn, relation -> schema(relation.name().schema()));
        reads.put(nameColumn, relation -> name(relation.name().name()));
        return new CatalogTable<>(table, reads, pins -> {
            Found found = search.find(Wanted.named(pins, schemaColumn, nameColumn), List.of(kind));
            List<Unseen> unseen = new ArrayList<>();
            found.unseen().forEach(each -> unseen.add(unseen(each, schemaColumn, nameColumn)));
            return new Contents<>(only(found, type, test), unseen);
        });
    }

    static <T extends Relation> List<Seen<T>> only(Found found, Class<T> type, Predicate<T> test) {
        List<Seen<T>> only = new ArrayList<>();
        for (Seen<Relation> seen : found.seen()) {
            if (type.isInstance(seen.item()) && test.test(type.cast(seen.item()))) {
                only.add(new Seen<>(type.cast(seen.item()), seen.doubt()));
            }
        }
        return only;
    }

    static Unseen unseen(UnseenName each, String schemaColumn, String nameColumn) {
        Map<String, Datum> known = new HashMap<>();
        if (each.schema() != null) {
            known.put(schemaColumn, schema(each.schema()));
        }
        if (each.name() != null) {
            known.put(nameColumn, name(each.name()));
        }
        return new Unseen(known, each.reason());
    }

    CatalogTable<Table> tables(QualifiedName table) {
        return named(
                table,
                "schemaname",
                "tablename",
                Table.class,
                ObjectType.TABLE,
                own -> own.kind() != Table.Kind.FOREIGN,
                Map.of("rowsecurity", own -> Logic.of(own.rowSecurity())));
    }

    CatalogTable<View> views(QualifiedName table) {
        return named(
                table,
                "schemaname",
                "viewname",
                View.class,
                ObjectType.VIEW,
                view -> !view.materialized(),
                Map.of("definition", view -> WRITTEN));
    }

    CatalogTable<View> materializedViews(QualifiedName table) {
        return named(
                table,
                "schemaname",
                "matviewname",
                View.class,
                ObjectType.VIEW,
                View::materialized,
                Map.of("definition", view -> WRITTEN));
    }

    CatalogTable<Sequence> sequences(QualifiedName table) {
        return named(
                table, "schemaname", "sequencename", Sequence.class, ObjectType.SEQUENCE, sequence -> true, Map.of());
    }

    CatalogTable<View> informationViews(QualifiedName table) {
        return named(
                table,
                "table_schema",
                "table_name",
                View.class,
                ObjectType.VIEW,
                view -> !view.materialized(),
                Map.of("table_catalog", view -> CatalogFunctions.database()));
    }

    /** Those of identity columns are left out. */
    CatalogTable<Sequence> informationSequences(QualifiedName table) {
        return named(
                table,
                "sequence_schema",
                "sequence_name",
                Sequence.class,
                ObjectType.SEQUENCE,
                sequence -> !sequence.identity(),
                Map.of("sequence_catalog", sequence -> CatalogFunctions.database()));
    }

    CatalogTable<Relation> informationTables(QualifiedName table) {
        Map<String, Function<Relation, Datum>> reads = Map.of(
                "table_catalog", relation -> CatalogFunctions.database(),
                "table_schema", relation -> schema(relation.name().schema()),
                "table_name", relation -> name(relation.name().name()),
                "table_type", RelationTables::tableType);
        return new CatalogTable<>(table, reads, pins -> {
            Found found = search.find(
                    Wanted.named(pins, "table_schema", "table_name"), List.of(ObjectType.TABLE, ObjectType.VIEW));
            List<Unseen> unseen = new ArrayList<>();
            found.unseen().forEach(each -> unseen.add(unseen(each, "table_schema", "table_name")));
            return new Contents<>(only(found, Relation.class, RelationTables::isTable), unseen);
        });
    }

    /** Whether information_schema shows it as a table. */
    static boolean isTable(Relation relation) {
        return relation instanceof Table || relation instanceof View view && !view.materialized();
    }

    private static Datum tableType(Relation relation) {
        if (relation instanceof View) {
            return text("VIEW");
        }
        if (relation.name().schema().equals(RelationSearch.TEMPORARY)) {
            return text("LOCAL TEMPORARY");
        }
        return text(relation instanceof Table own && own.kind() == Table.Kind.FOREIGN ? "FOREIGN" : "BASE TABLE");
    }

    CatalogTable<Sequence> sequence(QualifiedName table) {
        return new CatalogTable<>(
                table,
                Map.of("seqrelid", sequence -> oid(sequence.oid())),
                pins -> contents(Wanted.oid(pins, "seqrelid"), Sequence.class, ObjectType.SEQUENCE));
    }

    private <T extends Relation> Contents<T> contents(Wanted wanted, Class<T> type, ObjectType kind) {
        Found found = search.find(wanted, List.of(kind));
        List<Unseen> unseen = new ArrayList<>();
        found.unseen().forEach(each -> unseen.add(new Unseen(Map.of(), each.reason())));
        return new Contents<>(only(found, type, relation -> true), unseen);
    }
}
