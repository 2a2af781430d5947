package dev.greenlight.cli;

import dev.greenlight.effect.TableSizes;
import dev.greenlight.lint.config.Configuration;
import dev.greenlight.lint.config.ConfigurationProblem;
import dev.greenlight.lint.config.Setting;
import dev.greenlight.lint.config.StatisticsReader;
import dev.greenlight.source.DiskTree;
import dev.greenlight.source.FileTree;
import dev.greenlight.source.SourceRead.Text;
import dev.greenlight.source.SourceRead.Unreadable;
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

    /** A file that is only on the disk, and not in the tree of a commit, is read there. */
    private static TableSizes read(String path, FileTree tree, Terminal terminal) {
        FileTree disk = DiskTree.below(terminal.environment().workingDirectory());
        FileTree place = tree.kind(path) == FileTree.Kind.MISSING ? disk : tree;
        if (place.kind(path) == FileTree.Kind.MISSING) {
            throw new UsageError(
                    STATS + " " + path + ": there is no such file; the README has the query that gives it");
        }
        return switch (place.read(path)) {
            case Text text -> sizes(StatisticsReader.read(text.file()));
            case Unreadable problem ->
                throw new UsageError(STATS + " " + problem.path() + ":" + problem.line() + ": " + problem.problem()
                        + "; " + problem.remedy());
        };
    }

    private static TableSizes sizes(StatisticsReader.Read read) {
        if (!read.problems().isEmpty()) {
            throw new UsageError(
                    read.problems().stream().map(ConfigurationProblem::toString).toList());
        }
        return read.sizes();
    }
}
