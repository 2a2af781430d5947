package dev.greenlight.cli;

import dev.greenlight.lint.LintRequest;
import dev.greenlight.lint.Linter;
import dev.greenlight.lint.Review;
import dev.greenlight.lint.Verdict;
import dev.greenlight.rule.Nearest;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code greenlight lint}: judges migrations and reports. */
final class LintCommand implements Command {
    private static final String FAIL_ON = "--fail-on";
    private static final List<String> THRESHOLDS = List.of("red", "yellow", "never");

    @Override
    public String name() {
        return "lint";
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = CommandSpec.create().name(name()).addOption(CommandLines.helpOption());
        spec.usageMessage().description("Judges migrations: what would fail, block, rewrite or lose data.");
        InputOptions.addTo(spec);
        ReportOptions.addTo(spec);
        spec.addOption(InputOptions.option(FAIL_ON, "SIGNAL")
                .description("The mildest finding that makes the exit code 1: red, yellow or never. Default: red.")
                .build());
        BaselineOptions.addTo(spec);
        spec.usageMessage()
                .footer(
                        "%nExamples:",
                        "  greenlight lint db/migrations",
                        "  greenlight lint --fail-on yellow --postgres-version 15 .",
                        "  greenlight lint --output sarif=greenlight.sarif --output markdown=summary.md",
                        "  cat V7__orders.sql | greenlight lint --stdin-filename db/V7__orders.sql -");
        return spec;
    }

    @Override
    public int run(ParseResult arguments, Terminal terminal) {
        ReportOptions reports = ReportOptions.of(arguments, terminal);
        Threshold threshold = Threshold.of(arguments.matchedOptionValue(FAIL_ON, THRESHOLDS.getFirst()));
        BaselineOptions baseline = BaselineOptions.of(arguments, terminal);
        LintRequest request = InputOptions.request(arguments, terminal).withBaseline(baseline.known());
        Review review = Linter.lint(request);
        review = baseline.isChecked() ? review.withNotes(review.gone()) : review;
        boolean written = reports.write(review);
        if (!written || !review.unreadable().isEmpty()) {
            return ExitCode.USAGE;
        }
        boolean failed = threshold.isReached(review.summary().verdict())
                || baseline.isChecked() && !review.gone().isEmpty();
        return failed ? ExitCode.FINDINGS : ExitCode.CLEAN;
    }

    private enum Threshold {
        RED,
        YELLOW,
        NEVER;

        static Threshold of(String given) {
            int index = THRESHOLDS.indexOf(given);
            if (index < 0) {
                throw new UsageError(FAIL_ON + " " + given + ": known are " + String.join(", ", THRESHOLDS)
                        + Nearest.question(given, THRESHOLDS));
            }
            return values()[index];
        }

        boolean isReached(Verdict verdict) {
            return switch (this) {
                case RED -> verdict == Verdict.BLOCKED;
                case YELLOW -> verdict != Verdict.SAFE;
                case NEVER -> false;
            };
        }
    }
}
