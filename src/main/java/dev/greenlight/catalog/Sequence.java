package dev.greenlight.catalog;

import dev.greenlight.postgres.QualifiedName;
import org.jspecify.annotations.Nullable;

/**
 * A sequence.
 *
 * @param ownerTable the oid of the table whose column owns it; 0 if none does
 * @param ownerColumn that column's number
 * @param identity whether it belongs to an identity column and goes only with that
 */
public record Sequence(
        long oid,
        QualifiedName name,
        long ownerTable,
        int ownerColumn,
        boolean identity,
        @Nullable Origin origin) implements Relation {
    @Override
    public Sequence withName(QualifiedName newName) {
        return new Sequence(oid, newName, ownerTable, ownerColumn, identity, origin);
    }

    @Override
    public String kindWords() {
        return "sequence";
    }
}
