package dev.greenlight.replay.answer;

import dev.greenlight.catalog.Relation;
import dev.greenlight.catalog.Schema;
import dev.greenlight.postgres.QualifiedName;
import dev.greenlight.postgres.SystemRelations;
import dev.greenlight.replay.answer.CatalogTable.Seen;
import dev.greenlight.sql.ObjectType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the relations that may have certain names: those that are there, those that may be gone, and the names that
 * something unseen may have, in which schema.
 */
final class RelationSearch {
    /** As it is called here; on a server it has a number behind it. */
    static final String TEMPORARY = "pg_temp";

    private static final List<String> SYSTEM = List.of("pg_catalog", "information_schema", "pg_toast");

    private final Sight sight;
    private final Map<Question, Found> answers = new HashMap<>();

    RelationSearch(Sight sight) {
        this.sight = sight;
    }

    /** Which relations are asked for; all where nothing is said. */
    record Wanted(Optional<Set<String>> schemas, Optional<Set<String>> names, Optional<Set<String>> oids) {
        static Wanted named(Pins pins, String schemaColumn, String nameColumn) {
            return new Wanted(pins.names(schemaColumn), pins.names(nameColumn), Optional.empty());
        }

        static Wanted oid(Pins pins, String column) {
            return new Wanted(Optional.empty(), Optional.empty(), pins.keys(column, Datum.Category.RELATION));
        }

        boolean includesSchema(String schema) {
            return schemas.isEmpty() || schemas.get().contains(schema);
        }
    }

    /**
     * @param schema null where it may be any
     * @param name null where it may be any
     */
    record UnseenName(@Nullable String schema, @Nullable String name, String reason) {}

    record Found(List<Seen<Relation>> seen, List<UnseenName> unseen) {}

    private record Question(Wanted wanted, List<ObjectType> types) {}

    /** A join asks the same again for each row of the other side. */
    Found find(Wanted wanted, List<ObjectType> types) {
        return answers.computeIfAbsent(new Question(wanted, types), asked -> search(wanted, types));
    }

    private Found search(Wanted wanted, List<ObjectType> types) {
        Found found = new Found(new ArrayList<>(), new ArrayList<>());
        if (wanted.oids().isPresent()) {
            wanted.oids().get().stream().sorted().forEach(oid -> byOid(oid, found));
        } else if (wanted.names().isPresent()) {
            wanted.names().get().stream().sorted().forEach(name -> byName(name, wanted, types, found));
        } else {
            all(wanted, types, found);
        }
        return new Found(List.copyOf(found.seen()), List.copyOf(found.unseen()));
    }

    /** One of the system has its name for a key. */
    private void byOid(String key, Found found) {
        boolean own = key.chars().allMatch(Character::isDigit);
        Optional<Relation> relation = own ? sight.catalog().relation(Long.parseLong(key)) : Optional.empty();
        relation.ifPresent(there -> see(there, found));
        if (relation.isEmpty()) {
            found.unseen().add(new UnseenName(null, null, "what " + key + " is"));
        }
    }

    private void see(Relation relation, Found found) {
        String name = relation.name().name();
        if (relation.origin() == null) {
            found.unseen().add(new UnseenName(null, name, mayBe(name)));
            return;
        }
        boolean doubtful = ObjectNames.RELATIONS.stream().anyMatch(type -> sight.mayBeGone(type, name));
        found.seen().add(new Seen<>(relation, doubtful ? "whether " + name + " is still there" : null));
    }

    private static String mayBe(String name) {
        return "whether " + name + " is there";
    }

    private void byName(String name, Wanted wanted, List<ObjectType> types, Found found) {
        boolean mayExist = types.stream().anyMatch(type -> sight.mayExist(type, name));
        int before = found.seen().size();
        for (String schema : schemas(wanted)) {
            QualifiedName candidate = new QualifiedName(schema, name);
            Optional<Relation> relation = sight.catalog().relation(candidate);
            if (relation.isPresent()) {
                see(relation.get(), found);
            } else if (SystemRelations.exists(candidate)
                    || !schema.equals(TEMPORARY) && (mayExist || sight.assumes(candidate))) {
                found.unseen().add(new UnseenName(schema, name, mayBe(name)));
            }
        }
        boolean anywhere =
                wanted.schemas().isEmpty() && mayExist && found.seen().size() == before;
        if (anywhere || name.startsWith("pg_") && wanted.schemas().isEmpty()) {
            found.unseen().add(new UnseenName(null, name, mayBe(name)));
        }
    }

    private Set<String> schemas(Wanted wanted) {
        if (wanted.schemas().isPresent()) {
            return wanted.schemas().get();
        }
        Set<String> schemas = new LinkedHashSet<>();
        sight.catalog().schemas().stream().map(Schema::name).forEach(schemas::add);
        schemas.add(TEMPORARY);
        schemas.addAll(SYSTEM);
        return schemas;
    }

    private void all(Wanted wanted, List<ObjectType> types, Found found) {
        relations(wanted).forEach(relation -> see(relation, found));
        boolean more = sight.isOpen() || types.stream().anyMatch(sight::mayHaveMade);
        for (String schema : schemas(wanted)) {
            boolean system = SystemRelations.isSystemSchema(schema) && !schema.equals(TEMPORARY);
            if (system || !schema.equals(TEMPORARY) && (more || sight.isForeign(schema))) {
                found.unseen().add(new UnseenName(schema, null, "what else is in " + schema));
            }
        }
        if (more && wanted.schemas().isEmpty()) {
            found.unseen().add(new UnseenName(null, null, "what else is there"));
        }
    }

    private Stream<Relation> relations(Wanted wanted) {
        return wanted.schemas().isPresent()
                ? wanted.schemas().get().stream().sorted().flatMap(sight.catalog()::relationsIn)
                : sight.catalog().relations().stream();
    }

    /** A schema's name as text; of the temporary one it is not known. */
    static Datum schema(String name) {
        return name.equals(TEMPORARY)
                ? new Datum.Unknown("the name of the temporary schema", true)
                : Datum.Text.of(name, Datum.Kind.NAME);
    }

    static Datum name(String name) {
        return Datum.Text.of(name, Datum.Kind.NAME);
    }

    static Datum text(String text) {
        return Datum.Text.of(text, Datum.Kind.TEXT);
    }

    static Datum letter(String letter) {
        return Datum.Text.of(letter, Datum.Kind.CHAR);
    }

    static Datum yesOrNo(boolean yes) {
        return text(yes ? "YES" : "NO");
    }
}
