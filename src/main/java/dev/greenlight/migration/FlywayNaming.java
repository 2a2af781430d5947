package dev.greenlight.migration;

import dev.greenlight.migration.FlywayName.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How Flyway tells from a file's name what it is (its {@code ResourceNameParser}): a prefix, a version, the separator
 * and a description, and a suffix. The longest prefix wins; one of them may be empty.
 */
record FlywayNaming(
        String versioned, String undo, String baseline, String repeatable, String separator, List<String> suffixes) {
    static final FlywayNaming DEFAULT = new FlywayNaming("V", "U", "B", "R", "__", List.of(".sql"));

    private static final Pattern VERSION = Pattern.compile("[0-9]+(?:[._][0-9]+)*");
    private static final Pattern EVENT = Pattern.compile("(?:before|after)[A-Z][A-Za-z]*|createSchema");

    FlywayNaming {
        suffixes = List.copyOf(suffixes);
    }

    private record Prefix(String text, Kind kind) {}

    Optional<FlywayName> parse(String fileName) {
        return base(fileName).flatMap(base -> callback(base).or(() -> migration(base)));
    }

    /** The name without its suffix, which may be in capitals. */
    private Optional<String> base(String fileName) {
        String lower = fileName.toLowerCase(Locale.ROOT);
        return suffixes.stream()
                .filter(suffix -> lower.endsWith(suffix.toLowerCase(Locale.ROOT)))
                .findFirst()
                .map(suffix -> fileName.substring(0, fileName.length() - suffix.length()));
    }

    private Optional<FlywayName> callback(String base) {
        Matcher event = EVENT.matcher(beforeSeparator(base));
        return event.matches()
                ? Optional.of(new FlywayName(Kind.CALLBACK, event.group(), description(base)))
                : Optional.empty();
    }

    private Optional<FlywayName> migration(String base) {
        return prefixes().stream()
                .filter(prefix -> base.startsWith(prefix.text()))
                .findFirst()
                .flatMap(prefix ->
                        migration(prefix.kind(), base.substring(prefix.text().length())));
    }

    private Optional<FlywayName> migration(Kind kind, String rest) {
        String version = beforeSeparator(rest);
        if (kind == Kind.REPEATABLE) {
            return rest.startsWith(separator)
                    ? Optional.of(new FlywayName(kind, "", description(rest)))
                    : Optional.empty();
        }
        return VERSION.matcher(version).matches()
                ? Optional.of(new FlywayName(kind, Version.of(version).toString(), description(rest)))
                : Optional.empty();
    }

    private List<Prefix> prefixes() {
        List<Prefix> prefixes = new ArrayList<>(List.of(
                new Prefix(versioned, Kind.VERSIONED),
                new Prefix(undo, Kind.UNDO),
                new Prefix(baseline, Kind.BASELINE),
                new Prefix(repeatable, Kind.REPEATABLE)));
        prefixes.sort(Comparator.comparing(prefix -> -prefix.text().length()));
        return prefixes;
    }

    private String beforeSeparator(String text) {
        int end = text.indexOf(separator);
        return end < 0 ? text : text.substring(0, end);
    }

    private String description(String text) {
        int end = text.indexOf(separator);
        return end < 0 ? "" : text.substring(end + separator.length()).replace('_', ' ');
    }
}
