package dev.greenlight.catalog;

import dev.greenlight.postgres.QualifiedName;
import java.util.List;

/**
 * The objects that an expression, a query or a signature names, and that therefore cannot be dropped without it (manual
 * 5.15, Dependency Tracking). What is built in is not listed. They follow a rename.
 *
 * @param relations what a query groups by is among them as the index of the primary key
 * @param types those of casts and of parameters
 * @param routines by name; where a name has several routines, it is not known which is meant
 */
public record Needs(List<Part> relations, List<QualifiedName> types, List<QualifiedName> routines) {
    public static final Needs NOTHING = new Needs(List.of(), List.of(), List.of());

    public Needs {
        relations = List.copyOf(relations);
        types = List.copyOf(types);
        routines = List.copyOf(routines);
    }

    /** A relation by oid, and one of its columns by number, or 0 for the relation as a whole. */
    public record Part(long relation, int column) {}

    /** Whether the relation or one of its columns is needed. */
    public boolean relation(long oid) {
        return relations.stream().anyMatch(part -> part.relation() == oid);
    }

    public boolean column(long relation, int number) {
        return relations.contains(new Part(relation, number));
    }
}
