package dev.greenlight.cli;

import dev.greenlight.lint.Linter;
import dev.greenlight.lint.MigrationReview;
import dev.greenlight.lint.Review;
import dev.greenlight.lint.StatementReview;
import dev.greenlight.lint.baseline.Baseline;
import dev.greenlight.lint.baseline.BaselineFolder;
import dev.greenlight.lint.baseline.BaselineWriter;
import dev.greenlight.lint.config.Configuration;
import dev.greenlight.lint.config.Setting;
import dev.greenlight.replay.Step;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** {@code greenlight baseline}: writes down today's findings, so that lint shows only what comes after. */
final class BaselineCommand implements Command {
    private static final String OUTPUT = "--output";

    @Override
    public String name() {
        return "baseline";
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = CommandSpec.create().name(name()).addOption(CommandLines.helpOption());
        spec.usageMessage()
                .description("Writes down today's findings, so that lint --baseline shows only what comes after.");
        InputOptions.addTo(spec);
        spec.addOption(OptionSpec.builder(OUTPUT, BaselineOptions.BASELINE)
                .paramLabel("FILE")
                .arity("1")
                .type(String.class)
                .description(
                        "The file to write. Default: the configuration's, else " + BaselineOptions.DEFAULT_FILE + ".")
                .build());
        spec.usageMessage()
                .footer(
                        "%nExamples:",
                        "  greenlight baseline db/migrations",
                        "  greenlight lint --baseline " + BaselineOptions.DEFAULT_FILE + " db/migrations");
        return spec;
    }

    @Override
    public int run(ParseResult arguments, Terminal terminal) {
        InputOptions inputs = InputOptions.of(arguments, terminal);
        Configuration configuration = inputs.configuration(inputs.disk());
        String file = configuration.baseline().map(Setting::value).orElse(BaselineOptions.DEFAULT_FILE);
        BaselineFolder folder = BaselineOptions.folder(terminal.environment().workingDirectory(), file);
        Review review = Linter.lint(inputs.request(inputs.disk(), configuration));
        if (!review.unreadable().isEmpty()) {
            terminal.complain(review.unreadable());
            return ExitCode.USAGE;
        }
        return write(Baseline.of(file, folder, review.findings(), steps(review)), review, terminal);
    }

    private static List<Step> steps(Review review) {
        return review.migrations()
                .map(MigrationReview::statements)
                .flatMap(List::stream)
                .map(StatementReview::step)
                .toList();
    }

    private static int write(Baseline baseline, Review review, Terminal terminal) {
        try {
            Path path = terminal.environment().workingDirectory().resolve(baseline.name());
            ReportFile.write(path, out -> BaselineWriter.write(baseline, out));
        } catch (IOException e) {
            terminal.complain(OUTPUT + " " + baseline.name() + ": cannot be written: " + e);
            return ExitCode.USAGE;
        }
        int findings = review.findings().size();
        terminal.print(baseline.name().replaceAll("\\p{Cntrl}", "?") + ": "
                + (findings == 1 ? "1 finding\n" : findings + " findings\n"));
        return ExitCode.CLEAN;
    }
}
