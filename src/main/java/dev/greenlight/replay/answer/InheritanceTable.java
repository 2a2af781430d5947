package dev.greenlight.replay.answer;

import static dev.greenlight.replay.answer.RelationTables.oid;

import dev.greenlight.catalog.Index;
import dev.greenlight.catalog.Relation;
import dev.greenlight.catalog.Sequence;
import dev.greenlight.catalog.Table;
import dev.greenlight.catalog.View;
import dev.greenlight.postgres.QualifiedName;
import dev.greenlight.postgres.SystemRelations;
import dev.greenlight.replay.answer.CatalogTable.Contents;
import dev.greenlight.replay.answer.CatalogTable.Seen;
import dev.greenlight.replay.answer.CatalogTable.Unseen;
import dev.greenlight.replay.answer.RelationSearch.Found;
import dev.greenlight.replay.answer.RelationSearch.Wanted;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** pg_inherits (manual 52.27). */
final class InheritanceTable {
    private final RelationSearch search;

    InheritanceTable(RelationSearch search) {
        this.search = search;
    }

    /** A relation and one that it is a part or an heir of. */
    record Inheritance(long child, long parent) {}

    CatalogTable<Inheritance> inherits(QualifiedName table) {
        return new CatalogTable<>(
                table,
                Map.of("inhrelid", pair -> oid(pair.child()), "inhparent", pair -> oid(pair.parent())),
                pins -> inheritance());
    }

    private Contents<Inheritance> inheritance() {
        Found found =
                search.find(new Wanted(Optional.empty(), Optional.empty(), Optional.empty()), ObjectNames.RELATIONS);
        List<Seen<Inheritance>> pairs = new ArrayList<>();
        List<Unseen> unseen = new ArrayList<>();
        for (Seen<Relation> seen : found.seen()) {
            for (long parent : parents(seen.item())) {
                pairs.add(new Seen<>(new Inheritance(seen.item().oid(), parent), seen.doubt()));
            }
            partitions(seen.item(), unseen);
        }
        found.unseen().stream()
                .filter(each -> each.schema() == null || !SystemRelations.isSystemSchema(each.schema()))
                .forEach(each -> unseen.add(new Unseen(Map.of(), each.reason())));
        return new Contents<>(pairs, unseen);
    }

    /** Applications make partitions as time goes on, so that no history shows them all. */
    private static void partitions(Relation relation, List<Unseen> unseen) {
        if (relation instanceof Table own && own.kind() == Table.Kind.PARTITIONED) {
            unseen.add(new Unseen(
                    Map.of("inhparent", oid(own.oid())),
                    "partitions of " + own.name().name()));
        }
    }

    private static List<Long> parents(Relation relation) {
        return switch (relation) {
            case Table own -> own.parents();
            case Index index -> index.parent() == 0 ? List.of() : List.of(index.parent());
            case View view -> List.of();
            case Sequence sequence -> List.of();
        };
    }
}
