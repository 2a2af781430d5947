package dev.greenlight.catalog;

import dev.greenlight.postgres.QualifiedName;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * A sequence.
 *
 * @param ownerTable the oid of the table whose column owns it; 0 if none does
 * @param ownerColumn that column's number
 * @param identity whether it belongs to an identity column and goes only with that
 * @param limits null where they are not known
 */
public record Sequence(
        long oid,
        QualifiedName name,
        long ownerTable,
        int ownerColumn,
        boolean identity,
        @Nullable Limits limits,
        @Nullable Origin origin)
        implements Relation {
    /**
     * What its numbers may be (manual 52.50).
     *
     * @param type by its internal name
     */
    public record Limits(String type, BigInteger increment, BigInteger min, BigInteger max, BigInteger start) {}

    @Override
    public Sequence withName(QualifiedName newName) {
        return new Sequence(oid, newName, ownerTable, ownerColumn, identity, limits, origin);
    }

    public Sequence withLimits(@Nullable Limits newLimits) {
        return new Sequence(oid, name, ownerTable, ownerColumn, identity, newLimits, origin);
    }

    public Sequence ownedBy(long newTable, int newColumn) {
        return new Sequence(oid, name, newTable, newColumn, identity, limits, origin);
    }

    @Override
    public String kindWords() {
        return "sequence";
    }
}
