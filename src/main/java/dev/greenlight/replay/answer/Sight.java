package dev.greenlight.replay.answer;

import dev.greenlight.catalog.Catalog;
import dev.greenlight.postgres.PostgresVersion;
import dev.greenlight.postgres.QualifiedName;
import dev.greenlight.sql.ObjectType;
import java.util.List;
import java.util.Optional;

/** What is known of a database at one moment, and what is not known of it. */
public interface Sight {
    Catalog catalog();

    /** The server's version, where somebody has said it. */
    Optional<PostgresVersion> toldVersion();

    /** The schemas in which a name without one is looked for, in their order. */
    List<String> searched();

    /** What {@code current_schema()} gives. */
    Optional<String> currentSchema();

    /** Whether names that no migration makes are assumed to be there. */
    boolean isOpen();

    /** Whether a statement that could not be followed may have made it. */
    boolean mayExist(ObjectType type, String name);

    /** Whether a statement that could not be followed may have dropped it. */
    boolean mayBeGone(ObjectType type, String name);

    /** Whether statements that could not be followed may have made anything of this kind. */
    boolean mayHaveMade(ObjectType type);

    /** Whether a relation or type that the catalog does not show may be there all the same. */
    boolean assumes(QualifiedName name);

    /** Whether somebody else makes what is in this schema. */
    boolean isForeign(String schema);

    /** Whether a schema that the catalog does not show may be there. */
    boolean mayHaveSchema(String schema);

    /** Whether an extension that the catalog does not show may be installed. */
    boolean mayHaveExtension(String name);

    /** Whether a type that the catalog does not show may have come with an extension. */
    boolean mayBringType(String name);

    /** As {@link #mayBringType}, for a function. */
    boolean mayBringFunction(String name);
}
