package dev.greenlight.replay.answer;

import static dev.greenlight.replay.answer.RelationSearch.name;

import dev.greenlight.catalog.Schema;
import dev.greenlight.catalog.Table;
import dev.greenlight.catalog.Type;
import dev.greenlight.catalog.View;
import dev.greenlight.postgres.BuiltInTypes;
import dev.greenlight.postgres.DataType;
import dev.greenlight.postgres.QualifiedName;
import dev.greenlight.postgres.SystemRelations;
import dev.greenlight.replay.answer.CatalogTable.Contents;
import dev.greenlight.replay.answer.CatalogTable.Seen;
import dev.greenlight.replay.answer.CatalogTable.Unseen;
import dev.greenlight.sql.ObjectType;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** pg_type and pg_enum (manual 52.64 and 52.20). Tables and views have types too, those of their rows. */
final class TypeTables {
    private final Sight sight;

    TypeTables(Sight sight) {
        this.sight = sight;
    }

    /** @param type null for the type of a table's or view's rows */
    record Item(QualifiedName name, @Nullable Type type) {}

    record Label(QualifiedName type, String label) {}

    CatalogTable<Item> types(QualifiedName table) {
        return new CatalogTable<>(
                table,
                Map.of(
                        "oid", item -> reference(item.name()),
                        "typname", item -> name(item.name().name()),
                        "typnamespace",
                                item -> RelationTables.namespace(item.name().schema()),
                        "typtype", TypeTables::kind),
                this::types);
    }

    private static Datum reference(QualifiedName type) {
        return ObjectNames.reference(new DataType(type, List.of(), false)).printing(false);
    }

    private static Datum kind(Item item) {
        Type type = item.type();
        if (type == null) {
            return RelationSearch.letter("c");
        }
        return switch (type) {
            case Type.Enum labels -> RelationSearch.letter("e");
            case Type.Domain domain -> RelationSearch.letter("d");
            case Type.Composite composite -> RelationSearch.letter("c");
            case Type.Other other ->
                new Datum.Unknown("the kind of the type " + other.name().display(), true);
        };
    }

    private Contents<Item> types(Pins pins) {
        Contents<Item> contents = new Contents<>(new ArrayList<>(), new ArrayList<>());
        Optional<Set<String>> names = pins.names("typname");
        all().filter(item -> names.isEmpty() || names.get().contains(item.name().name()))
                .forEach(item -> see(item, contents));
        if (names.isEmpty()) {
            contents.unseen()
                    .add(new Unseen(
                            Map.of("typnamespace", RelationTables.namespace("pg_catalog")), "the types of the system"));
            contents.unseen().add(new Unseen(Map.of(), "what other types there are"));
        } else {
            names.get().stream().sorted().forEach(each -> unseen(each, contents));
        }
        return contents;
    }

    private Stream<Item> all() {
        Stream<Item> own = sight.catalog().types().stream().map(type -> new Item(type.name(), type));
        Stream<Item> rows = sight.catalog().relations().stream()
                .filter(relation -> relation.origin() != null)
                .filter(relation -> relation instanceof Table || relation instanceof View)
                .map(relation -> new Item(relation.name(), null));
        return Stream.concat(own, rows);
    }

    private void see(Item item, Contents<Item> contents) {
        String name = item.name().name();
        Type type = item.type();
        boolean assumed = type != null && type.origin() == null;
        ObjectType kind = type == null ? ObjectType.TABLE : ObjectType.TYPE;
        boolean doubtful = assumed || sight.mayBeGone(kind, name);
        if (assumed) {
            contents.unseen().add(new Unseen(Map.of("typname", name(name)), mayBe(name)));
        } else {
            contents.seen().add(new Seen<>(item, doubtful ? mayBe(name) : null));
        }
    }

    private static String mayBe(String name) {
        return "whether the type " + name + " is there";
    }

    private void unseen(String name, Contents<Item> contents) {
        boolean system =
                BuiltInTypes.find(name).isPresent() || SystemRelations.exists(new QualifiedName("pg_catalog", name));
        if (system) {
            Map<String, Datum> known =
                    Map.of("typname", name(name), "typnamespace", RelationTables.namespace("pg_catalog"));
            contents.unseen().add(new Unseen(known, "the type " + name + " of the system"));
        }
        boolean there = all().anyMatch(item -> item.name().name().equals(name));
        boolean made = sight.mayExist(ObjectType.TYPE, name) || sight.mayExist(ObjectType.TABLE, name);
        boolean other = schemas().stream()
                .map(schema -> new QualifiedName(schema, name))
                .filter(candidate -> all().noneMatch(item -> item.name().equals(candidate)))
                .anyMatch(sight::assumes);
        if (!there && (made || sight.mayBringType(name)) || other || isArray(name)) {
            contents.unseen().add(new Unseen(Map.of("typname", name(name)), mayBe(name)));
        }
    }

    /** An array type has the name of its elements behind an underscore. */
    private static boolean isArray(String name) {
        return name.startsWith("_");
    }

    private Set<String> schemas() {
        Set<String> schemas = new LinkedHashSet<>();
        sight.catalog().schemas().stream().map(Schema::name).forEach(schemas::add);
        return schemas;
    }

    CatalogTable<Label> labels(QualifiedName table) {
        return new CatalogTable<>(
                table,
                Map.of(
                        "enumtypid", label -> reference(label.type()),
                        "enumlabel", label -> name(label.label())),
                pins -> labels(pins.keys("enumtypid", Datum.Category.TYPE), pins.names("enumlabel")));
    }

    private Contents<Label> labels(Optional<Set<String>> types, Optional<Set<String>> labels) {
        Contents<Label> contents = new Contents<>(new ArrayList<>(), new ArrayList<>());
        for (Type type : sight.catalog().types()) {
            if (types.isPresent() && !types.get().contains(type.name().toString())) {
                continue;
            }
            if (type instanceof Type.Enum enumeration) {
                add(enumeration, labels, contents);
            } else if (type instanceof Type.Other other) {
                contents.unseen()
                        .add(new Unseen(
                                Map.of("enumtypid", reference(other.name())),
                                "the labels of " + other.name().display()));
            }
        }
        if (types.isEmpty() && (sight.isOpen() || sight.mayHaveMade(ObjectType.TYPE))) {
            contents.unseen().add(new Unseen(Map.of(), "what other labels there are"));
        }
        return contents;
    }

    private void add(Type.Enum type, Optional<Set<String>> asked, Contents<Label> contents) {
        for (String label : type.labels()) {
            boolean doubtful = type.origin() == null
                    || sight.mayBeGone(ObjectType.TYPE, label)
                    || sight.mayBeGone(ObjectType.TYPE, type.name().name());
            contents.seen()
                    .add(new Seen<>(
                            new Label(type.name(), label),
                            doubtful ? "whether the label " + label + " is there" : null));
        }
        boolean more = asked.isPresent()
                ? asked.get().stream()
                        .anyMatch(each -> !type.labels().contains(each) && sight.mayExist(ObjectType.TYPE, each))
                : sight.mayHaveMade(ObjectType.TYPE);
        if (more) {
            contents.unseen()
                    .add(new Unseen(
                            Map.of("enumtypid", reference(type.name())),
                            "what other labels " + type.name().name() + " has"));
        }
    }
}
