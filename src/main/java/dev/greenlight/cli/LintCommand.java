package dev.greenlight.cli;

import dev.greenlight.lint.Linter;
import dev.greenlight.lint.Review;
import dev.greenlight.lint.Threshold;
import dev.greenlight.lint.baseline.Baseline;
import dev.greenlight.lint.config.Configuration;
import dev.greenlight.lint.config.Setting;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** {@code greenlight lint}: judges migrations and reports. */
final class LintCommand implements Command {
    private static final String FAIL_ON = "--fail-on";

    @Override
    public String name() {
        return "lint";
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = CommandSpec.create().name(name()).addOption(CommandLines.helpOption());
        spec.usageMessage().description("Judges migrations: what would fail, block, rewrite or lose data.");
        InputOptions.addTo(spec);
        ScopeOptions.addTo(spec);
        ReportOptions.addTo(spec);
        spec.addOption(thresholdOption("finding"));
        BaselineOptions.addTo(spec);
        spec.usageMessage()
                .footer(
                        "%nExamples:",
                        "  greenlight lint db/migrations",
                        "  greenlight lint --fail-on yellow --postgres-version 15 .",
                        "  greenlight lint --base origin/main db/migrations",
                        "  greenlight lint --output sarif=greenlight.sarif --output markdown=summary.md",
                        "  cat V7__orders.sql | greenlight lint --stdin-filename db/V7__orders.sql -");
        return spec;
    }

    @Override
    public int run(ParseResult arguments, Terminal terminal) {
        ReportOptions reports = ReportOptions.of(arguments, terminal);
        ScopeChoice scope = ScopeOptions.of(arguments);
        InputOptions inputs = InputOptions.of(arguments, terminal);
        Outcome outcome = ScopedRequest.run(inputs, scope, terminal, (request, configuration) -> {
            Optional<Baseline> known = BaselineOptions.read(arguments, configuration, request.tree(), terminal);
            return new Outcome(Linter.lint(request.withBaseline(known)), configuration);
        });
        boolean checksBaseline = BaselineOptions.isChecked(arguments);
        Review review =
                checksBaseline ? outcome.review().withNotes(outcome.review().gone()) : outcome.review();
        boolean written = reports.write(review);
        if (!written || !review.unreadable().isEmpty()) {
            return ExitCode.USAGE;
        }
        Threshold threshold =
                outcome.configuration().failOn().map(Setting::value).orElse(Threshold.RED);
        boolean failed = threshold.isReached(review.summary().verdict())
                || checksBaseline && !review.gone().isEmpty();
        return failed ? ExitCode.FINDINGS : ExitCode.CLEAN;
    }

    /** @param what that which makes the exit code 1 */
    static OptionSpec thresholdOption(String what) {
        return InputOptions.option(FAIL_ON, "SIGNAL")
                .description("The mildest " + what + " that makes the exit code 1: red, yellow or never. Default: red.")
                .build();
    }

    private record Outcome(Review review, Configuration configuration) {}

    /** What the command line says; nothing for a command that has no such option. */
    static Optional<Setting<Threshold>> threshold(ParseResult arguments) {
        return Optional.<String>ofNullable(arguments.matchedOptionValue(FAIL_ON, null))
                .map(given -> Threshold.find(given)
                        .orElseThrow(() -> UsageError.unknown(FAIL_ON, given, "known", Threshold.ids())))
                .map(threshold -> new Setting<>(threshold, FAIL_ON));
    }
}
