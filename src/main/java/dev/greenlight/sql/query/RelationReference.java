package dev.greenlight.sql.query;

import dev.greenlight.sql.Name;
import dev.greenlight.sql.ObjectName;
import org.jspecify.annotations.Nullable;

/**
 * A place at which a query names a table, view or other relation. Names of common table expressions and functions in
 * FROM are none.
 */
public record RelationReference(ObjectName name, @Nullable Name alias, Use use) {
    /** What a statement does with a relation. */
    public enum Use {
        READ,
        /** Read with a locking clause such as FOR UPDATE (manual 13.3.2, Row-Level Locks). */
        LOCK,
        INSERT,
        UPDATE,
        DELETE,
        /** The target of MERGE, which inserts, updates and deletes. */
        MERGE;

        /** Whether rows change, so that the relation's lock is ROW EXCLUSIVE (manual 13.3.1, Table-Level Locks). */
        public boolean writes() {
            return this != READ && this != LOCK;
        }
    }

    /** The name by which columns are qualified. */
    public Name visibleName() {
        return alias != null ? alias : name.parts().getLast();
    }
}
