package dev.greenlight.catalog;

import dev.greenlight.postgres.QualifiedName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.pcollections.PSortedMap;
import org.pcollections.PSortedSet;
import org.pcollections.TreePMap;
import org.pcollections.TreePSet;

/**
 * The state of a database at one moment: what there is, not how it got there and not what the session is set to. An
 * immutable value; each change gives a new one that shares what did not change. Iteration is in the order of names or
 * of creation, never of hashes.
 */
public final class Catalog {
    private final Relations relations;
    private final PSortedMap<QualifiedName, Type> types;
    private final PSortedMap<QualifiedName, List<Routine>> routines;
    private final PSortedMap<String, Schema> schemas;
    private final PSortedMap<String, String> extensions;
    private final PSortedSet<NamedObject> objects;

    private Catalog(
            Relations relations,
            PSortedMap<QualifiedName, Type> types,
            PSortedMap<QualifiedName, List<Routine>> routines,
            PSortedMap<String, Schema> schemas,
            PSortedMap<String, String> extensions,
            PSortedSet<NamedObject> objects) {
        this.relations = relations;
        this.types = types;
        this.routines = routines;
        this.schemas = schemas;
        this.extensions = extensions;
        this.objects = objects;
    }

    /** A fresh database: the schema {@code public} and nothing in it. */
    public static Catalog fresh() {
        return new Catalog(
                Relations.NONE,
                TreePMap.empty(),
                TreePMap.empty(),
                TreePMap.singleton("public", new Schema("public", null)),
                TreePMap.empty(),
                TreePSet.empty());
    }

    /** The oid that the next relation takes; see {@link #with(Relation)}. */
    public long nextOid() {
        return relations.nextOid();
    }

    /** The same objects; the next relation takes this oid at the earliest. */
    public Catalog withNextOid(long oid) {
        return oid <= nextOid() ? this : with(relations.withNextOid(oid));
    }

    /** All relations, oldest first. */
    public Collection<Relation> relations() {
        return relations.all().values();
    }

    public Optional<Relation> relation(long oid) {
        return relations.find(oid);
    }

    public Optional<Relation> relation(QualifiedName name) {
        return relations.find(name);
    }

    public Stream<Table> tables() {
        return only(Table.class);
    }

    public Stream<View> views() {
        return only(View.class);
    }

    public Optional<Table> table(long oid) {
        return relation(oid).filter(Table.class::isInstance).map(Table.class::cast);
    }

    public Stream<Index> indexesOf(long table) {
        return usersOf(table)
                .filter(Index.class::isInstance)
                .map(Index.class::cast)
                .filter(index -> index.table() == table);
    }

    /** The tables that inherit from this one directly, its partitions included. */
    public Stream<Table> childrenOf(long table) {
        return usersOf(table)
                .filter(Table.class::isInstance)
                .map(Table.class::cast)
                .filter(child -> child.parents().contains(table));
    }

    /**
     * The relations that name another one, oldest first: its indexes and owned sequences, the tables that inherit from
     * it or refer to it, itself if it does, the views that read it, what has an expression with it.
     */
    public Stream<Relation> usersOf(long relation) {
        return relations.find(relations.users().of(relation));
    }

    /** The relations that name a type which is not built in: tables with a column of it and expressions. */
    public Stream<Relation> usersOfType(QualifiedName type) {
        return relations.find(relations.typeUsers().of(type));
    }

    /** Whether a table of the schema has a constraint of this name. */
    public boolean hasConstraint(QualifiedName name) {
        return !relations.constraints().of(name).isEmpty();
    }

    /** The relations of a schema, in the order of their names. */
    public Stream<Relation> relationsIn(String schema) {
        return relations.in(schema);
    }

    public Collection<Type> types() {
        return types.values();
    }

    /** Whether not one type has changed from this catalog to the other. */
    public boolean hasTypesOf(Catalog other) {
        return types == other.types;
    }

