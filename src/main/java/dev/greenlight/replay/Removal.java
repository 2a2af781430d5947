package dev.greenlight.replay;

import dev.greenlight.catalog.Catalog;
import dev.greenlight.catalog.Index;
import dev.greenlight.catalog.TableConstraint;
import dev.greenlight.postgres.PostgresVersion;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Everything that goes when some objects are dropped, found by following dependencies as DROP does (manual 5.15). It
 * decides nothing and changes nothing: the caller asks whether RESTRICT would refuse, or runs the drops in their order.
 */
final class Removal {
    private final Catalog catalog;
    private final PostgresVersion version;
    private final Set<ObjectAddress> roots;
    private final Set<ObjectAddress> automatic;
    private final LinkedHashSet<ObjectAddress> all = new LinkedHashSet<>();

    private Removal(Catalog catalog, PostgresVersion version, Collection<? extends ObjectAddress> roots) {
        this.catalog = catalog;
        this.version = version;
        this.roots = new LinkedHashSet<>(roots);
        this.automatic = new HashSet<>(roots);
    }

    static Removal of(Catalog catalog, PostgresVersion version, Collection<? extends ObjectAddress> roots) {
        Removal removal = new Removal(catalog, version, roots);
        removal.roots.forEach(removal::follow);
        return removal;
    }

    private record Visit(ObjectAddress object, Iterator<Dependents.Dependent> rest) {}

    /** Depth first and without recursion: views may stand on one another in any number. */
    private void follow(ObjectAddress root) {
        Dependents dependents = new Dependents(catalog, version);
        Set<ObjectAddress> seen = new HashSet<>(all);
        Deque<Visit> path = new ArrayDeque<>();
        if (seen.add(root)) {
            path.push(new Visit(root, dependents.of(root).iterator()));
        }
        while (!path.isEmpty()) {
            Visit visit = path.peek();
            if (!visit.rest().hasNext()) {
                all.add(path.pop().object());
                continue;
            }
            Dependents.Dependent next = visit.rest().next();
            if (next.automatic()) {
                automatic.add(next.object());
            }
            if (seen.add(next.object())) {
                path.push(new Visit(next.object(), dependents.of(next.object()).iterator()));
            }
        }
    }

    /** What is dropped, what depends on something before that; parts that go with their relation are left out. */
    List<ObjectAddress> inOrder() {
        return all.stream().filter(object -> !isPart(object)).toList();
    }

    boolean isRoot(ObjectAddress object) {
        return roots.contains(object);
    }

    /** The objects that depend on what is dropped and would not go by themselves: RESTRICT refuses because of them. */
    Stream<ObjectAddress> obstacles() {
        return all.stream().filter(object -> !automatic.contains(object) && !isPart(object));
    }

    private boolean isPart(ObjectAddress object) {
        return !roots.contains(object) && wholes(object).stream().anyMatch(all::contains);
    }

    private List<ObjectAddress> wholes(ObjectAddress object) {
        return switch (object) {
            case ObjectAddress.OfColumn column -> List.of(new ObjectAddress.OfRelation(column.table()));
            case ObjectAddress.OfDefault value ->
                List.of(
                        new ObjectAddress.OfRelation(value.table()),
                        new ObjectAddress.OfColumn(value.table(), value.column()));
            case ObjectAddress.OfConstraint constraint -> List.of(new ObjectAddress.OfRelation(constraint.table()));
            case ObjectAddress.OfAttachment attachment -> List.of(new ObjectAddress.OfRelation(attachment.table()));
            case ObjectAddress.OfAttribute attribute -> List.of(new ObjectAddress.OfType(attribute.type()));
            case ObjectAddress.OfRelation relation -> wholesOfIndex(relation.oid());
            case ObjectAddress.OfType ignored -> List.of();
            case ObjectAddress.OfRoutine ignored -> List.of();
            case ObjectAddress.OfSchema ignored -> List.of();
            case ObjectAddress.OfExtension ignored -> List.of();
        };
    }

    private List<ObjectAddress> wholesOfIndex(long oid) {
        List<ObjectAddress> wholes = new ArrayList<>();
        if (catalog.relation(oid).orElse(null) instanceof Index index) {
            wholes.add(new ObjectAddress.OfRelation(index.table()));
            constraintOf(catalog, index).ifPresent(wholes::add);
        }
        return wholes;
    }

    /** The key or exclusion constraint that an index serves. */
    static Optional<ObjectAddress> constraintOf(Catalog catalog, Index index) {
        return catalog.table(index.table()).stream()
                .flatMap(table -> table.constraints().stream())
                .filter(constraint -> serves(index, constraint))
                .findFirst()
                .map(constraint -> new ObjectAddress.OfConstraint(index.table(), constraint.name()));
    }

    private static boolean serves(Index index, TableConstraint constraint) {
        return switch (constraint) {
            case TableConstraint.Unique unique -> unique.index() == index.oid();
            case TableConstraint.Exclusion exclusion -> exclusion.index() == index.oid();
            case TableConstraint.Check ignored -> false;
            case TableConstraint.ForeignKey ignored -> false;
        };
    }
}
