package dev.greenlight.cli;

import java.util.List;

/** A mistake in the way Greenlight was called or configured; each line says what would be right. */
final class UsageError extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient List<String> lines;

    UsageError(String message) {
        this(List.of(message));
    }

    /** Several mistakes, one line each. */
    UsageError(List<String> lines) {
        super(String.join("; ", lines));
        this.lines = List.copyOf(lines);
    }

    List<String> lines() {
        return lines;
    }
}
