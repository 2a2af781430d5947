package dev.greenlight.graph.map;

import dev.greenlight.catalog.Origin;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A migration or an object.
 *
 * @param id one letter and a number, unlike that of any other node of the map
 * @param name to be shown; comes from linted files and is to be escaped
 * @param cluster what it is drawn together with; empty for nothing
 * @param names those by which somebody may ask for it
 * @param marked whether it is what was asked for
 * @param origin the statement that made an object, the first one of a migration; null where there is none
 */
public record Node(
        String id,
        Kind kind,
        String name,
        String cluster,
        List<String> names,
        boolean marked,
        @Nullable Origin origin) {
    public Node {
        names = List.copyOf(names);
    }

    /** What a node stands for. */
    public enum Kind {
        MIGRATION,
        TABLE,
        VIEW,
        SEQUENCE,
        TYPE,
        ROUTINE,
        /** What is named and never made. */
        MISSING
    }

    Node withMark() {
        return new Node(id, kind, name, cluster, names, true, origin);
    }

    Node withCluster(String newCluster) {
        return new Node(id, kind, name, newCluster, names, marked, origin);
    }
}
