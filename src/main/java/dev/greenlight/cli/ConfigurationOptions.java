package dev.greenlight.cli;

import dev.greenlight.lint.config.Configuration;
import dev.greenlight.lint.config.ConfigurationProblem;
import dev.greenlight.lint.config.ConfigurationReader;
import dev.greenlight.lint.config.ConfigurationSearch;
import dev.greenlight.lint.config.ConfiguredHistory;
import dev.greenlight.lint.config.Setting;
import dev.greenlight.migration.Histories;
import dev.greenlight.postgres.PostgresVersion;
import dev.greenlight.rule.Nearest;
import dev.greenlight.source.FileTree;
import dev.greenlight.source.FileTree.Kind;
import dev.greenlight.source.SourceRead;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** What a project says of itself: in its configuration, or in its place on the command line. */
final class ConfigurationOptions {
    private static final String CONFIG = "--config";
    private static final String NO_CONFIG = "--no-config";
    private static final String VERSION = "--postgres-version";
    private static final String TIMEZONE = "--timezone";
    private static final String LAYOUT = "--layout";
    private static final String BASELINE_SCHEMA = "--baseline-schema";

    private ConfigurationOptions() {}

    static void addTo(CommandSpec spec) {
        spec.addOption(InputOptions.option(CONFIG, "FILE")
                .description("The configuration. Default: the nearest greenlight.yml from what is linted upwards.")
                .build());
        spec.addOption(picocli.CommandLine.Model.OptionSpec.builder(NO_CONFIG)
                .description("Read no configuration.")
                .build());
        spec.addOption(InputOptions.option(LAYOUT, "NAME")
                .description("The tool whose layout the folders have: " + String.join(", ", Histories.layouts())
                        + ". Default: what they look like.")
                .build());
        spec.addOption(InputOptions.option(VERSION, "VERSION")
                .description("The major version of the server: " + PostgresVersion.OLDEST + " to "
                        + PostgresVersion.NEWEST + ". Default: " + PostgresVersion.NEWEST + ".")
                .build());
        spec.addOption(InputOptions.option(TIMEZONE, "ZONE")
                .description("TimeZone of the sessions that run the migrations, such as Europe/Berlin.")
                .build());
        spec.addOption(InputOptions.option(BASELINE_SCHEMA, "FILE")
                .type(List.class)
                .auxiliaryTypes(String.class)
                .description("SQL of what is there before the first migration. Repeatable.")
                .build());
        StatisticsOption.addTo(spec);
    }

    /** What the command line says, and where it says nothing what the configuration says. */
    static Configuration of(ParseResult arguments, FileTree tree, List<String> paths, Terminal terminal) {
        Configuration given = commandLine(arguments, tree, paths);
        return file(arguments, tree, paths, terminal)
                .map(file -> given.over(read(tree, file)))
                .orElse(given);
    }

    private static Optional<String> file(ParseResult arguments, FileTree tree, List<String> paths, Terminal terminal) {
        Optional<String> named = Optional.ofNullable(arguments.matchedOptionValue(CONFIG, null));
        if (arguments.hasMatchedOption(NO_CONFIG)) {
            if (named.isPresent()) {
                throw new UsageError(CONFIG + " and " + NO_CONFIG + " contradict each other");
            }
            return Optional.empty();
        }
        return named.or(
                () -> new ConfigurationSearch(tree, terminal.environment().workingDirectory()).find(paths));
    }

    private static Configuration read(FileTree tree, String path) {
        return switch (tree.read(path)) {
            case SourceRead.Text text -> {
                ConfigurationReader.Read read = ConfigurationReader.read(text.file());
                if (!read.problems().isEmpty()) {
                    throw new UsageError(read.problems().stream()
                            .map(ConfigurationProblem::toString)
                            .toList());
                }
                yield read.configuration();
            }
            case SourceRead.Unreadable problem ->
                throw new UsageError(problem.path() + ": " + problem.problem() + "; " + problem.remedy());
        };
    }

    private static Configuration commandLine(ParseResult arguments, FileTree tree, List<String> paths) {
        return new Configuration(
                Optional.empty(),
                given(arguments, VERSION).map(ConfigurationOptions::version),
                given(arguments, TIMEZONE).map(ConfigurationOptions::timezone),
                Optional.empty(),
                LintCommand.threshold(arguments),
                Optional.empty(),
                Optional.<List<String>>ofNullable(arguments.matchedOptionValue(BASELINE_SCHEMA, null))
                        .map(files -> new Setting<>(files, BASELINE_SCHEMA)),
                given(arguments, BaselineOptions.BASELINE).map(file -> new Setting<>(file, BaselineOptions.BASELINE)),
                StatisticsOption.given(arguments),
                Optional.empty(),
                given(arguments, LAYOUT)
                        .map(layout -> histories(layout, tree, paths))
                        .orElse(List.of()),
                List.of(),
                Optional.empty());
    }

    private static Optional<String> given(ParseResult arguments, String option) {
        return Optional.ofNullable(arguments.matchedOptionValue(option, null));
    }

    private static Setting<PostgresVersion> version(String given) {
        return new Setting<>(
                PostgresVersion.parse(given)
                        .orElseThrow(() -> new UsageError(VERSION + " " + given + ": known are "
                                + PostgresVersion.OLDEST + " to " + PostgresVersion.NEWEST)),
                VERSION);
    }

    private static Setting<ZoneId> timezone(String given) {
        if (!ZoneId.getAvailableZoneIds().contains(given)) {
            throw new UsageError(TIMEZONE + " " + given + ": there is no such zone"
                    + Nearest.question(given, ZoneId.getAvailableZoneIds()));
        }
        return new Setting<>(ZoneId.of(given), TIMEZONE);
    }

    /** The layout is that of each folder that is linted, and of the folder of each file. */
    private static List<ConfiguredHistory> histories(String layout, FileTree tree, List<String> paths) {
        if (!Histories.layouts().contains(layout)) {
            throw UsageError.unknown(LAYOUT, layout, "known", Histories.layouts());
        }
        return (paths.isEmpty() ? List.of("") : paths)
                .stream()
                        .map(path -> tree.kind(path) == Kind.FILE ? parent(path) : path)
                        .distinct()
                        .map(folder -> history(folder, layout))
                        .toList();
    }

    private static String parent(String path) {
        return path.substring(0, Math.max(0, path.lastIndexOf('/')));
    }

    private static ConfiguredHistory history(String folder, String layout) {
        return new ConfiguredHistory(
                new Setting<>(folder, LAYOUT),
                Optional.of(new Setting<>(layout, LAYOUT)),
                Optional.empty(),
                Map.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
