package dev.greenlight.sql;

import dev.greenlight.source.Span;
import java.util.List;
import java.util.Optional;

/**
 * The name of an object as written: one to three parts, {@code [[database.]schema.]name}. It is not resolved; which
 * object is meant is decided in the replay.
 */
public record ObjectName(List<Name> parts) {
    public ObjectName {
        parts = List.copyOf(parts);
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("an object name has at least one part");
        }
    }

    /** The object's own name, without its schema. */
    public String name() {
        return parts.getLast().value();
    }

    /** The schema's name, if it was written. */
    public Optional<String> schema() {
        return parts.size() < 2
                ? Optional.empty()
                : Optional.of(parts.get(parts.size() - 2).value());
    }

    /** From the first part to the last one. */
    public Span span() {
        return parts.getFirst().span().cover(parts.getLast().span());
    }

    /** The name as PostgreSQL's messages print it: folded, with dots, without quotes. */
    @Override
    public String toString() {
        return String.join(".", parts.stream().map(Name::value).toList());
    }
}
