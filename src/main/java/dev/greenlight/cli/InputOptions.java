package dev.greenlight.cli;

import dev.greenlight.lint.LintRequest;
import dev.greenlight.lint.config.Configuration;
import dev.greenlight.lint.config.ConfiguredRequest;
import dev.greenlight.source.DiskTree;
import dev.greenlight.source.FileTree;
import dev.greenlight.source.OverlayTree;
import java.io.File;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/**
 * What all commands that read migrations take: where they are, and what is said about them.
 *
 * @param disk the files below the working directory, and standard input if it is one of the paths
 * @param paths as given, from the working directory; may be empty
 */
record InputOptions(ParseResult arguments, FileTree disk, List<String> paths, Terminal terminal) {
    private static final String STDIN_FILENAME = "--stdin-filename";
    private static final String STANDARD_INPUT = "-";

    static void addTo(CommandSpec spec) {
        addTo(spec, 0);
    }

    /** Behind as many other arguments. */
    static void addTo(CommandSpec spec, int first) {
        spec.addPositional(PositionalParamSpec.builder()
                .index(first + "..*")
                .paramLabel("PATH")
                .arity("0..*")
                .type(List.class)
                .auxiliaryTypes(String.class)
                .description("Folders and files with migrations; - is standard input. Default: the folders that the"
                        + " configuration names, else the current one.")
                .build());
        ConfigurationOptions.addTo(spec);
        spec.addOption(option(STDIN_FILENAME, "PATH")
                .description("The path under which to report standard input.")
                .build());
    }

    static OptionSpec.Builder option(String name, String label) {
        return OptionSpec.builder(name).paramLabel(label).arity("1").type(String.class);
    }

    static InputOptions of(ParseResult arguments, Terminal terminal) {
        return of(arguments, 0, terminal);
    }

    /** Of paths behind as many other arguments. */
    static InputOptions of(ParseResult arguments, int first, Terminal terminal) {
        List<String> given = arguments.matchedPositionalValue(first, List.of());
        Optional<String> standardInput = standardInput(arguments, given, terminal);
        FileTree disk = DiskTree.below(terminal.environment().workingDirectory());
        List<String> paths = given.stream()
                .map(path -> path.equals(STANDARD_INPUT) ? standardInput.orElse(path) : fromHere(path, terminal))
                .toList();
        FileTree tree = standardInput
                .map(path -> withStandardInput(disk, path, terminal))
                .orElse(disk);
        return new InputOptions(arguments, tree, paths, terminal);
    }

    /** What the command line says, and where it says nothing what the configuration says that is in a tree. */
    Configuration configuration(FileTree tree) {
        return ConfigurationOptions.of(arguments, tree, paths, terminal);
    }

    LintRequest request(FileTree tree, Configuration configuration) {
        return ConfiguredRequest.of(tree, paths, configuration, StatisticsOption.sizes(configuration, tree, terminal));
    }

    /** The same without the paths. */
    InputOptions withoutPaths() {
        return new InputOptions(arguments, disk, List.of(), terminal);
    }

    private static Optional<String> standardInput(ParseResult arguments, List<String> paths, Terminal terminal) {
        Optional<String> name = Optional.ofNullable(arguments.matchedOptionValue(STDIN_FILENAME, null));
        if (!paths.contains(STANDARD_INPUT)) {
            if (name.isPresent()) {
                throw new UsageError(STDIN_FILENAME + " names standard input, which is read where a path is -");
            }
            return Optional.empty();
        }
        if (name.filter(path -> !isPath(path)).isPresent()) {
            throw new UsageError(STDIN_FILENAME + " " + name.get() + ": no file can be called so");
        }
        return Optional.of(name.map(path -> fromHere(path, terminal)).orElse(STANDARD_INPUT));
    }

    /** Editors give absolute paths. What is no path is left as it is, for it will not be found. */
    static String fromHere(String path, Terminal terminal) {
        Path here = terminal.environment().workingDirectory();
        try {
            Path given = here.resolve(path).normalize();
            return given.startsWith(here) ? relative(here, given) : path;
        } catch (InvalidPathException e) {
            return path;
        }
    }

    private static String relative(Path here, Path given) {
        String relative = here.relativize(given).toString().replace(File.separatorChar, '/');
        return relative.isEmpty() ? "." : relative;
    }

    private static boolean isPath(String text) {
        try {
            return !Path.of(text).toString().isEmpty();
        } catch (InvalidPathException e) {
            return false;
        }
    }

    private static FileTree withStandardInput(FileTree disk, String path, Terminal terminal) {
        try {
            return OverlayTree.of(disk, path, terminal.in().readAllBytes());
        } catch (IOException e) {
            throw new UsageError("standard input: " + e.getMessage());
        }
    }
}
