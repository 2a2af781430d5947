package dev.greenlight.migration;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a changelog in formatted SQL says that <code>${name}</code> stands for: {@code --property name:x value:y}, for
 * PostgreSQL and all contexts. It goes for all changelogs that are read later, and what is said first stays
 * ({@code AbstractFormattedChangeLogParser.handleProperty} and {@code ChangeLogParameters.set} of Liquibase).
 */
final class LiquibaseProperties {
    private LiquibaseProperties() {}

    /** In the order of the text. */
    static Map<String, String> of(String text) {
        Map<String, String> properties = new LinkedHashMap<>();
        for (ChangelogLine line : ChangelogLine.of(text)) {
            if (line.says("property") && DbmsList.hasPostgres(line.list("dbms").orElse(""))) {
                Optional<String> value = line.value("value");
                line.value("name")
                        .filter(name -> value.isPresent())
                        .ifPresent(name -> properties.putIfAbsent(name, value.orElseThrow()));
            }
        }
        return properties;
    }
}
