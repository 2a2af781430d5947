package dev.greenlight.graph;

import java.util.List;

/**
 * Migrations that need each other, so that no order satisfies them all.
 *
 * @param edges each begins where the one before ends, and the last ends where the first begins; the first is unmet
 */
public record Circle(List<Edge> edges) {
    public Circle {
        edges = List.copyOf(edges);
    }
}
