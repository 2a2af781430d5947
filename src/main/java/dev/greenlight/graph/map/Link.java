package dev.greenlight.graph.map;

import java.util.List;

/**
 * One node needs another.
 *
 * @param what for what: names of objects between migrations; constraints, columns and such between objects
 * @param circular whether the way it goes leads back to where it begins
 */
public record Link(Node from, Node to, When when, List<String> what, boolean circular) {
    public Link {
        what = List.copyOf(what);
    }

    /** When the one needs the other; what is more pressing comes first. */
    public enum When {
        /** At once, and it is not there: never, or not yet. */
        UNMET,
        /** At once. */
        NOW,
        /** When code runs, which it names: PostgreSQL looks no earlier (manual 41.11.2). */
        LATER
    }

    Link between(Node newFrom, Node newTo) {
        return new Link(newFrom, newTo, when, what, circular);
    }
}
