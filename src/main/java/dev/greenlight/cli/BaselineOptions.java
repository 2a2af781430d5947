package dev.greenlight.cli;

import dev.greenlight.lint.baseline.Baseline;
import dev.greenlight.lint.baseline.BaselineFolder;
import dev.greenlight.lint.baseline.BaselineRead;
import dev.greenlight.lint.baseline.BaselineReader;
import dev.greenlight.lint.config.Configuration;
import dev.greenlight.lint.config.Setting;
import dev.greenlight.source.DiskTree;
import dev.greenlight.source.FileTree;
import dev.greenlight.source.SourceFile;
import dev.greenlight.source.SourceRead;
import dev.greenlight.source.SourceRead.Unreadable;
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

    /** Read where the migrations are; a file that is only on the disk, and not yet in that tree, is read there. */
    static Optional<Baseline> read(
            ParseResult arguments, Configuration configuration, FileTree tree, Terminal terminal) {
        if (isChecked(arguments) && configuration.baseline().isEmpty()) {
            throw new UsageError(CHECK + " needs a baseline, as in " + BASELINE + " " + DEFAULT_FILE);
        }
        return configuration.baseline().map(setting -> read(setting, tree, terminal));
    }

    private static Baseline read(Setting<String> setting, FileTree tree, Terminal terminal) {
        String path = setting.value();
        Path here = terminal.environment().workingDirectory();
        FileTree disk = DiskTree.below(here);
        FileTree place = tree.kind(path) == FileTree.Kind.MISSING ? disk : tree;
        if (place.kind(path) == FileTree.Kind.MISSING) {
            throw new UsageError(BASELINE + " " + path + ": there is no such file; greenlight baseline writes it");
        }
        return switch (place.read(path)) {
            case SourceRead.Text text -> baseline(text.file(), folder(here, path));
            case Unreadable problem -> throw broken(problem);
        };
    }

    private static Baseline baseline(SourceFile file, BaselineFolder folder) {
        return switch (BaselineReader.read(file, folder)) {
            case BaselineRead.Known known -> known.baseline();
            case BaselineRead.Broken broken -> throw broken(broken.problem());
        };
    }

    private static UsageError broken(Unreadable problem) {
        return new UsageError(BASELINE + " " + problem.path() + ":" + problem.line() + ": " + problem.problem() + "; "
                + problem.remedy());
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
