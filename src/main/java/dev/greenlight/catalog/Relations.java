package dev.greenlight.catalog;

import dev.greenlight.postgres.QualifiedName;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pcollections.PSortedMap;
import org.pcollections.TreePMap;

/**
 * The relations of a catalog, by oid and by name, and who of them names whom; an immutable value.
 *
 * @param constraints the tables that have a constraint of a name in a schema
 */
record Relations(
        PSortedMap<Long, Relation> all,
        PSortedMap<QualifiedName, Long> names,
        Users<Long> users,
        Users<QualifiedName> typeUsers,
        Users<QualifiedName> constraints,
        long nextOid) {
    private static final long FIRST_OID = 16384;

    static final Relations NONE =
            new Relations(TreePMap.empty(), TreePMap.empty(), Users.none(), Users.none(), Users.none(), FIRST_OID);

    Optional<Relation> find(long oid) {
        return Optional.ofNullable(all.get(oid));
    }

    Optional<Relation> find(QualifiedName name) {
        return Optional.ofNullable(names.get(name)).map(all::get);
    }

    Stream<Relation> find(Set<Long> oids) {
        return oids.stream().map(all::get);
    }

    /** In the order of their names. */
    Stream<Relation> in(String schema) {
        QualifiedName from = new QualifiedName(schema, "");
        QualifiedName to = new QualifiedName(schema + Character.MIN_VALUE, "");
        Collection<Long> oids = names.subMap(from, to).values();
        return oids.stream().map(all::get);
    }

    Relations with(Relation relation) {
        Relation old = all.get(relation.oid());
        PSortedMap<Long, Relation> changed = all.plus(relation.oid(), relation);
        return mentioning(relation.oid(), old, relation, changed, renamed(old, relation));
    }

    private PSortedMap<QualifiedName, Long> renamed(@Nullable Relation old, Relation relation) {
        if (old != null && old.name().equals(relation.name())) {
            return names;
        }
        PSortedMap<QualifiedName, Long> others = old == null ? names : names.minus(old.name());
        return others.plus(relation.name(), relation.oid());
    }

    /** The same ones; what is added takes this oid or a later one. */
    Relations withNextOid(long oid) {
        return new Relations(all, names, users, typeUsers, constraints, Math.max(nextOid, oid));
    }

    Relations without(Relation relation) {
        Relation old = all.get(relation.oid());
        return mentioning(relation.oid(), old, null, all.minus(relation.oid()), names.minus(relation.name()));
    }

    private Relations mentioning(
            long oid,
            @Nullable Relation old,
            @Nullable Relation relation,
            PSortedMap<Long, Relation> changed,
            PSortedMap<QualifiedName, Long> renamed) {
        Mentions before = Mentions.of(old);
        Mentions after = Mentions.of(relation);
        return new Relations(
                changed,
                renamed,
                users.change(oid, before.relations(), after.relations()),
                typeUsers.change(oid, before.types(), after.types()),
                constraints.change(oid, before.constraints(), after.constraints()),
                Math.max(nextOid, oid + 1));
    }
}
