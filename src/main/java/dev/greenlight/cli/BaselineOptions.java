package dev.greenlight.cli;

import dev.greenlight.lint.baseline.Baseline;
import dev.greenlight.lint.baseline.BaselineFolder;
import dev.greenlight.lint.baseline.BaselineRead;
import dev.greenlight.lint.baseline.BaselineReader;
import dev.greenlight.lint.config.Configuration;
import dev.greenlight.lint.config.Setting;
import dev.greenlight.source.FileTree;
import dev.greenlight.source.SourceFile;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** The options that say which findings are known, and whether they still must be there. */
final class BaselineOptions {
    static final String BASELINE = "--baseline";
    static final String DEFAULT_FILE = "greenlight-baseline.json";

    private static final String CHECK = "--check-baseline";

    private BaselineOptions() {}

    static void addTo(CommandSpec spec) {
        spec.addOption(InputOptions.option(BASELINE, "FILE")
                .description("Leave out the findings in this file, which greenlight baseline writes.")
                .build());
        spec.addOption(OptionSpec.builder(CHECK)
                .description("Make the exit code 1 also where the baseline has findings that are gone.")
                .build());
    }

    static boolean isChecked(ParseResult arguments) {
        return arguments.hasMatchedOption(CHECK);
    }

    static Optional<Baseline> read(
            ParseResult arguments, Configuration configuration, FileTree tree, Terminal terminal) {
        if (isChecked(arguments) && configuration.baseline().isEmpty()) {
            throw new UsageError(CHECK + " needs a baseline, as in " + BASELINE + " " + DEFAULT_FILE);
        }
        return configuration.baseline().map(setting -> read(setting, tree, terminal));
    }

    private static Baseline read(Setting<String> setting, FileTree tree, Terminal terminal) {
        String path = setting.value();
        SourceFile file = OptionFile.read(BASELINE, path, "greenlight baseline writes it", tree, terminal);
        return baseline(file, folder(terminal.environment().workingDirectory(), path));
    }

    private static Baseline baseline(SourceFile file, BaselineFolder folder) {
        return switch (BaselineReader.read(file, folder)) {
            case BaselineRead.Known known -> known.baseline();
            case BaselineRead.Broken broken -> throw OptionFile.broken(BASELINE, broken.problem());
        };
    }

    /** The folder that the file is in, or will be. */
    static BaselineFolder folder(Path here, String file) {
        try {
            return BaselineFolder.of(here, Path.of(file));
        } catch (InvalidPathException e) {
            throw new UsageError(BASELINE + " " + file + ": no file can be called so");
        }
    }
}
