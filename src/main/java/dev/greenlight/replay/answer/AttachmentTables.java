package dev.greenlight.replay.answer;

import static dev.greenlight.replay.answer.RelationSearch.name;
import static dev.greenlight.replay.answer.RelationSearch.schema;

import dev.greenlight.catalog.Relation;
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
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Triggers, rules and policies (manual 52.57, 52.38, 52.47, 53 and 35). Those of views are not kept. */
final class AttachmentTables {
    private final Sight sight;
    private final RelationSearch search;

    AttachmentTables(Sight sight, RelationSearch search) {
        this.sight = sight;
        this.search = search;
    }

    record Item(Relation table, Table.Attachment attachment) {}

    CatalogTable<Item> triggers(QualifiedName table) {
        Map<String, Function<Item, Datum>> reads = Map.of(
                "tgname", item -> name(item.attachment().name()),
                "tgrelid", item -> RelationTables.oid(item.table().oid()),
                "tgisinternal", item -> Logic.of(false));
        return new CatalogTable<>(table, reads, pins -> {
            Optional<Set<String>> names = pins.names("tgname");
            Contents<Item> found = byOid(pins, "tgrelid", names, Table.Attachment.Type.TRIGGER);
            if (names.isEmpty() || names.get().stream().anyMatch(each -> each.startsWith("RI_"))) {
                found.unseen().add(new Unseen(Map.of("tgisinternal", Logic.of(true)), "triggers of foreign keys"));
            }
            return found;
        });
    }

    CatalogTable<Item> policy(QualifiedName table) {
        return new CatalogTable<>(
                table,
                Map.of(
                        "polname", item -> name(item.attachment().name()),
                        "polrelid", item -> RelationTables.oid(item.table().oid())),
                pins -> byOid(pins, "polrelid", pins.names("polname"), Table.Attachment.Type.POLICY));
    }

    CatalogTable<Item> policies(QualifiedName table) {
        return view(table, "schemaname", "tablename", "policyname", Table.Attachment.Type.POLICY);
    }

    CatalogTable<Item> rules(QualifiedName table) {
        return view(table, "schemaname", "tablename", "rulename", Table.Attachment.Type.RULE);
    }

    private CatalogTable<Item> view(
            QualifiedName table, String schemas, String tables, String names, Table.Attachment.Type type) {
        return new CatalogTable<>(
                table,
                reads(schemas, tables, names),
                pins -> contents(
                        Wanted.named(pins, schemas, tables),
                        pins.names(names),
                        type,
                        (relation, unseen) -> known(relation, unseen, schemas, tables)));
    }

    private static Map<String, Function<Item, Datum>> reads(String schemas, String tables, String names) {
        Map<String, Function<Item, Datum>> reads = new HashMap<>();
        reads.put(schemas, item -> schema(item.table().name().schema()));
        reads.put(tables, item -> name(item.table().name().name()));
        reads.put(names, item -> name(item.attachment().name()));
        return reads;
    }

    /** A row for each event, of which it is not known which they are. */
    CatalogTable<Item> informationTriggers(QualifiedName table) {
        Map<String, Function<Item, Datum>> reads = reads("event_object_schema", "event_object_table", "trigger_name");
        reads.put("trigger_catalog", item -> CatalogFunctions.database());
        reads.put("event_object_catalog", item -> CatalogFunctions.database());
        reads.put("trigger_schema", item -> schema(item.table().name().schema()));
        return new CatalogTable<>(table, reads, pins -> {
            Contents<Item> found = contents(
                    Wanted.named(pins, "event_object_schema", "event_object_table"),
                    pins.names("trigger_name"),
                    Table.Attachment.Type.TRIGGER,
                    (relation, unseen) -> known(relation, unseen, "event_object_schema", "event_object_table"));
            for (Seen<Item> seen : found.seen()) {
                Map<String, Datum> known = new HashMap<>();
                reads.forEach((column, read) -> known.put(column, read.apply(seen.item())));
                found.unseen()
                        .add(new Unseen(
                                known,
                                "the events of " + seen.item().attachment().name()));
            }
            return found;
        });
    }

    private Contents<Item> byOid(Pins pins, String column, Optional<Set<String>> names, Table.Attachment.Type type) {
        return contents(
                Wanted.oid(pins, column),
                names,
                type,
                (relation, unseen) -> relation == null ? Map.of() : Map.of(column, RelationTables.oid(relation.oid())));
    }

    /** What is known of a row that may be there, from its relation or from the name of that. */
    private interface Known {
        Map<String, Datum> of(@Nullable Relation relation, @Nullable UnseenName unseen);
    }

    private static Map<String, Datum> known(
            @Nullable Relation relation, @Nullable UnseenName unseen, String schemas, String tables) {
        if (unseen != null) {
            return RelationTables.unseen(unseen, schemas, tables).known();
        }
        return relation == null
                ? Map.of()
                : Map.of(
                        schemas,
                        schema(relation.name().schema()),
                        tables,
                        name(relation.name().name()));
    }

    private Contents<Item> contents(
            Wanted wanted, Optional<Set<String>> names, Table.Attachment.Type type, Known known) {
        boolean anyTable = wanted.names().isEmpty() && wanted.oids().isEmpty();
        Found found = search.find(wanted, List.of(ObjectType.TABLE, ObjectType.VIEW));
        Contents<Item> contents = new Contents<>(new ArrayList<>(), new ArrayList<>());
        for (Seen<Relation> seen : found.seen()) {
            add(seen, names, type, known, contents);
        }
        for (UnseenName each : found.unseen()) {
            if (!anyTable || each.name() != null || names.isEmpty() || sight.isOpen()) {
                contents.unseen().add(new Unseen(known.of(null, each), each.reason()));
            }
        }
        if (anyTable && mayExist(type, names)) {
            contents.unseen().add(new Unseen(Map.of(), "what other " + type.words() + " there is"));
        }
        return contents;
    }

    private boolean mayExist(Table.Attachment.Type type, Optional<Set<String>> names) {
        ObjectType kind = ObjectType.valueOf(type.name());
        return names.isEmpty()
                ? sight.mayHaveMade(kind)
                : names.get().stream().anyMatch(each -> sight.mayExist(kind, each));
    }

    private void add(
            Seen<Relation> seen,
            Optional<Set<String>> names,
            Table.Attachment.Type type,
            Known known,
            Contents<Item> contents) {
        for (Table.Attachment attachment : seen.item().attachments()) {
            if (attachment.type() == type) {
                contents.seen().add(new Seen<>(new Item(seen.item(), attachment), doubt(attachment, seen.doubt())));
            }
        }
        boolean hides = seen.item() instanceof Table table && !table.columnsKnown()
                || seen.item() instanceof View view && view.origin() == null;
        if (hides || mayExist(type, names)) {
            String reason = "what " + type.words() + " " + seen.item().name().name() + " has";
            contents.unseen().add(new Unseen(known.of(seen.item(), null), reason));
        }
    }

    private @Nullable String doubt(Table.Attachment attachment, @Nullable String doubt) {
        boolean doubtful = attachment.origin() == null
                || sight.mayBeGone(ObjectType.valueOf(attachment.type().name()), attachment.name());
        return doubtful ? "whether " + attachment.name() + " is there" : doubt;
    }
}
