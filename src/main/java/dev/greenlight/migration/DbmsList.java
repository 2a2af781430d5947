package dev.greenlight.migration;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Whether PostgreSQL is among the DBMS that a change is for: {@code postgresql,h2}, {@code !oracle}, {@code all}. */
final class DbmsList {
    private static final String POSTGRES = "postgresql";

    private DbmsList() {}

    /** As Liquibase's {@code DatabaseList.definitionMatches} does. */
    static boolean hasPostgres(String definition) {
        List<String> names = Arrays.stream(definition.toLowerCase(Locale.ROOT).split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
        if (names.isEmpty() || names.contains("all")) {
            return true;
        }
        if (names.contains("none") || names.contains("!" + POSTGRES)) {
            return false;
        }
        return names.contains(POSTGRES) || names.stream().allMatch(name -> name.startsWith("!"));
    }
}
