package dev.greenlight.cli;

import dev.greenlight.lint.baseline.Baseline;
import dev.greenlight.lint.baseline.BaselineFolder;
import dev.greenlight.lint.baseline.BaselineRead;
import dev.greenlight.lint.baseline.BaselineReader;
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

/** Which findings are known, and whether they still must be there. */
final class BaselineOptions {
    static final String BASELINE = "--baseline";
    static final String DEFAULT_FILE = "greenlight-baseline.json";

    private static final String CHECK = "--check-baseline";

    private final Optional<Baseline> known;
    private final boolean checked;

    private BaselineOptions(Optional<Baseline> known, boolean checked) {
        this.known = known;
        this.checked = checked;
    }

    static void addTo(CommandSpec spec) {
        spec.addOption(InputOptions.option(BASELINE, "FILE")
                .description("Leave out the findings in this file, which greenlight baseline writes.")
                .build());
        spec.addOption(OptionSpec.builder(CHECK)
                .description("Make the exit code 1 also where the baseline has findings that are gone.")
                .build());
    }

    static BaselineOptions of(ParseResult arguments, Terminal terminal) {
        String file = arguments.matchedOptionValue(BASELINE, "");
        boolean check = arguments.hasMatchedOption(CHECK);
        if (check && file.isEmpty()) {
            throw new UsageError(CHECK + " needs a baseline, as in " + BASELINE + " " + DEFAULT_FILE);
        }
        return new BaselineOptions(file.isEmpty() ? Optional.empty() : Optional.of(read(file, terminal)), check);
    }

    private static Baseline read(String path, Terminal terminal) {
        Path here = terminal.environment().workingDirectory();
        FileTree disk = DiskTree.below(here);
        if (disk.kind(path) == FileTree.Kind.MISSING) {
            throw new UsageError(BASELINE + " " + path + ": there is no such file; greenlight baseline writes it");
        }
        return switch (disk.read(path)) {
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

    Optional<Baseline> known() {
        return known;
    }

    boolean isChecked() {
        return checked;
    }
}
