package dev.greenlight.lint;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The mildest finding that makes a run fail. */
public enum Threshold {
    RED,
    YELLOW,
    NEVER;

    public static Optional<Threshold> find(String id) {
        return Arrays.stream(values())
                .filter(threshold -> threshold.id().equals(id))
                .findFirst();
    }

    /** All, as they are written. */
    public static List<String> ids() {
        return Arrays.stream(values()).map(Threshold::id).toList();
    }

    public boolean isReached(Verdict verdict) {
        return switch (this) {
            case RED -> verdict == Verdict.BLOCKED;
            case YELLOW -> verdict != Verdict.SAFE;
            case NEVER -> false;
        };
    }

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
