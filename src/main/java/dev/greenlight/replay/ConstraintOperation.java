package dev.greenlight.replay;

import dev.greenlight.catalog.Index;
import dev.greenlight.catalog.Table;
import dev.greenlight.catalog.TableConstraint;
import dev.greenlight.source.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Operations on the constraints of tables. */
public sealed interface ConstraintOperation extends Operation {
    /**
     * @param index the index that a key or exclusion brings or takes over
     * @param usingIndex whether that index was there before
     * @param becomesNotNull the columns that a primary key makes NOT NULL although nothing proved them so: a scan
     * @param only whether the tables that inherit from it are left alone
     */
    record AddConstraint(
            Table table,
            TableConstraint constraint,
            @Nullable Index index,
            boolean usingIndex,
            List<Integer> becomesNotNull,
            boolean only,
            Span span)
            implements ConstraintOperation {}

    record ValidateConstraint(Table table, TableConstraint constraint, Span span) implements ConstraintOperation {}

    /** {@code cascaded}: it goes because a column, a table or the key that it refers to does. */
    record DropConstraint(Table table, TableConstraint constraint, boolean cascaded, Span span)
            implements ConstraintOperation {}

    record RenameConstraint(Table table, TableConstraint constraint, String newName, Span span)
            implements ConstraintOperation {}

    /**
     * Whether it is deferrable, enforced or inherited.
     *
     * @param attributes as written, in lower case, such as {@code not enforced}
     */
    record ChangeConstraint(Table table, TableConstraint constraint, List<String> attributes, Span span)
            implements ConstraintOperation {}
}
