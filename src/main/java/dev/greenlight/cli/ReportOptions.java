package dev.greenlight.cli;

import dev.greenlight.git.GitRepository;
import dev.greenlight.lint.Review;
import dev.greenlight.report.ReportFormat;
import dev.greenlight.report.ReportFormats;
import dev.greenlight.report.ReportStyle;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** What a review is written as, and where to. */
final class ReportOptions {
    private static final String FORMAT = "--format";
    private static final String OUTPUT = "--output";
    private static final String COLOR = "--color";
    private static final List<String> COLORS = List.of("auto", "always", "never");

    private final ReportFormat format;
    private final List<Output> outputs;
    private final boolean color;
    private final Terminal terminal;

    private ReportOptions(ReportFormat format, List<Output> outputs, boolean color, Terminal terminal) {
        this.format = format;
        this.outputs = List.copyOf(outputs);
        this.color = color;
        this.terminal = terminal;
    }

    private record Output(ReportFormat format, String path) {}

    static void addTo(CommandSpec spec) {
        String formats = String.join(", ", formats());
        spec.addOption(InputOptions.option(FORMAT, "FORMAT")
                .description(
                        "What to print: " + formats + ". Default: " + formats().getFirst() + ".")
                .build());
        spec.addOption(InputOptions.option(OUTPUT, "FORMAT=FILE")
                .type(List.class)
                .auxiliaryTypes(String.class)
                .description("Write a file besides. Repeatable.")
                .build());
        addColorTo(spec);
    }

    static void addColorTo(CommandSpec spec) {
        spec.addOption(InputOptions.option(COLOR, "WHEN")
                .description("Colours in text: auto, always or never. Default: auto, which is on a terminal.")
                .build());
    }

    static ReportOptions of(ParseResult arguments, Terminal terminal) {
        List<Output> outputs = new ArrayList<>();
        for (String given : arguments.matchedOptionValue(OUTPUT, List.<String>of())) {
            outputs.add(output(given));
        }
        ReportFormat format =
                format(FORMAT, arguments.matchedOptionValue(FORMAT, formats().getFirst()));
        return new ReportOptions(format, outputs, color(arguments, terminal.environment()), terminal);
    }

    private static List<String> formats() {
        return ReportFormats.all().stream().map(ReportFormat::id).toList();
    }

    private static Output output(String given) {
        String[] parts = given.split("=", 2);
        if (parts.length < 2 || parts[1].isEmpty()) {
            throw new UsageError(
                    OUTPUT + " " + given + ": say which format and which file, as in sarif=greenlight.sarif");
        }
        return new Output(format(OUTPUT, parts[0]), parts[1]);
    }

    private static ReportFormat format(String option, String given) {
        return ReportFormats.find(given)
                .orElseThrow(() -> UsageError.unknown(option, given, "known formats", formats()));
    }

    static boolean color(ParseResult arguments, Environment environment) {
        String given = arguments.matchedOptionValue(COLOR, COLORS.getFirst());
        return switch (given) {
            case "auto" -> environment.wantsColor();
            case "always" -> true;
            case "never" -> false;
            default -> throw new UsageError(COLOR + " " + given + ": known are " + String.join(", ", COLORS));
        };
    }

    /** Prints the review and writes the files. Gives whether all could be written; what could not is complained of. */
    boolean write(Review review) {
        Path workingDirectory = terminal.environment().workingDirectory();
        String root = GitRepository.enclosing(workingDirectory)
                .map(repository -> repository.prefix(workingDirectory))
                .orElse("");
        boolean written = true;
        for (Output output : outputs) {
            written &= write(review, output, new ReportStyle(false, Version.OF_THIS_BUILD, root));
        }
        terminal.print(out -> format.write(review, new ReportStyle(color, Version.OF_THIS_BUILD, root), out));
        return written;
    }

    private boolean write(Review review, Output output, ReportStyle style) {
        try {
            Path path = terminal.environment().workingDirectory().resolve(output.path);
            ReportFile.write(path, out -> output.format.write(review, style, out));
            return true;
        } catch (IOException | java.nio.file.InvalidPathException e) {
            terminal.complain(OUTPUT + " " + output.path + ": cannot be written: " + e);
            return false;
        }
    }
}
