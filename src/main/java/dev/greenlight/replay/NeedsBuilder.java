package dev.greenlight.replay;

import dev.greenlight.catalog.Needs;
import dev.greenlight.postgres.QualifiedName;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects what something needs, each thing once and in the order of the text. */
final class NeedsBuilder {
    private final Set<Needs.Part> relations = new LinkedHashSet<>();
    private final Set<QualifiedName> types = new LinkedHashSet<>();
    private final Set<QualifiedName> routines = new LinkedHashSet<>();

    void relation(long oid) {
        relations.add(new Needs.Part(oid, 0));
    }

    void column(long relation, int number) {
        relations.add(new Needs.Part(relation, number));
    }

    void type(QualifiedName name) {
        types.add(name);
    }

    void routine(QualifiedName name) {
        routines.add(name);
    }

    void all(Needs needs) {
        relations.addAll(needs.relations());
        types.addAll(needs.types());
        routines.addAll(needs.routines());
    }

    /** A relation as a whole is listed only where none of its columns is. */
    Needs build() {
        List<Needs.Part> parts = new ArrayList<>(relations);
        parts.removeIf(part -> part.column() == 0 && hasColumn(part.relation()));
        return new Needs(parts, List.copyOf(types), List.copyOf(routines));
    }

    private boolean hasColumn(long relation) {
        return relations.stream().anyMatch(part -> part.relation() == relation && part.column() > 0);
    }
}
