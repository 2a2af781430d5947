package dev.greenlight.migration;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What a project's configuration tells Flyway (Flyway's documentation, "Flyway namespace"). A value that is made of
 * other values, such as <code>${DB_SCHEMA}</code>, is not known, and as if it were not there.
 */
final class FlywaySettings {
    /** What Flyway does that is told nothing. */
    static final FlywaySettings DEFAULT = new FlywaySettings(Map.of(), Map.of());

    private static final String PLACEHOLDERS = "placeholders.";
    private static final String UNKNOWN = "${";

    private final Map<String, String> values;
    private final Map<String, String> placeholders;
    private final FlywayNaming naming;

    private FlywaySettings(Map<String, String> values, Map<String, String> placeholders) {
        this.values = values;
        this.placeholders = placeholders;
        this.naming = namingOf();
    }

    /**
     * @param entries of a file, by key
     * @param prefix of the keys that are for Flyway
     * @return none if no key is
     */
    static Optional<FlywaySettings> of(Map<String, String> entries, String prefix) {
        Map<String, String> values = new TreeMap<>();
        Map<String, String> placeholders = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        entries.forEach((key, value) -> {
            String rest = key.startsWith(prefix) ? key.substring(prefix.length()) : "";
            if (rest.startsWith(PLACEHOLDERS)) {
                placeholders.put(rest.substring(PLACEHOLDERS.length()).replaceAll("[\\[\\]]", ""), value);
            } else if (!rest.isEmpty()) {
                values.put(canonical(rest), value);
            }
        });
        if (values.isEmpty() && placeholders.isEmpty()) {
            return Optional.empty();
        }
        values.values().removeIf(value -> value.contains(UNKNOWN));
        placeholders.values().removeIf(value -> value.contains(UNKNOWN));
        return Optional.of(new FlywaySettings(values, placeholders));
    }

    /** Spring takes {@code sql-migration-prefix} for {@code sqlMigrationPrefix}. */
    private static String canonical(String key) {
        return key.replaceAll("[-_]", "").toLowerCase(Locale.ROOT);
    }

    /** By name; capitals and small letters are the same. */
    Map<String, String> placeholders() {
        return Collections.unmodifiableMap(placeholders);
    }

    String placeholderPrefix() {
        return value("placeholderPrefix").filter(it -> !it.isEmpty()).orElse(UNKNOWN);
    }

    String placeholderSuffix() {
        return value("placeholderSuffix").filter(it -> !it.isEmpty()).orElse("}");
    }

    String placeholderSeparator() {
        return value("placeholderSeparator").orElse(":");
    }

    boolean replacesPlaceholders() {
        return !says("placeholderReplacement", "false");
    }

    /** Whether a script may have statements that run in a transaction beside others that cannot. */
    boolean isMixed() {
        return says("mixed", "true");
    }

    /** Whether all that is pending runs in one transaction. */
    boolean isGrouped() {
        return says("group", "true");
    }

    boolean executesInTransaction() {
        return !says("executeInTransaction", "false");
    }

    String table() {
        return value("table").filter(it -> !it.isEmpty()).orElse("flyway_schema_history");
    }

    /** The schema that names without one are in: the default one, or the first of those that Flyway manages. */
    Optional<String> defaultSchema() {
        return value("defaultSchema")
                .or(() -> list("schemas").stream().findFirst())
                .filter(it -> !it.isEmpty());
    }

    /** All that Flyway makes if they are not there. */
    List<String> schemas() {
        return says("createSchemas", "false")
                ? List.of()
                : Stream.concat(defaultSchema().stream(), list("schemas").stream())
                        .distinct()
                        .toList();
    }

    List<String> locations() {
        return list("locations");
    }

    FlywayNaming naming() {
        return naming;
    }

    private FlywayNaming namingOf() {
        FlywayNaming usual = FlywayNaming.DEFAULT;
        List<String> suffixes = list("sqlMigrationSuffixes");
        return new FlywayNaming(
                value("sqlMigrationPrefix").orElse(usual.versioned()),
                value("undoSqlMigrationPrefix").orElse(usual.undo()),
                value("baselineMigrationPrefix").orElse(usual.baseline()),
                value("repeatableSqlMigrationPrefix").orElse(usual.repeatable()),
                value("sqlMigrationSeparator").filter(it -> !it.isEmpty()).orElse(usual.separator()),
                suffixes.isEmpty() ? usual.suffixes() : suffixes);
    }

    private boolean says(String key, String word) {
        return value(key).filter(word::equalsIgnoreCase).isPresent();
    }

    private List<String> list(String key) {
        return value(key).stream()
                .flatMap(items -> Stream.of(items.split(",")))
                .map(String::strip)
                .filter(item -> !item.isEmpty())
                .toList();
    }

    private Optional<String> value(String key) {
        return Optional.ofNullable(values.get(key.toLowerCase(Locale.ROOT)));
    }
}
