package dev.greenlight.replay.answer;

import static dev.greenlight.replay.answer.RelationSearch.name;
import static dev.greenlight.replay.answer.RelationSearch.schema;
import static dev.greenlight.replay.answer.RelationSearch.text;

import dev.greenlight.catalog.Routine;
import dev.greenlight.catalog.Schema;
import dev.greenlight.postgres.BuiltInFunctions;
import dev.greenlight.postgres.QualifiedName;
import dev.greenlight.replay.answer.CatalogTable.Contents;
import dev.greenlight.replay.answer.CatalogTable.Seen;
import dev.greenlight.replay.answer.CatalogTable.Unseen;
import dev.greenlight.sql.ObjectType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Schemas, types, routines and extensions (manual 52.32, 52.64, 52.39 and 52.22). */
final class ObjectTables {
    private static final List<String> SYSTEM_SCHEMAS = List.of("pg_catalog", "information_schema", "pg_toast");

    private final Sight sight;
    private final TypeTables types;

    ObjectTables(Sight sight) {
        this.sight = sight;
        this.types = new TypeTables(sight);
    }

    CatalogTable<TypeTables.Item> types(QualifiedName table) {
        return types.types(table);
    }

    CatalogTable<TypeTables.Label> labels(QualifiedName table) {
        return types.labels(table);
    }

    CatalogTable<String> namespaces(QualifiedName table) {
        return new CatalogTable<>(
                table,
                Map.of("oid", RelationTables::namespace, "nspname", RelationSearch::name),
                pins -> schemas(pins.keys("oid", Datum.Category.SCHEMA).or(() -> pins.names("nspname")), "nspname"));
    }

    CatalogTable<String> schemata(QualifiedName table) {
        return new CatalogTable<>(
                table,
                Map.of("catalog_name", schema -> CatalogFunctions.database(), "schema_name", RelationSearch::name),
                pins -> schemas(pins.names("schema_name"), "schema_name"));
    }

    private Contents<String> schemas(Optional<Set<String>> names, String column) {
        Contents<String> contents = new Contents<>(new ArrayList<>(), new ArrayList<>());
        for (String system : SYSTEM_SCHEMAS) {
            contents.seen().add(new Seen<>(system, null));
        }
        for (Schema each : sight.catalog().schemas()) {
            boolean certain = each.origin() != null || each.name().equals("public");
            boolean doubtful = !certain || sight.mayBeGone(ObjectType.SCHEMA, each.name());
            contents.seen().add(new Seen<>(each.name(), doubtful ? mayBe(each.name()) : null));
        }
        if (names.isEmpty()) {
            contents.unseen().add(new Unseen(Map.of(), "what other schemas there are"));
        } else {
            names.get().stream()
                    .sorted()
                    .filter(this::mayHaveSchema)
                    .forEach(each -> contents.unseen().add(new Unseen(Map.of(column, name(each)), mayBe(each))));
        }
        return contents;
    }

    private static String mayBe(String schema) {
        return "whether the schema " + schema + " is there";
    }

    private boolean mayHaveSchema(String name) {
        return sight.catalog().schema(name).isEmpty()
                && !SYSTEM_SCHEMAS.contains(name)
                && (sight.mayHaveSchema(name) || name.startsWith("pg_"));
    }

    CatalogTable<Routine> routines(QualifiedName table) {
        return new CatalogTable<>(
                table,
                Map.of(
                        "proname", routine -> name(routine.name().name()),
                        "pronamespace",
                                routine ->
                                        RelationTables.namespace(routine.name().schema()),
                        "prokind", ObjectTables::kind),
                pins -> routines(
                        pins.keys("pronamespace", Datum.Category.SCHEMA),
                        pins.names("proname"),
                        Map.of("pronamespace", RelationTables.namespace("pg_catalog"))));
    }

    /** Of window functions the catalog does not know that they are. */
    private static Datum kind(Routine routine) {
        return switch (routine.kind()) {
            case "procedure" -> RelationSearch.letter("p");
            case "aggregate" -> RelationSearch.letter("a");
            default -> RelationSearch.letter("f");
        };
    }

