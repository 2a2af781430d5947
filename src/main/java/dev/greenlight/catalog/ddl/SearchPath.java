package dev.greenlight.catalog.ddl;

import dev.greenlight.catalog.Catalog;
import dev.greenlight.catalog.Index;
import dev.greenlight.catalog.Relation;
import dev.greenlight.catalog.Sequence;
import dev.greenlight.postgres.BuiltInFunctions;
import dev.greenlight.postgres.BuiltInTypes;
import dev.greenlight.postgres.DataType;
import dev.greenlight.postgres.Identifiers;
import dev.greenlight.postgres.QualifiedName;
import java.util.List;
import java.util.function.Predicate;

/**
 * What a session with a search path writes of names: without the schema where the bare name would find the same object
 * (manual 9.27.3, the functions that end in {@code _is_visible}).
 *
 * @param schemas in the order of search; {@code pg_catalog} comes before them unless it is one of them
 */
public record SearchPath(Catalog catalog, List<String> schemas) {
    public SearchPath {
        schemas = List.copyOf(schemas);
    }

    /** As {@code format_type} does (manual 9.27.4). */
    public String write(DataType type) {
        return type.display(this::isVisibleType);
    }

    /** As {@code format_type} does without modifiers. */
    String writeBare(DataType type) {
        return type.displayBare(this::isVisibleType);
    }

    /** As the type {@code regclass} does. */
    public String write(Relation relation) {
        QualifiedName name = relation.name();
        return write(name, isFirst(name, other -> catalog.relation(other).isPresent()));
    }

    /** The name of a routine as it stands in an expression. */
    String writeRoutine(QualifiedName name) {
        boolean hidden = systemIsFirst() && BuiltInFunctions.exists(name.name());
        return write(
                name, !hidden && isFirst(name, other -> !catalog.routines(other).isEmpty()));
    }

    private static String write(QualifiedName name, boolean visible) {
        return visible ? Identifiers.quote(name.name()) : Identifiers.quote(name);
    }

    private boolean isVisibleType(QualifiedName name) {
        boolean hidden = systemIsFirst() && BuiltInTypes.find(name.name()).isPresent();
        return !hidden && isFirst(name, this::isType);
    }

    private boolean systemIsFirst() {
        return !schemas.contains("pg_catalog");
    }

    private boolean isType(QualifiedName name) {
        return catalog.type(name).isPresent()
                || catalog.relation(name).filter(SearchPath::hasRowType).isPresent();
    }

    private static boolean hasRowType(Relation relation) {
        return !(relation instanceof Index || relation instanceof Sequence);
    }

    private boolean isFirst(QualifiedName name, Predicate<QualifiedName> exists) {
        for (String schema : schemas) {
            if (schema.equals(name.schema())) {
                return true;
            }
            if (exists.test(new QualifiedName(schema, name.name()))) {
                return false;
            }
        }
        return false;
    }
}
