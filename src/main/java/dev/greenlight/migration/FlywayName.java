package dev.greenlight.migration;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A file name that Flyway gives a meaning, with its default prefixes, separator and suffix (Flyway's documentation,
 * "Migrations", "Callback Events").
 *
 * @param direction none for a baseline or a callback
 * @param version with dots; empty for a repeatable migration and a callback
 */
record FlywayName(Optional<Direction> direction, String version, String description) {
    private static final Pattern VERSIONED =
            Pattern.compile("([VUB])([0-9]+(?:[._][0-9]+)*)(?:__(.*))?\\.sql", Pattern.DOTALL);
    private static final Pattern REPEATABLE = Pattern.compile("R__(.*)\\.sql", Pattern.DOTALL);
    private static final Pattern CALLBACK =
            Pattern.compile("(?:before|after)[A-Z][A-Za-z]*(?:__.*)?\\.sql|createSchema(?:__.*)?\\.sql");

    static Optional<FlywayName> parse(String name) {
        Matcher versioned = VERSIONED.matcher(name);
        if (versioned.matches()) {
            String version = Version.of(versioned.group(2)).toString();
            return Optional.of(new FlywayName(direction(versioned.group(1)), version, description(versioned.group(3))));
        }
        Matcher repeatable = REPEATABLE.matcher(name);
        if (repeatable.matches()) {
            return Optional.of(new FlywayName(Optional.of(Direction.REPEATABLE), "", description(repeatable.group(1))));
        }
        return CALLBACK.matcher(name).matches()
                ? Optional.of(new FlywayName(Optional.empty(), "", ""))
                : Optional.empty();
    }

    private static Optional<Direction> direction(String prefix) {
        return switch (prefix) {
            case "V" -> Optional.of(Direction.UP);
            case "U" -> Optional.of(Direction.DOWN);
            default -> Optional.empty();
        };
    }

    private static String description(@Nullable String words) {
        return words == null ? "" : words.replace('_', ' ');
    }
}
