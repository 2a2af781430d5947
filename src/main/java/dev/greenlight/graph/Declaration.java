package dev.greenlight.graph;

import dev.greenlight.catalog.Origin;
import dev.greenlight.migration.Migration;
import dev.greenlight.source.SourceFile;
import dev.greenlight.source.Span;

/**
 * A migration says in its header that it needs another.
 *
 * @param at the other's name, as it is written
 * @param met whether the other one runs before
 */
public record Declaration(Migration from, Migration to, SourceFile file, Span at, boolean met) implements Need {
    @Override
    public Origin place() {
        return new Origin(file, at);
    }
}
