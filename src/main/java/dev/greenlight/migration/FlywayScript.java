package dev.greenlight.migration;

import java.util.Map;
import java.util.Optional;

/**
 * What the file beside a script, {@code V1__x.sql.conf}, says of it alone (Flyway's documentation, "Script configuration").
 *
 * @param inTransaction whether it runs in one, if that is said
 */
record FlywayScript(Optional<Boolean> inTransaction, boolean replacesPlaceholders) {
    static final String SUFFIX = ".conf";
    static final FlywayScript SILENT = new FlywayScript(Optional.empty(), true);

    static FlywayScript parse(String text) {
        Map<String, String> entries = PropertiesText.entries(text);
        return new FlywayScript(
                Optional.ofNullable(entries.get("executeInTransaction"))
                        .filter(value -> value.equals("true") || value.equals("false"))
                        .map(Boolean::valueOf),
                !"false".equalsIgnoreCase(entries.get("placeholderReplacement")));
    }
}
