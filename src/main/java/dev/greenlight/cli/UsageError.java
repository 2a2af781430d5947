package dev.greenlight.cli;

import dev.greenlight.rule.Nearest;
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

    /**
     * What was given for an option is none of those that there are.
     *
     * @param known what these are, such as {@code known formats}
     */
    static UsageError unknown(String option, String given, String known, List<String> ids) {
        return new UsageError(
                option + " " + given + ": " + known + " are " + String.join(", ", ids) + Nearest.question(given, ids));
    }

    static UsageError noMigrations() {
        return new UsageError("there are no migrations: give the path of a folder that holds some");
    }

    List<String> lines() {
        return lines;
    }
}
