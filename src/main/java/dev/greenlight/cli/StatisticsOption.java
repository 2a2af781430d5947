package dev.greenlight.cli;

import dev.greenlight.effect.TableSizes;
import dev.greenlight.lint.config.Configuration;
import dev.greenlight.lint.config.ConfigurationProblem;
import dev.greenlight.lint.config.Setting;
import dev.greenlight.lint.config.StatisticsReader;
import dev.greenlight.source.FileTree;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** The option that says how large the tables are. */
final class StatisticsOption {
    private static final String STATS = "--stats";

    private StatisticsOption() {}

    static void addTo(CommandSpec spec) {
        spec.addOption(InputOptions.option(STATS, "FILE")
                .description("How large the tables are, as JSON from the query in the README: small ones may be worked"
                        + " on, of large ones is said how long it takes.")
                .build());
    }

    static Optional<Setting<String>> given(ParseResult arguments) {
        return Optional.<String>ofNullable(arguments.matchedOptionValue(STATS, null))
                .map(file -> new Setting<>(file, STATS));
    }

    /** What the configuration says itself, and where it says nothing what the file does. */
    static TableSizes sizes(Configuration configuration, FileTree tree, Terminal terminal) {
        TableSizes said = configuration.tables().orElse(TableSizes.UNKNOWN);
        return configuration
                .stats()
                .map(setting -> said.over(read(setting.value(), tree, terminal)))
                .orElse(said);
    }

    private static TableSizes read(String path, FileTree tree, Terminal terminal) {
        String maker = "the README has the query that gives it";
        return sizes(StatisticsReader.read(OptionFile.read(STATS, path, maker, tree, terminal)));
    }

    private static TableSizes sizes(StatisticsReader.Read read) {
        if (!read.problems().isEmpty()) {
            throw new UsageError(
                    read.problems().stream().map(ConfigurationProblem::toString).toList());
        }
        return read.sizes();
    }
}
