package dev.greenlight.lint.config;

import dev.greenlight.effect.TableSize;
import dev.greenlight.effect.TableSizes;
import dev.greenlight.lint.Threshold;
import dev.greenlight.lint.check.Requirements;
import dev.greenlight.postgres.PostgresVersion;
import dev.greenlight.postgres.QualifiedName;
import dev.greenlight.replay.ReplayOptions;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A configuration written out with all that counts, and where each value comes from. It is a configuration itself, for
 * the working directory: what a run makes of it is the same.
 */
public final class EffectiveText {
    private final YamlWriter yaml = new YamlWriter();

    private EffectiveText() {}

    public static String of(Configuration configuration) {
        return new EffectiveText().write(configuration);
    }

    private String write(Configuration configuration) {
        yaml.comment(
                0,
                configuration
                        .file()
                        .map(file -> "The configuration is " + file)
                        .orElse("There is no configuration: all is as it is by default"));
        PostgresVersion newest = PostgresVersion.NEWEST;
        value(0, "postgres-version", configuration.postgresVersion(), Optional.of(newest), PostgresVersion::toString);
        value(0, "timezone", configuration.timezone(), Optional.empty(), ZoneId::getId);
        List<String> path = ReplayOptions.DEFAULT_SEARCH_PATH;
        value(0, "default-search-path", configuration.defaultSearchPath(), Optional.of(path), YamlWriter::list);
        value(0, "fail-on", configuration.failOn(), Optional.of(Threshold.RED), Threshold::id);
        value(0, "history", configuration.history(), Optional.empty(), EffectiveText::id);
        value(0, "baseline-schema", configuration.baselineSchema(), Optional.of(List.of()), YamlWriter::list);
        value(0, "baseline", configuration.baseline(), Optional.empty(), YamlWriter::value);
        value(0, "stats", configuration.stats(), Optional.empty(), YamlWriter::value);
        configuration.tables().ifPresent(this::tables);
        histories(configuration.histories());
        rules(configuration.rules());
        configuration.require().ifPresent(this::require);
        return yaml.toString();
    }

    /** A value that is neither given nor known by default is left out. */
    private <T> void value(
            int depth, String key, Optional<Setting<T>> setting, Optional<T> otherwise, Function<T, String> text) {
        setting.or(() -> otherwise.map(Setting::byDefault))
                .ifPresent(it -> yaml.line(depth, key + ": " + text.apply(it.value()), it.from()));
    }

    private void tables(TableSizes sizes) {
        yaml.line(0, "tables:");
        sizes.byName().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry -> table(entry.getKey(), entry.getValue()));
    }

    private void table(QualifiedName name, TableSize size) {
        String written = name.schema().isEmpty() ? name.name() : name.toString();
        yaml.line(1, YamlWriter.value(written) + ":");
        size.rows().ifPresent(rows -> yaml.line(2, "rows: " + rows));
        size.bytes().ifPresent(bytes -> yaml.line(2, "size: " + bytes));
    }

    private void histories(List<ConfiguredHistory> histories) {
        if (histories.isEmpty()) {
            return;
        }
        yaml.line(0, "histories:");
        for (ConfiguredHistory history : histories) {
            String folder =
                    history.folder().value().isEmpty() ? "." : history.folder().value();
            yaml.line(
                    1, "- folder: " + YamlWriter.value(folder), history.folder().from());
            value(2, "layout", history.layout(), Optional.empty(), Function.identity());
            value(2, "transaction", history.transaction(), Optional.empty(), EffectiveText::id);
            if (!history.placeholders().isEmpty()) {
                yaml.line(2, "placeholders:");
                history.placeholders()
                        .forEach((name, text) -> yaml.line(
                                3, YamlWriter.value(name) + ": " + YamlWriter.value(text.value()), text.from()));
            }
            value(2, "baseline-schema", history.baselineSchema(), Optional.empty(), YamlWriter::list);
            value(2, "history", history.history(), Optional.empty(), EffectiveText::id);
            value(2, "default-search-path", history.defaultSearchPath(), Optional.empty(), YamlWriter::list);
        }
    }

    private void rules(List<RuleChoice> rules) {
        Map<List<String>, YamlWriter> byPaths = new LinkedHashMap<>();
        for (RuleChoice rule : rules) {
            byPaths.computeIfAbsent(written(rule), paths -> new YamlWriter())
                    .line(
                            rule.paths().isEmpty() ? 1 : 3,
                            rule.rule() + ": " + rule.setting().value().id(),
                            rule.setting().from());
        }
        YamlWriter all = byPaths.remove(List.of());
        if (all != null) {
            yaml.line(0, "rules:").block(all);
        }
        if (!byPaths.isEmpty()) {
            yaml.line(0, "overrides:");
            byPaths.forEach((paths, some) -> yaml.line(1, "- paths: " + YamlWriter.list(paths))
                    .line(2, "rules:")
                    .block(some));
        }
    }

    private void require(Requirements require) {
        yaml.line(0, "require:").line(1, "tables:");
        for (Requirements.Table table : require.tables()) {
            yaml.line(2, YamlWriter.value(table.name()) + ":", table.from());
            columns("required", table.required());
            columns("optional", table.optional());
        }
    }

    private void columns(String key, List<String> columns) {
        if (!columns.isEmpty()) {
            yaml.line(3, key + ": " + YamlWriter.list(columns));
        }
    }

    private static List<String> written(RuleChoice rule) {
        return rule.paths().stream().map(PathPattern::toString).toList();
    }

    private static String id(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
