package dev.greenlight.graph;

import dev.greenlight.migration.Migration;
import dev.greenlight.source.Span;
import java.util.List;

/**
 * A migration says in its header that it needs another, under a name that no migration has, or several.
 *
 * @param candidates the migrations of that name
 */
public record UnclearDeclaration(Span at, String written, List<Migration> candidates) {
    public UnclearDeclaration {
        candidates = List.copyOf(candidates);
    }
}
