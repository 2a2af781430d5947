package dev.greenlight.replay.answer;

import static dev.greenlight.replay.answer.RelationSearch.letter;
import static dev.greenlight.replay.answer.RelationSearch.name;
import static dev.greenlight.replay.answer.RelationSearch.schema;
import static dev.greenlight.replay.answer.RelationSearch.text;

import dev.greenlight.catalog.TableConstraint;
import dev.greenlight.catalog.Type;
import dev.greenlight.postgres.QualifiedName;
import dev.greenlight.postgres.ReferentialAction;
import dev.greenlight.replay.answer.CatalogTable.Contents;
import dev.greenlight.replay.answer.CatalogTable.Seen;
import dev.greenlight.replay.answer.CatalogTable.Unseen;
import dev.greenlight.replay.answer.ConstraintSearch.Item;
import dev.greenlight.replay.answer.RelationSearch.Wanted;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/** pg_constraint and what information_schema shows of it (manual 52.13 and 35). */
final class ConstraintTables {
    private final Sight sight;
    private final ConstraintSearch search;

    ConstraintTables(Sight sight, ConstraintSearch search) {
        this.sight = sight;
        this.search = search;
    }

    CatalogTable<Item> constraints(QualifiedName table) {
        Map<String, Function<Item, Datum>> reads = new HashMap<>();
        reads.put("oid", ConstraintTables::reference);
        reads.put("conname", item -> name(item.constraint().name()));
        reads.put(
                "connamespace",
                item -> RelationTables.namespace(item.table().name().schema()));
        reads.put("contype", item -> letter(kind(item.constraint())));
        reads.put("convalidated", item -> Logic.of(item.constraint().validated()));
        reads.put("conrelid", item -> RelationTables.oid(item.table().oid()));
        reads.put("confrelid", item -> referenced(item.constraint()));
        reads.put("conkey", item -> columns(item.constraint()));
        reads.put("confdeltype", item -> action(item.constraint(), TableConstraint.ForeignKey::onDelete));
        reads.put("confupdtype", item -> action(item.constraint(), TableConstraint.ForeignKey::onUpdate));
        return new CatalogTable<>(table, reads, this::constraints);
    }

    private Contents<Item> constraints(Pins pins) {
        Contents<Item> found = search.find(Wanted.oid(pins, "conrelid"), pins.names("conname"));
        domains(pins.names("conname"), found);
        return found;
    }

    /** Those of domains are of no relation. */
    private void domains(Optional<Set<String>> names, Contents<Item> contents) {
        for (Type type : sight.catalog().types()) {
            if (type instanceof Type.Domain domain
                    && domain.constrained()
                    && (names.isEmpty() || names.get().stream().anyMatch(each -> mayName(domain, each)))) {
                Map<String, Datum> known = Map.of("conrelid", Datum.Number.of(0), "confrelid", Datum.Number.of(0));
                contents.unseen()
                        .add(new Unseen(
                                known,
                                "a constraint of the domain " + domain.name().display()));
            }
        }
    }

    private static boolean mayName(Type.Domain domain, String name) {
        return domain.constraints().contains(name) || name.contains("_not_null");
    }

    private static Datum reference(Item item) {
        String key = item.table().oid() + "." + item.constraint().name();
        return new Datum.Reference(
                Datum.Category.CONSTRAINT,
                key,
                new QualifiedName("", item.constraint().name()),
                false);
    }

    private static String kind(TableConstraint constraint) {
        return switch (constraint) {
            case TableConstraint.Check check -> "c";
            case TableConstraint.Unique unique -> unique.primaryKey() ? "p" : "u";
            case TableConstraint.Exclusion exclusion -> "x";
            case TableConstraint.ForeignKey key -> "f";
        };
    }

    private static Datum referenced(TableConstraint constraint) {
        return constraint instanceof TableConstraint.ForeignKey key
                ? RelationTables.oid(key.referencedTable())
                : Datum.Number.of(0);
    }

