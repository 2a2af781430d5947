package dev.greenlight.replay;

import dev.greenlight.catalog.Origin;
import dev.greenlight.postgres.QualifiedName;
import dev.greenlight.source.Span;
import dev.greenlight.sql.ObjectType;
import org.jspecify.annotations.Nullable;

/**
 * A name in a statement that stands for something that must be there already, and what it was resolved to.
 *
 * @param name the object's; for a column that of its relation
 * @param column the column, where one is named
 * @param origin what made it; null where nothing in the history did, whether it is assumed or missing
 */
public record Reference(
        ObjectType type,
        QualifiedName name,
        @Nullable String column,
        Span span,
        @Nullable Origin origin) {
    Reference withSpan(Span other) {
        return new Reference(type, name, column, other, origin);
    }
}
