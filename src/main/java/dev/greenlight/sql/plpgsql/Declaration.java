package dev.greenlight.sql.plpgsql;

import dev.greenlight.source.Span;
import dev.greenlight.sql.Expression;
import dev.greenlight.sql.Name;
import dev.greenlight.sql.Query;
import dev.greenlight.sql.TypeName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a block declares (manual 41.3). */
public sealed interface Declaration {
    Name name();

    Span span();

    /**
     * {@code name type := value}.
     *
     * @param rowType whether it was written {@code table%ROWTYPE}; the type's name is then the table's
     */
    record Variable(
            Name name,
            boolean constant,
            TypeName type,
            boolean rowType,
            boolean notNull,
            @Nullable Expression value,
            Span span)
            implements Declaration {}

    /** {@code name ALIAS FOR $1}; {@code of} is a parameter, as {@code $1}, or a variable. */
    record Alias(Name name, Name of, Span span) implements Declaration {}

    /** {@code name CURSOR (parameters) FOR query} (manual 41.7.1). */
    record BoundCursor(Name name, List<Name> parameters, Query query, Span span) implements Declaration {
        public BoundCursor {
            parameters = List.copyOf(parameters);
        }
    }
}
