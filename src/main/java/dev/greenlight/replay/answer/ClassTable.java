package dev.greenlight.replay.answer;

import static dev.greenlight.replay.answer.RelationSearch.letter;
import static dev.greenlight.replay.answer.RelationSearch.name;
import static dev.greenlight.replay.answer.RelationTables.namespace;
import static dev.greenlight.replay.answer.RelationTables.oid;

import dev.greenlight.catalog.Index;
import dev.greenlight.catalog.Relation;
import dev.greenlight.catalog.Sequence;
import dev.greenlight.catalog.Table;
import dev.greenlight.catalog.Type;
import dev.greenlight.catalog.View;
import dev.greenlight.postgres.Persistence;
import dev.greenlight.postgres.QualifiedName;
import dev.greenlight.replay.answer.CatalogTable.Contents;
import dev.greenlight.replay.answer.CatalogTable.Unseen;
import dev.greenlight.replay.answer.RelationSearch.Found;
import dev.greenlight.replay.answer.RelationSearch.UnseenName;
import dev.greenlight.replay.answer.RelationSearch.Wanted;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** pg_class (manual 52.11). */
final class ClassTable {
    private final Sight sight;
    private final RelationSearch search;

    ClassTable(Sight sight, RelationSearch search) {
        this.sight = sight;
        this.search = search;
    }

    CatalogTable<Relation> classes(QualifiedName table) {
        Map<String, Function<Relation, Datum>> reads = Map.of(
                "oid", relation -> oid(relation.oid()),
                "relname", relation -> name(relation.name().name()),
                "relnamespace", relation -> namespace(relation.name().schema()),
                "relkind", relation -> letter(kind(relation)),
                "relpersistence", relation -> letter(persistence(relation)),
                "relrowsecurity", relation -> Logic.of(relation instanceof Table own && own.rowSecurity()),
                "relispartition", relation -> Logic.of(isPartition(relation)));
        return new CatalogTable<>(table, reads, this::classes);
    }

    private Contents<Relation> classes(Pins pins) {
        Wanted wanted = new Wanted(
                pins.keys("relnamespace", Datum.Category.SCHEMA),
                pins.names("relname"),
                pins.keys("oid", Datum.Category.RELATION));
        Found found = search.find(wanted, ObjectNames.RELATIONS);
        List<Unseen> unseen = new ArrayList<>();
        for (UnseenName each : found.unseen()) {
            Map<String, Datum> known = new HashMap<>();
            if (each.schema() != null) {
                known.put("relnamespace", namespace(each.schema()));
            }
            if (each.name() != null) {
                known.put("relname", name(each.name()));
            }
            unseen.add(new Unseen(known, each.reason()));
        }
        composites(wanted, unseen);
        return new Contents<>(found.seen(), unseen);
    }

    /** A composite type has a row too. */
    private void composites(Wanted wanted, List<Unseen> unseen) {
        for (Type type : sight.catalog().types()) {
            QualifiedName own = type.name();
            boolean asked = wanted.names().isEmpty() || wanted.names().get().contains(own.name());
            if (type instanceof Type.Composite && asked) {
                Map<String, Datum> known = Map.of(
                        "relname", name(own.name()), "relnamespace", namespace(own.schema()), "relkind", letter("c"));
                unseen.add(new Unseen(known, "the composite type " + own.display()));
            }
        }
    }

    private String kind(Relation relation) {
        return switch (relation) {
            case Table own ->
                switch (own.kind()) {
                    case ORDINARY -> "r";
                    case PARTITIONED -> "p";
                    case FOREIGN -> "f";
                };
            case View view -> view.materialized() ? "m" : "v";
            case Index index -> isOfPartitioned(index) ? "I" : "i";
            case Sequence sequence -> "S";
        };
    }

    private boolean isOfPartitioned(Index index) {
        return sight.catalog()
                .table(index.table())
                .filter(own -> own.kind() == Table.Kind.PARTITIONED)
                .isPresent();
    }

    private static String persistence(Relation relation) {
        if (relation.name().schema().equals(RelationSearch.TEMPORARY)) {
            return "t";
        }
        return relation instanceof Table own && own.persistence() == Persistence.UNLOGGED ? "u" : "p";
    }

    private static boolean isPartition(Relation relation) {
        return relation instanceof Table own && own.partition()
                || relation instanceof Index index && index.parent() != 0;
    }
}
