package dev.greenlight.catalog.ddl;

import dev.greenlight.catalog.Catalog;
import dev.greenlight.catalog.Index;
import dev.greenlight.catalog.Origin;
import dev.greenlight.catalog.Relation;
import dev.greenlight.catalog.Routine;
import dev.greenlight.catalog.Sequence;
import dev.greenlight.catalog.Table;
import dev.greenlight.catalog.Type;
import dev.greenlight.catalog.View;
import dev.greenlight.postgres.Extension;
import dev.greenlight.postgres.Extensions;
import dev.greenlight.postgres.QualifiedName;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What of a catalog is worth printing, in the order of names: what a history has made. What is only assumed is left
 * out, and so are the tables and views that extensions bring.
 */
public final class Contents {
    /** Every database has it (manual 43). */
    private static final String ALWAYS_THERE = "plpgsql";

    private final Catalog catalog;

    public Contents(Catalog catalog) {
        this.catalog = catalog;
    }

    /** Tables and views of all kinds. */
    public List<Relation> tables() {
        return sorted(catalog.relations().stream()
                .filter(relation -> relation instanceof Table || relation instanceof View)
                .filter(relation -> !isOfExtension(relation.name())));
    }

    public List<Relation> sequences() {
        return sorted(catalog.relations().stream().filter(Sequence.class::isInstance));
    }

    /** Those of a table or materialized view. */
    public List<Index> indexes(Relation table) {
        return catalog.indexesOf(table.oid())
                .filter(index -> isMade(index.origin()))
                .sorted(Comparator.comparing(Index::name))
                .toList();
    }

    public List<Type.Enum> enums() {
        return types(Type.Enum.class);
    }

    public List<Type.Domain> domains() {
        return types(Type.Domain.class);
    }

    public List<Routine> routines() {
        return catalog.routines().filter(routine -> isMade(routine.origin())).toList();
    }

    public SortedSet<String> extensions() {
        SortedSet<String> names = new TreeSet<>(catalog.extensions());
        names.add(ALWAYS_THERE);
        return names;
    }

    private <T extends Type> List<T> types(Class<T> kind) {
        return catalog.types().stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .filter(type -> isMade(type.origin()))
                .toList();
    }

    private static List<Relation> sorted(Stream<Relation> relations) {
        return relations
                .filter(relation -> isMade(relation.origin()))
                .sorted(Comparator.comparing(Relation::name))
                .toList();
    }

    private static boolean isMade(@Nullable Origin origin) {
        return origin != null;
    }

    private boolean isOfExtension(QualifiedName relation) {
        return catalog.extensions().stream().anyMatch(extension -> brings(extension, relation));
    }

    private boolean brings(String extension, QualifiedName relation) {
        Optional<Extension> known = Extensions.find(extension);
        return catalog.extension(extension).equals(Optional.of(relation.schema()))
                && known.filter(it -> it.relations().contains(relation.name())).isPresent();
    }
}
