package dev.greenlight.replay.answer;

import dev.greenlight.catalog.Column;
import dev.greenlight.catalog.Origin;
import dev.greenlight.catalog.Relation;
import dev.greenlight.catalog.Schema;
import dev.greenlight.catalog.Table;
import dev.greenlight.catalog.TableConstraint;
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
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds constraints by their names and their tables. PostgreSQL 18 has those of NOT NULL among them; our catalog does
 * not know their names, so they are among what may be there.
 */
final class ConstraintSearch {
    private final Sight sight;
    private final RelationSearch search;

    ConstraintSearch(Sight sight, RelationSearch search) {
        this.sight = sight;
        this.search = search;
    }

    record Item(Table table, TableConstraint constraint) {}

    /**
     * @param tables those asked for
     * @param names those of the constraints; empty where all are asked for
     */
    Contents<Item> find(Wanted tables, Optional<Set<String>> names) {
        boolean anyTable = tables.names().isEmpty() && tables.oids().isEmpty();
        Contents<Item> contents = new Contents<>(new ArrayList<>(), new ArrayList<>());
        Found found = search.find(tables, List.of(ObjectType.TABLE));
        for (Seen<Relation> seen : found.seen()) {
            if (seen.item() instanceof Table table) {
                add(table, seen.doubt(), names, !anyTable, contents);
            }
        }
        if (!anyTable) {
            found.unseen().forEach(each -> contents.unseen().add(unseen(each)));
        } else if (names.isEmpty() || names.get().stream().anyMatch(name -> mayBeAnywhere(name, found))) {
            contents.unseen().add(new Unseen(Map.of(), "what other constraints there are"));
        }
        return contents;
    }

    private static Unseen unseen(UnseenName table) {
        return new Unseen(
                RelationTables.unseen(table, "table_schema", "table_name").known(), table.reason());
    }

    /** On a table that is not seen, or on one of which not all is known. */
    private boolean mayBeAnywhere(String name, Found tables) {
        return sight.isOpen()
                || sight.mayExist(ObjectType.CONSTRAINT, name)
                || isChosen(name)
                || tables.unseen().stream().anyMatch(each -> each.name() != null)
                || sight.catalog().schemas().stream().map(Schema::name).anyMatch(sight::isForeign)
                || tables.seen().stream().anyMatch(seen -> seen.item() instanceof Table table && !table.columnsKnown());
    }

    /** Whether PostgreSQL may have given the name to a constraint of a table that may have been made unseen. */
    private boolean isChosen(String name) {
        for (int at = name.indexOf('_'); at >= 0; at = name.indexOf('_', at + 1)) {
            if (sight.mayExist(ObjectType.TABLE, name.substring(0, at))) {
                return true;
            }
        }
        return false;
    }

    private void add(
            Table table, @Nullable String doubt, Optional<Set<String>> names, boolean asked, Contents<Item> contents) {
        for (TableConstraint constraint : table.constraints()) {
            if (names.isEmpty() || names.get().contains(constraint.name())) {
                boolean doubtful =
                        constraint.origin() == null || sight.mayBeGone(ObjectType.CONSTRAINT, constraint.name());
                String why = doubtful ? "whether " + constraint.name() + " is there" : doubt;
                contents.seen().add(new Seen<>(new Item(table, constraint), why));
            }
        }
        if (asked && mayHaveMore(table, names)) {
            Map<String, Datum> known = known(table);
            contents.unseen()
                    .add(new Unseen(
                            known, "what other constraints " + table.name().name() + " has"));
        }
        notNulls(table, names, contents);
        triggers(table, names, contents);
    }

    private boolean mayHaveMore(Table table, Optional<Set<String>> names) {
        if (names.isEmpty()) {
            return !table.columnsKnown() || sight.mayHaveMade(ObjectType.CONSTRAINT);
        }
        return names.get().stream()
                .filter(name -> table.constraint(name).isEmpty())
                .anyMatch(
                        name -> !table.columnsKnown() || sight.mayExist(ObjectType.CONSTRAINT, name) || isChosen(name));
    }

    static Map<String, Datum> known(Table table) {
        Map<String, Datum> known = new HashMap<>();
        known.put("conrelid", RelationTables.oid(table.oid()));
        known.put("connamespace", RelationTables.namespace(table.name().schema()));
        known.put("table_schema", RelationSearch.schema(table.name().schema()));
        known.put("constraint_schema", RelationSearch.schema(table.name().schema()));
        known.put("table_name", RelationSearch.name(table.name().name()));
        return known;
    }

    private static void notNulls(Table table, Optional<Set<String>> names, Contents<Item> contents) {
        for (Column column : table.columns()) {
            boolean asked = names.isEmpty() || names.get().stream().anyMatch(name -> mayName(column, name));
            if (column.notNull() && asked) {
                Map<String, Datum> known = known(table);
                known.put("contype", RelationSearch.letter("n"));
                known.put("constraint_type", RelationSearch.text("CHECK"));
                known.put("conkey", new Datum.Elements(List.of(Datum.Number.of(column.number()))));
                contents.unseen().add(new Unseen(known, "the NOT NULL of " + column.name()));
            }
        }
    }

    /** Whether the NOT NULL of a column may have this name: one that was written, or PostgreSQL's own. */
    private static boolean mayName(Column column, String name) {
        Origin origin = column.origin();
        return name.contains("_not_null")
                || origin == null
                || origin.file().text(origin.span()).toLowerCase(Locale.ROOT).contains("constraint")
                        && origin.file().text(origin.span()).contains(name);
    }

    /** A constraint trigger has a row too. */
    private static void triggers(Table table, Optional<Set<String>> names, Contents<Item> contents) {
        for (Table.Attachment attachment : table.attachments()) {
            boolean asked = names.isEmpty() || names.get().contains(attachment.name());
            if (asked && attachment.type() == Table.Attachment.Type.TRIGGER) {
                Map<String, Datum> known = known(table);
                known.put("contype", RelationSearch.letter("t"));
                known.put("constraint_type", RelationSearch.text("TRIGGER"));
                known.put("conname", RelationSearch.name(attachment.name()));
                known.put("constraint_name", RelationSearch.name(attachment.name()));
                contents.unseen().add(new Unseen(known, "whether " + attachment.name() + " is a constraint"));
            }
        }
    }
}