    /** In which order those of a CHECK are is not known. */
    private static Datum columns(TableConstraint constraint) {
        List<Integer> numbers = constraint.columns();
        if (numbers.isEmpty()) {
            return new Datum.Null();
        }
        boolean ordered = numbers.size() == 1 || !(constraint instanceof TableConstraint.Check);
        return new Datum.Elements(numbers.stream()
                .<Datum>map(
                        number -> ordered ? Datum.Number.of(number) : new Datum.Unknown("the order of columns", true))
                .toList());
    }

    private static Datum action(
            TableConstraint constraint, Function<TableConstraint.ForeignKey, ReferentialAction> read) {
        return letter(constraint instanceof TableConstraint.ForeignKey key ? letterOf(read.apply(key)) : " ");
    }

    private static String letterOf(ReferentialAction action) {
        return switch (action) {
            case NO_ACTION -> "a";
            case RESTRICT -> "r";
            case CASCADE -> "c";
            case SET_NULL -> "n";
            case SET_DEFAULT -> "d";
        };
    }

    CatalogTable<Item> tableConstraints(QualifiedName table) {
        Map<String, Function<Item, Datum>> reads = named();
        reads.put("table_catalog", item -> CatalogFunctions.database());
        reads.put("table_schema", item -> schema(item.table().name().schema()));
        reads.put("table_name", item -> name(item.table().name().name()));
        reads.put("constraint_type", item -> text(words(item.constraint())));
        return new CatalogTable<>(
                table,
                reads,
                pins -> only(
                        search.find(Wanted.named(pins, "table_schema", "table_name"), pins.names("constraint_name")),
                        constraint -> !(constraint instanceof TableConstraint.Exclusion)));
    }

    private static Map<String, Function<Item, Datum>> named() {
        Map<String, Function<Item, Datum>> reads = new HashMap<>();
        reads.put("constraint_catalog", item -> CatalogFunctions.database());
        reads.put("constraint_schema", item -> schema(item.table().name().schema()));
        reads.put("constraint_name", item -> name(item.constraint().name()));
        return reads;
    }

    private static String words(TableConstraint constraint) {
        return switch (constraint) {
            case TableConstraint.Check check -> "CHECK";
            case TableConstraint.Unique unique -> unique.primaryKey() ? "PRIMARY KEY" : "UNIQUE";
            case TableConstraint.Exclusion exclusion -> "EXCLUDE";
            case TableConstraint.ForeignKey key -> "FOREIGN KEY";
        };
    }

    private static Contents<Item> only(Contents<Item> contents, Predicate<TableConstraint> test) {
        List<Seen<Item>> seen = contents.seen().stream()
                .filter(each -> test.test(each.item().constraint()))
                .toList();
        return new Contents<>(seen, contents.unseen());
    }

    /** Those that are asked for by their own name alone: the view has no table's. */
    private Contents<Item> named(Pins pins, Predicate<TableConstraint> test) {
        return only(search.find(Wanted.named(pins, "constraint_schema", ""), pins.names("constraint_name")), test);
    }

    CatalogTable<Item> referentialConstraints(QualifiedName table) {
        Map<String, Function<Item, Datum>> reads = named();
        reads.put("delete_rule", item -> rule(item.constraint(), TableConstraint.ForeignKey::onDelete));
        reads.put("update_rule", item -> rule(item.constraint(), TableConstraint.ForeignKey::onUpdate));
        return new CatalogTable<>(table, reads, pins -> named(pins, TableConstraint.ForeignKey.class::isInstance));
    }

    private static Datum rule(
            TableConstraint constraint, Function<TableConstraint.ForeignKey, ReferentialAction> read) {
        return constraint instanceof TableConstraint.ForeignKey key
                ? text(read.apply(key).name().replace('_', ' '))
                : new Datum.Null();
    }

    CatalogTable<Item> checkConstraints(QualifiedName table) {
        Map<String, Function<Item, Datum>> reads = named();
        reads.put("check_clause", item -> new Datum.Unknown("a condition as PostgreSQL writes it", true));
        return new CatalogTable<>(table, reads, pins -> {
            Contents<Item> found = named(pins, TableConstraint.Check.class::isInstance);
            domains(pins.names("constraint_name"), found);
            return found;
        });
    }
}