    CatalogTable<Routine> informationRoutines(QualifiedName table) {
        return new CatalogTable<>(
                table,
                Map.of(
                        "routine_catalog", routine -> CatalogFunctions.database(),
                        "routine_schema", routine -> schema(routine.name().schema()),
                        "routine_name", routine -> name(routine.name().name()),
                        "routine_type", ObjectTables::routineType),
                pins -> routines(
                        pins.names("routine_schema"),
                        pins.names("routine_name"),
                        Map.of("routine_schema", schema("pg_catalog"))));
    }

    private static Datum routineType(Routine routine) {
        return routine.kind().equals("aggregate")
                ? new Datum.Null()
                : text(routine.kind().toUpperCase(Locale.ROOT));
    }

    /** @param system what is known of the system's own */
    private Contents<Routine> routines(
            Optional<Set<String>> schemas, Optional<Set<String>> names, Map<String, Datum> system) {
        Contents<Routine> contents = new Contents<>(new ArrayList<>(), new ArrayList<>());
        sight.catalog()
                .routines()
                .filter(routine ->
                        names.isEmpty() || names.get().contains(routine.name().name()))
                .forEach(routine -> contents.seen().add(new Seen<>(routine, doubt(routine))));
        if (names.isEmpty() || names.get().stream().anyMatch(BuiltInFunctions::exists)) {
            contents.unseen().add(new Unseen(system, "the functions of the system"));
        }
        boolean more = names.isEmpty()
                ? sight.isOpen()
                        || sight.mayHaveMade(ObjectType.FUNCTION)
                        || !sight.catalog().extensions().isEmpty()
                : names.get().stream().anyMatch(this::mayHaveRoutine);
        if (more || schemas(schemas).stream().anyMatch(sight::isForeign)) {
            contents.unseen().add(new Unseen(Map.of(), "what other functions there are"));
        }
        return contents;
    }

    private Set<String> schemas(Optional<Set<String>> asked) {
        return asked.orElseGet(() ->
                Set.copyOf(sight.catalog().schemas().stream().map(Schema::name).toList()));
    }

    /** A routine that no migration makes is somebody else's, or an extension's. */
    private boolean mayHaveRoutine(String name) {
        return sight.isOpen()
                        && sight.catalog()
                                .routines()
                                .noneMatch(each -> each.name().name().equals(name))
                || sight.mayExist(ObjectType.FUNCTION, name)
                || sight.mayBringFunction(name);
    }

    private @Nullable String doubt(Routine routine) {
        String name = routine.name().name();
        boolean doubtful = routine.origin() == null || sight.mayBeGone(ObjectType.FUNCTION, name);
        return doubtful ? "whether " + name + "() is there" : null;
    }

    /** One that every database has is PL/pgSQL's (manual 41). */
    CatalogTable<String> extensions(QualifiedName table) {
        return new CatalogTable<>(table, Map.of("extname", RelationSearch::name), pins -> {
            Contents<String> contents = new Contents<>(new ArrayList<>(), new ArrayList<>());
            contents.seen().add(new Seen<>("plpgsql", null));
            for (String extension : sight.catalog().extensions()) {
                boolean doubtful = sight.mayBeGone(ObjectType.EXTENSION, extension);
                contents.seen().add(new Seen<>(extension, doubtful ? "whether " + extension + " is there" : null));
            }
            Optional<Set<String>> names = pins.names("extname");
            boolean more = names.isEmpty() || names.get().stream().anyMatch(this::mayHaveExtension);
            if (more) {
                contents.unseen().add(new Unseen(Map.of(), "what other extensions are installed"));
            }
            return contents;
        });
    }

    private boolean mayHaveExtension(String name) {
        return !name.equals("plpgsql") && sight.catalog().extension(name).isEmpty() && sight.mayHaveExtension(name);
    }
}
