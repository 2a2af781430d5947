package dev.greenlight.sql.query;

import dev.greenlight.sql.Name;
import dev.greenlight.sql.ObjectName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is visible at a place in a query. A name is looked for in the items, and if none has it in the scope around
 * them (manual 7.2.1.3, Subqueries; 7.2.1.5, LATERAL). Bare names in ORDER BY see the output columns as a scope within,
 * those in GROUP BY as a scope around (manual, SELECT).
 *
 * @param outer null for the outermost
 */
public record Scope(List<FromItem> items, @Nullable Scope outer) {
    /** Sees nothing: for an expression by itself, what the statement around it knows. */
    public static final Scope EMPTY = new Scope(List.of(), null);

    public Scope {
        items = List.copyOf(items);
    }

    /** The columns of one relation, as a constraint or an index of it sees them. */
    public static Scope of(ObjectName relation) {
        var reference = new RelationReference(relation, null, RelationReference.Use.READ);
        return new Scope(List.of(new FromItem.Relation(reference, reference.visibleName(), List.of())), null);
    }

    /** The rows of one relation under other names, as {@code old} and {@code new} in a trigger's condition. */
    public static Scope of(ObjectName relation, List<Name> names) {
        var reference = new RelationReference(relation, null, RelationReference.Use.READ);
        return new Scope(
                names.stream()
                        .<FromItem>map(name -> new FromItem.Relation(reference, name, List.of()))
                        .toList(),
                null);
    }

    /** Nothing is known about the columns here, as for a query in a function with variables. */
    public static Scope unknown() {
        return new Scope(List.of(new FromItem.Derived(null, List.of(), null)), null);
    }

    /** Scopes hold one another many times over, so they are compared as objects and not by what is in them. */
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
