package dev.greenlight.sql.query;

import dev.greenlight.sql.Name;
import dev.greenlight.sql.ObjectName;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/** Finds the FROM item that a qualifier stands for ({@code refnameNamespaceItem} in {@code parse_relation.c}). */
final class ItemFinder {
    private final BiPredicate<ObjectName, ObjectName> same;

    /** @param same whether a relation in FROM may be the one that a qualifier with a schema names */
    ItemFinder(BiPredicate<ObjectName, ObjectName> same) {
        this.same = same;
    }

    /** The innermost that there is. */
    ItemSearch in(Scope scope, ObjectName qualifier) {
        for (Scope level = scope; level != null; level = level.outer()) {
            ItemSearch search = in(level.items(), qualifier);
            if (!(search instanceof ItemSearch.None)) {
                return search;
            }
        }
        return new ItemSearch.None();
    }

    private ItemSearch in(List<FromItem> items, ObjectName qualifier) {
        List<FromItem> found = new ArrayList<>();
        items.forEach(item -> collect(item, qualifier, found));
        if (found.isEmpty()) {
            return items.stream().anyMatch(ItemFinder::isUnknown) ? new ItemSearch.Unknown() : new ItemSearch.None();
        }
        return found.size() == 1 ? new ItemSearch.One(found.getFirst()) : new ItemSearch.Several();
    }

    private static boolean isUnknown(FromItem item) {
        return item instanceof FromItem.Derived derived && derived.name() == null && derived.columns() == null;
    }

    private void collect(FromItem item, ObjectName qualifier, List<FromItem> found) {
        switch (item) {
            case FromItem.Relation relation -> {
                if (isNamed(relation, qualifier)) {
                    found.add(relation);
                }
            }
            case FromItem.Derived derived -> {
                if (isNamed(derived.name(), qualifier)) {
                    found.add(derived);
                }
            }
            case FromItem.Join join -> join(join, qualifier, found);
            case FromItem.Qualified qualified -> collect(qualified.item(), qualifier, found);
        }
    }

    /** The alias of a join hides the names in it. */
    private void join(FromItem.Join join, ObjectName qualifier, List<FromItem> found) {
        if (join.name() == null) {
            collect(join.left(), qualifier, found);
            collect(join.right(), qualifier, found);
        } else if (isNamed(join.name(), qualifier)) {
            found.add(join);
        }
    }

    private static boolean isNamed(@Nullable Name name, ObjectName qualifier) {
        return name != null && qualifier.parts().size() == 1 && name.value().equals(qualifier.name());
    }

    /** A relation without an alias may be qualified by its schema, which need not be written in FROM. */
    private boolean isNamed(FromItem.Relation item, ObjectName qualifier) {
        if (qualifier.parts().size() == 1) {
            return item.name().value().equals(qualifier.name());
        }
        ObjectName relation = item.relation().name();
        return item.relation().alias() == null
                && item.name().value().equals(relation.name())
                && relation.name().equals(qualifier.name())
                && same.test(relation, qualifier);
    }
}
