package dev.greenlight.replay;

import dev.greenlight.catalog.Catalog;
import dev.greenlight.catalog.Column;
import dev.greenlight.catalog.NamedObject;
import dev.greenlight.catalog.Relation;
import dev.greenlight.catalog.Routine;
import dev.greenlight.catalog.Schema;
import dev.greenlight.catalog.Table;
import dev.greenlight.catalog.TableConstraint;
import dev.greenlight.catalog.Type;
import dev.greenlight.catalog.View;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The database behind code that may have gone one way or another: it has what either way leads to, and in doubt is what
 * only one of them does. Both begin with the same objects, and what they make has other oids.
 */
final class DatabaseUnion {
    private final Set<String> mayBe = new LinkedHashSet<>();
    private final Set<String> mayBeGone = new LinkedHashSet<>();

    private DatabaseUnion() {}

    static Database of(Database one, Database other) {
        if (one == other) {
            return one;
        }
        DatabaseUnion union = new DatabaseUnion();
        Catalog catalog = one.catalog() == other.catalog() ? one.catalog() : union.of(one.catalog(), other.catalog());
        Doubt doubt =
                one.doubt().and(other.doubt()).and(Doubt.ofMade(union.mayBe)).and(Doubt.ofGone(union.mayBeGone));
        Database joined = one.with(catalog).with(doubt);
        for (long oid : other.dropOnCommit()) {
            joined = joined.withDropOnCommit(oid);
        }
        return joined;
    }

    private Catalog of(Catalog one, Catalog other) {
        Catalog all = one.withNextOid(other.nextOid());
        all = relations(one, other, all);
        all = types(one, other, all);
        all = routines(one, other, all);
        all = schemas(one, other, all);
        all = objects(one, other, all);
        return extensions(one, other, all);
    }

    private Catalog relations(Catalog one, Catalog other, Catalog all) {
        Catalog joined = all;
        for (Relation theirs : other.relations()) {
            Relation mine = one.relation(theirs.oid()).orElse(null);
            if (mine == null) {
                mayBeGone.add(theirs.name().name());
                joined = joined.relation(theirs.name()).isPresent() ? joined : joined.with(theirs);
            } else if (mine != theirs) {
                differ(mine, theirs);
            }
        }
        one.relations().stream()
                .filter(mine -> other.relation(mine.oid()).isEmpty())
                .forEach(mine -> mayBeGone.add(mine.name().name()));
        return joined;
    }

    private void differ(Relation mine, Relation theirs) {
        differ(List.of(mine.name().name()), List.of(theirs.name().name()));
        differ(parts(mine), parts(theirs));
    }

    private void differ(Collection<String> mine, Collection<String> theirs) {
        theirs.stream().filter(name -> !mine.contains(name)).forEach(mayBe::add);
        mine.stream().filter(name -> !theirs.contains(name)).forEach(mayBeGone::add);
    }

    private static List<String> parts(Relation relation) {
        return switch (relation) {
            case Table table ->
                Stream.of(
                                table.columns().stream().map(Column::name),
                                table.constraints().stream().map(TableConstraint::name),
                                table.attachments().stream().map(Table.Attachment::name))
                        .flatMap(names -> names)
                        .toList();
            case View view ->
                Stream.concat(
                                Stream.ofNullable(view.columns()).flatMap(List::stream),
                                view.attachments().stream().map(Table.Attachment::name))
                        .toList();
            default -> List.of();
        };
    }

    private Catalog types(Catalog one, Catalog other, Catalog all) {
        if (one.hasTypesOf(other)) {
            return all;
        }
        Catalog joined = all;
        for (Type theirs : other.types()) {
            Type mine = one.type(theirs.name()).orElse(null);
            if (mine == null) {
                mayBeGone.add(theirs.name().name());
                joined = joined.with(theirs);
            } else {
                differ(parts(mine), parts(theirs));
            }
        }
        one.types().stream()
                .filter(mine -> other.type(mine.name()).isEmpty())
                .forEach(mine -> mayBeGone.add(mine.name().name()));
        return joined;
    }

    private static List<String> parts(Type type) {
        return switch (type) {
            case Type.Enum labels -> labels.labels();
            case Type.Domain domain -> domain.constraints();
            case Type.Composite composite ->
                composite.attributes().stream().map(Column::name).toList();
            case Type.Other ignored -> List.of();
        };
    }

    private Catalog routines(Catalog one, Catalog other, Catalog all) {
        Catalog joined = all;
        for (Routine theirs : other.routines().toList()) {
            if (!one.routines(theirs.name()).contains(theirs)) {
                mayBeGone.add(theirs.name().name());
                mayBe.add(theirs.name().name());
                joined = has(one, theirs) ? joined : joined.with(theirs);
            }
        }
        one.routines()
                .filter(mine -> !other.routines(mine.name()).contains(mine))
                .forEach(mine -> mayBeGone.add(mine.name().name()));
        return joined;
    }

    private static boolean has(Catalog catalog, Routine routine) {
        return catalog.routines(routine.name()).stream()
                .anyMatch(other -> other.parameters().equals(routine.parameters()));
    }

    private Catalog schemas(Catalog one, Catalog other, Catalog all) {
        Catalog joined = all;
        for (Schema theirs : other.schemas()) {
            if (one.schema(theirs.name()).isEmpty()) {
                mayBeGone.add(theirs.name());
                joined = joined.with(theirs);
            }
        }
        one.schemas().stream()
                .map(Schema::name)
                .filter(mine -> other.schema(mine).isEmpty())
                .forEach(mayBeGone::add);
        return joined;
    }

    private Catalog objects(Catalog one, Catalog other, Catalog all) {
        Catalog joined = all;
        for (NamedObject theirs : other.objects()) {
            if (!isRole(theirs) && !one.objects().contains(theirs)) {
                mayBeGone.add(theirs.name().name());
                joined = joined.with(theirs);
            }
        }
        one.objects().stream()
                .filter(mine -> !isRole(mine) && !other.objects().contains(mine))
                .forEach(mine -> mayBeGone.add(mine.name().name()));
        return roles(one, other, joined);
    }

    private static boolean isRole(NamedObject object) {
        return object.kind() == NamedObject.Kind.ROLE;
    }

    /** A role certainly has what both have given to it. */
    private static Catalog roles(Catalog one, Catalog other, Catalog all) {
        Catalog joined = all;
        for (NamedObject mine : one.objects(NamedObject.Kind.ROLE).toList()) {
            List<String> certain = other.objects(NamedObject.Kind.ROLE)
                    .filter(theirs -> theirs.compareTo(mine) == 0)
                    .flatMap(theirs -> theirs.parts().stream())
                    .filter(mine.parts()::contains)
                    .toList();
            joined = joined.with(mine.withParts(certain));
        }
        return joined;
    }

    private Catalog extensions(Catalog one, Catalog other, Catalog all) {
        Catalog joined = all;
        for (String theirs : other.extensions()) {
            if (one.extension(theirs).isEmpty()) {
                mayBeGone.add(theirs);
                joined = joined.withExtension(theirs, other.extension(theirs).orElseThrow());
            }
        }
        one.extensions().stream()
                .filter(mine -> other.extension(mine).isEmpty())
                .forEach(mayBeGone::add);
        return joined;
    }
}
