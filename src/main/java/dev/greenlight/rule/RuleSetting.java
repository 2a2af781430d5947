package dev.greenlight.rule;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a project makes of a rule. */
public enum RuleSetting {
    /** It does not speak: no finding, and no reason for a signal. */
    OFF,
    NOTE,
    YELLOW,
    RED;

    public static Optional<RuleSetting> find(String id) {
        return Arrays.stream(values())
                .filter(setting -> setting.id().equals(id))
                .findFirst();
    }

    /** All, as they are written. */
    public static List<String> ids() {
        return Arrays.stream(values()).map(RuleSetting::id).toList();
    }

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** How much its findings weigh; nothing if it is off. */
    public Optional<Level> level() {
        return switch (this) {
            case OFF -> Optional.empty();
            case NOTE -> Optional.of(Level.NOTE);
            case YELLOW -> Optional.of(Level.YELLOW);
            case RED -> Optional.of(Level.RED);
        };
    }
}
