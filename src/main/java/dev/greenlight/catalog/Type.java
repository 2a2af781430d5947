package dev.greenlight.catalog;

import dev.greenlight.postgres.DataType;
import dev.greenlight.postgres.QualifiedName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A type that the history made, or an extension brought. */
public sealed interface Type {
    QualifiedName name();

    @Nullable
    Origin origin();

    record Enum(
            QualifiedName name,
            List<String> labels,
            @Nullable Origin origin) implements Type {
        public Enum {
            labels = List.copyOf(labels);
        }
    }

    /**
     * @param constrained whether it has a CHECK or NOT NULL: a new column of it is then verified row by row
     */
    record Domain(
            QualifiedName name,
            DataType base,
            boolean notNull,
            List<String> constraints,
            @Nullable String defaultText,
            @Nullable Origin origin)
            implements Type {
        public Domain {
            constraints = List.copyOf(constraints);
        }

        public boolean constrained() {
            return notNull || !constraints.isEmpty();
        }
    }

    record Composite(
            QualifiedName name,
            List<Column> attributes,
            @Nullable Origin origin) implements Type {
        public Composite {
            attributes = List.copyOf(attributes);
        }
    }

    /** A range, base or shell type, one that an extension brings, or one that is only assumed. */
    record Other(QualifiedName name, @Nullable Origin origin) implements Type {}
}
