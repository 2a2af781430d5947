package dev.greenlight.catalog;

import dev.greenlight.postgres.QualifiedName;
import java.util.Comparator;
import java.util.List;

/**
 * An object of which it matters that it is there, and little else: no table is made of it.
 *
 * @param name with an empty schema where its kind is in none
 * @param within what its name is unique in beside the schema: the access method of an operator class, the server of a
 *     user mapping; else empty
 * @param parts what belongs to it, in words of its kind: what a publication publishes, the options of a
 *     server, what a role owns
 */
public record NamedObject(Kind kind, QualifiedName name, String within, List<String> parts)
        implements Comparable<NamedObject> {
    private static final Comparator<NamedObject> ORDER = Comparator.comparing(NamedObject::kind)
            .thenComparing(NamedObject::name)
            .thenComparing(NamedObject::within);

    /** In the words of the manual's part VI. */
    public enum Kind {
        ACCESS_METHOD(false),
        COLLATION(true),
        CONVERSION(true),
        EVENT_TRIGGER(false),
        FOREIGN_DATA_WRAPPER(false),
        LANGUAGE(false),
        OPERATOR_CLASS(true),
        OPERATOR_FAMILY(true),
        PUBLICATION(false),
        ROLE(false),
        SERVER(false),
        STATISTICS(true),
        SUBSCRIPTION(false),
        TEXT_SEARCH_CONFIGURATION(true),
        TEXT_SEARCH_DICTIONARY(true),
        TEXT_SEARCH_PARSER(true),
        TEXT_SEARCH_TEMPLATE(true),
        USER_MAPPING(false);

        private final boolean inSchema;

        Kind(boolean inSchema) {
            this.inSchema = inSchema;
        }

        /** Whether it is in a schema, and not in the database itself. */
        public boolean isInSchema() {
            return inSchema;
        }
    }

    public NamedObject {
        parts = List.copyOf(parts);
    }

    public NamedObject with(QualifiedName newName) {
        return new NamedObject(kind, newName, within, parts);
    }

    public NamedObject withParts(List<String> newParts) {
        return new NamedObject(kind, name, within, newParts);
    }

    /** By what tells it from all others. */
    @Override
    public int compareTo(NamedObject other) {
        return ORDER.compare(this, other);
    }
}
