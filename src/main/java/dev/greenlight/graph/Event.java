package dev.greenlight.graph;

import dev.greenlight.postgres.QualifiedName;
import dev.greenlight.source.Span;
import org.jspecify.annotations.Nullable;

/**
 * What an operation did to one object, in terms of its name: what the name stood for before and after.
 *
 * @param part the column or other part of an object, where it is that which came, went or changed
 * @param newName what it is called from then on; null for what keeps its name or goes
 */
public record Event(
        Sort sort,
        Made.Kind kind,
        QualifiedName name,
        @Nullable String part,
        @Nullable NewName newName,
        Span span) {
    /** What became of the object. */
    public enum Sort {
        MADE,
        RENAMED,
        CHANGED,
        GONE
    }

    /** A name that an object or its part takes. */
    public record NewName(QualifiedName name, @Nullable String part) {}

    static Event made(Made.Kind kind, QualifiedName name, @Nullable String part, Span span) {
        return new Event(Sort.MADE, kind, name, part, null, span);
    }

    static Event changed(Made.Kind kind, QualifiedName name, @Nullable String part, Span span) {
        return new Event(Sort.CHANGED, kind, name, part, null, span);
    }

    static Event gone(Made.Kind kind, QualifiedName name, @Nullable String part, Span span) {
        return new Event(Sort.GONE, kind, name, part, null, span);
    }

    static Event renamed(Made.Kind kind, QualifiedName name, QualifiedName newName, Span span) {
        return new Event(Sort.RENAMED, kind, name, null, new NewName(newName, null), span);
    }

    static Event renamed(QualifiedName relation, String part, String newPart, Span span) {
        return new Event(Sort.RENAMED, Made.Kind.RELATION, relation, part, new NewName(relation, newPart), span);
    }
}
