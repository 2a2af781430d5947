package dev.greenlight.replay;

import dev.greenlight.postgres.QualifiedName;
import dev.greenlight.sql.ObjectType;

/**
 * What is certain of the catalog that a history leaves. Statements that could not be followed may have made, changed
 * and taken away what they name, and where they put names together more than that.
 */
public final class Certainty {
    private final Doubt doubt;

    Certainty(Doubt doubt) {
        this.doubt = doubt;
    }

    /** Whether no statement that could not be followed can have been about an object of this name. */
    public boolean isOf(ObjectType type, QualifiedName name) {
        return !doubt.mayExist(type, name.name()) && !doubt.mayBeGone(type, name.name());
    }

    /** Whether there are no objects of a kind whose names are not known, on whatever table they may be. */
    public boolean isComplete(ObjectType type) {
        return !doubt.mayHaveMadeUnnamed(type);
    }
}
