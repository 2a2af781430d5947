package dev.greenlight.graph;

import dev.greenlight.postgres.QualifiedName;
import dev.greenlight.replay.Missing;
import dev.greenlight.replay.Reference;
import org.jspecify.annotations.Nullable;

/**
 * Something that a statement is about, under the name that it has then.
 *
 * @param part the column, constraint or other part of an object, where it is that which is meant
 */
public record Subject(
        Made.Kind kind, QualifiedName name, @Nullable String part) {
    static Subject relation(QualifiedName name) {
        return new Subject(Made.Kind.RELATION, name, null);
    }

    static Subject partOf(QualifiedName relation, String part) {
        return new Subject(Made.Kind.RELATION, relation, part);
    }

    public static Subject of(Event event) {
        return new Subject(event.kind(), event.name(), event.part());
    }

    static Subject of(Reference reference) {
        return new Subject(Makers.kind(reference.type()), reference.name(), reference.column());
    }

    public static Subject of(Missing missing) {
        return new Subject(Makers.kind(missing.type()), missing.name(), missing.part());
    }

    /** The object of which it is a part, or itself. */
    public Subject whole() {
        return part == null ? this : new Subject(kind, name, null);
    }

    /** Whether it is an object itself or one of its parts. */
    boolean isWithin(Subject object) {
        return whole().equals(object);
    }

    Subject under(QualifiedName otherName) {
        return new Subject(kind, otherName, part);
    }
}
