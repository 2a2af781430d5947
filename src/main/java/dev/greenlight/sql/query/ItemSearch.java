package dev.greenlight.sql.query;

import dev.greenlight.sql.Name;
import dev.greenlight.sql.ObjectName;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a qualifier stands for among the FROM items of one scope. */
sealed interface ItemSearch {
    record None() implements ItemSearch {}

    record One(FromItem item) implements ItemSearch {}

    record Several() implements ItemSearch {}

    /** It may be something that is not known, such as a variable. */
    record Unknown() implements ItemSearch {}

    static ItemSearch in(List<FromItem> items, ObjectName qualifier) {
        List<FromItem> found = new ArrayList<>();
        items.forEach(item -> collect(item, qualifier, found));
        if (found.isEmpty()) {
            return items.stream().anyMatch(ItemSearch::isUnknown) ? new Unknown() : new None();
        }
        return found.size() == 1 ? new One(found.getFirst()) : new Several();
    }

    private static boolean isUnknown(FromItem item) {
        return item instanceof FromItem.Derived derived && derived.name() == null && derived.columns() == null;
    }

    private static void collect(FromItem item, ObjectName qualifier, List<FromItem> found) {
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
    private static void join(FromItem.Join join, ObjectName qualifier, List<FromItem> found) {
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
    private static boolean isNamed(FromItem.Relation item, ObjectName qualifier) {
        if (qualifier.parts().size() == 1) {
            return item.name().value().equals(qualifier.name());
        }
        ObjectName relation = item.relation().name();
        return item.relation().alias() == null
                && item.name().value().equals(relation.name())
                && relation.name().equals(qualifier.name())
                && (relation.schema().isEmpty() || relation.schema().equals(qualifier.schema()));
    }
}
