package dev.greenlight.cli;

import dev.greenlight.lint.LintRequest;
import dev.greenlight.postgres.PostgresVersion;
import dev.greenlight.rule.Nearest;
import dev.greenlight.source.DiskTree;
import dev.greenlight.source.FileTree;
import dev.greenlight.source.OverlayTree;
import java.io.File;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** What all commands that read migrations take: where they are, and the server that they are for. */
final class InputOptions {
    private static final String VERSION = "--postgres-version";
    private static final String TIMEZONE = "--timezone";
    private static final String BASELINE = "--baseline-schema";
    private static final String STDIN_FILENAME = "--stdin-filename";
    private static final String STANDARD_INPUT = "-";

    private InputOptions() {}

    static void addTo(CommandSpec spec) {
        spec.addPositional(PositionalParamSpec.builder()
                .paramLabel("PATH")
                .arity("0..*")
                .type(List.class)
                .auxiliaryTypes(String.class)
                .description("Folders and files with migrations; - is standard input. Default: the current folder.")
                .build());
        spec.addOption(option(VERSION, "VERSION")
                .description("The major version of the server: " + PostgresVersion.OLDEST + " to "
                        + PostgresVersion.NEWEST + ". Default: " + PostgresVersion.NEWEST + ".")
                .build());
        spec.addOption(option(TIMEZONE, "ZONE")
                .description("TimeZone of the sessions that run the migrations, such as Europe/Berlin.")
                .build());
        spec.addOption(option(BASELINE, "FILE")
                .type(List.class)
                .auxiliaryTypes(String.class)
                .description("SQL of what is there before the first migration. Repeatable.")
                .build());
        spec.addOption(option(STDIN_FILENAME, "PATH")
                .description("The path under which to report standard input.")
                .build());
    }

    static OptionSpec.Builder option(String name, String label) {
        return OptionSpec.builder(name).paramLabel(label).arity("1").type(String.class);
    }

    static LintRequest request(ParseResult arguments, Terminal terminal) {
        List<String> given = arguments.matchedPositionalValue(0, List.of());
        Optional<String> standardInput = standardInput(arguments, given, terminal);
        FileTree disk = DiskTree.below(terminal.environment().workingDirectory());
        List<String> paths = given.stream()
                .map(path -> path.equals(STANDARD_INPUT) ? standardInput.orElse(path) : path)
                .toList();
        FileTree tree = standardInput
                .map(path -> withStandardInput(disk, path, terminal))
                .orElse(disk);
        return LintRequest.of(tree, paths.isEmpty() ? List.of(".") : paths)
                .withVersion(version(arguments))
                .withTimezone(timezone(arguments))
                .withBaselineSchema(arguments.matchedOptionValue(BASELINE, List.of()));
    }

    private static Optional<String> standardInput(ParseResult arguments, List<String> paths, Terminal terminal) {
        Optional<String> name = Optional.ofNullable(arguments.matchedOptionValue(STDIN_FILENAME, null));
        if (!paths.contains(STANDARD_INPUT)) {
            if (name.isPresent()) {
                throw new UsageError(STDIN_FILENAME + " names standard input, which is read where a path is -");
            }
            return Optional.empty();
        }
        return Optional.of(name.map(path -> fromHere(path, terminal)).orElse(STANDARD_INPUT));
    }

    /** Editors give absolute paths. */
    private static String fromHere(String path, Terminal terminal) {
        Path here = terminal.environment().workingDirectory();
        try {
            Path given = here.resolve(path).normalize();
            return given.startsWith(here) ? here.relativize(given).toString().replace(File.separatorChar, '/') : path;
        } catch (InvalidPathException e) {
            throw new UsageError(STDIN_FILENAME + " " + path + ": no file can be called so");
        }
    }

    private static FileTree withStandardInput(FileTree disk, String path, Terminal terminal) {
        try {
            return OverlayTree.of(disk, path, terminal.in().readAllBytes());
        } catch (IOException e) {
            throw new UsageError("standard input: " + e.getMessage());
        }
    }

    private static PostgresVersion version(ParseResult arguments) {
        String given = arguments.matchedOptionValue(VERSION, PostgresVersion.NEWEST.toString());
        return PostgresVersion.parse(given)
                .orElseThrow(() -> new UsageError(VERSION + " " + given + ": known are " + PostgresVersion.OLDEST
                        + " to " + PostgresVersion.NEWEST));
    }

    private static Optional<ZoneId> timezone(ParseResult arguments) {
        String given = arguments.matchedOptionValue(TIMEZONE, "");
        if (given.isEmpty()) {
            return Optional.empty();
        }
        if (!ZoneId.getAvailableZoneIds().contains(given)) {
            throw new UsageError(TIMEZONE + " " + given + ": there is no such zone"
                    + Nearest.question(given, ZoneId.getAvailableZoneIds()));
        }
        return Optional.of(ZoneId.of(given));
    }
}
