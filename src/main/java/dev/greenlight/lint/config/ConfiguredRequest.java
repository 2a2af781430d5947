package dev.greenlight.lint.config;

import dev.greenlight.effect.TableSizes;
import dev.greenlight.lint.DatabaseSettings;
import dev.greenlight.lint.HistorySettings;
import dev.greenlight.lint.LintRequest;
import dev.greenlight.migration.HistoryFolder;
import dev.greenlight.migration.HistoryOptions;
import dev.greenlight.source.FileTree;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Turns what a configuration says into a request. */
public final class ConfiguredRequest {
    private ConfiguredRequest() {}

    /**
     * @param paths what to lint; if empty, the folders that the configuration knows, else the working directory
     * @param sizes those that it says, with those of the file that it names
     */
    public static LintRequest of(FileTree tree, List<String> paths, Configuration configuration, TableSizes sizes) {
        return LintRequest.of(tree, paths.isEmpty() ? paths(configuration) : paths)
                .withDatabase(database(configuration, sizes))
                .withHistories(configuration.histories().stream()
                        .map(ConfiguredRequest::settings)
                        .toList())
                .withRules(configuration::rule);
    }

    private static DatabaseSettings database(Configuration configuration, TableSizes sizes) {
        DatabaseSettings unknown = DatabaseSettings.UNKNOWN;
        return new DatabaseSettings(
                configuration.postgresVersion().map(Setting::value).orElse(unknown.version()),
                configuration.timezone().map(Setting::value),
                configuration.history().map(Setting::value).orElse(unknown.openness()),
                configuration.defaultSearchPath().map(Setting::value).orElse(unknown.searchPath()),
                configuration.baselineSchema().map(Setting::value).orElse(unknown.baselineSchema()),
                sizes);
    }

    /** What is linted where nobody names a path. */
    public static List<String> paths(Configuration configuration) {
        List<String> folders = configuration.histories().stream()
                .map(history -> history.folder().value())
                .map(folder -> folder.isEmpty() ? "." : folder)
                .distinct()
                .toList();
        return folders.isEmpty() ? List.of(".") : folders;
    }

    private static HistorySettings settings(ConfiguredHistory history) {
        Map<String, String> placeholders = new LinkedHashMap<>();
        history.placeholders().forEach((name, value) -> placeholders.put(name, value.value()));
        HistoryOptions options = new HistoryOptions(
                history.layout().map(Setting::value), history.transaction().map(Setting::value), placeholders);
        return new HistorySettings(
                new HistoryFolder(history.folder().value(), options),
                history.history().map(Setting::value),
                history.defaultSearchPath().map(Setting::value),
                history.baselineSchema().map(Setting::value));
    }
}
