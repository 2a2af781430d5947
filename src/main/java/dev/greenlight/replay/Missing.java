package dev.greenlight.replay;

import dev.greenlight.postgres.QualifiedName;
import dev.greenlight.sql.ObjectType;
import org.jspecify.annotations.Nullable;

/**
 * A name that nothing answered to.
 *
 * @param type what was looked for; a missing column of a table has the table's type and name here
 * @param name with the schema in which it would have been made, had it been made without one
 * @param part the column, constraint or enum label that is missing in an object that is there; null where the object
 *     itself is missing
 */
public record Missing(
        ObjectType type, QualifiedName name, @Nullable String part) {
    /** As people call it. */
    public String display() {
        return part == null ? name.display() : name.display() + "." + part;
    }
}