    public Optional<Type> type(QualifiedName name) {
        return Optional.ofNullable(types.get(name));
    }

    /** All routines of one name, which differ in their parameters. */
    public List<Routine> routines(QualifiedName name) {
        return routines.getOrDefault(name, List.of());
    }

    public Stream<Routine> routines() {
        return routines.values().stream().flatMap(List::stream);
    }

    public Optional<Schema> schema(String name) {
        return Optional.ofNullable(schemas.get(name));
    }

    public Collection<Schema> schemas() {
        return schemas.values();
    }

    /** The schema in which an extension is installed. */
    public Optional<String> extension(String name) {
        return Optional.ofNullable(extensions.get(name));
    }

    /** The names of the extensions that are installed, sorted. */
    public Set<String> extensions() {
        return extensions.keySet();
    }

    /** What is there beside relations, types, routines, schemas and extensions, by kind and name. */
    public Collection<NamedObject> objects() {
        return objects;
    }

    public Stream<NamedObject> objects(NamedObject.Kind kind) {
        return objects.stream().filter(object -> object.kind() == kind);
    }

    /** Adds a relation under its oid and name, or puts it in the place of the one with that oid. */
    public Catalog with(Relation relation) {
        return with(relations.with(relation));
    }

    public Catalog without(Relation relation) {
        return with(relations.without(relation));
    }

    private Catalog with(Relations value) {
        return new Catalog(value, types, routines, schemas, extensions, objects);
    }

    public Catalog with(Type type) {
        return withTypes(types.plus(type.name(), type));
    }

    public Catalog withoutType(QualifiedName name) {
        return withTypes(types.minus(name));
    }

    /** Adds a routine, or puts it in the place of the one with the same name and parameters. */
    public Catalog with(Routine routine) {
        List<Routine> overloads = new ArrayList<>(routines(routine.name()));
        overloads.removeIf(other -> other.parameters().equals(routine.parameters()));
        overloads.add(routine);
        return withRoutines(routines.plus(routine.name(), List.copyOf(overloads)));
    }

    public Catalog without(Routine routine) {
        List<Routine> rest = new ArrayList<>(routines(routine.name()));
        rest.remove(routine);
        return withRoutines(
                rest.isEmpty() ? routines.minus(routine.name()) : routines.plus(routine.name(), List.copyOf(rest)));
    }

    public Catalog with(Schema schema) {
        return withSchemas(schemas.plus(schema.name(), schema));
    }

    public Catalog withoutSchema(String name) {
        return withSchemas(schemas.minus(name));
    }

    public Catalog withExtension(String name, String schema) {
        return withExtensions(extensions.plus(name, schema));
    }

    public Catalog withoutExtension(String name) {
        return withExtensions(extensions.minus(name));
    }

    /** Adds an object, or puts it in the place of the one with the same kind and name. */
    public Catalog with(NamedObject object) {
        return withObjects(objects.minus(object).plus(object));
    }

    public Catalog without(NamedObject object) {
        return withObjects(objects.minus(object));
    }

    private <T extends Relation> Stream<T> only(Class<T> type) {
        return relations.all().values().stream().filter(type::isInstance).map(type::cast);
    }

    private Catalog withTypes(PSortedMap<QualifiedName, Type> value) {
        return new Catalog(relations, value, routines, schemas, extensions, objects);
    }

    private Catalog withRoutines(PSortedMap<QualifiedName, List<Routine>> value) {
        return new Catalog(relations, types, value, schemas, extensions, objects);
    }

    private Catalog withSchemas(PSortedMap<String, Schema> value) {
        return new Catalog(relations, types, routines, value, extensions, objects);
    }

    private Catalog withExtensions(PSortedMap<String, String> value) {
        return new Catalog(relations, types, routines, schemas, value, objects);
    }

    private Catalog withObjects(PSortedSet<NamedObject> value) {
        return new Catalog(relations, types, routines, schemas, extensions, value);
    }
}
