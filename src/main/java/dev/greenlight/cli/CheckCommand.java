package dev.greenlight.cli;

import dev.greenlight.lint.SchemaReview;
import dev.greenlight.lint.Threshold;
import dev.greenlight.lint.check.Requirements;
import dev.greenlight.lint.config.Configuration;
import dev.greenlight.lint.config.Setting;
import dev.greenlight.report.CheckFormat;
import dev.greenlight.report.CheckFormats;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code greenlight check}: recommends what to do about the schema that migrations leave; judges no migration. */
final class CheckCommand implements Command {
    private static final String FORMAT = "--format";
    private static final String AGAINST = "--against";

    @Override
    public String name() {
        return "check";
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = CommandSpec.create().name(name()).addOption(CommandLines.helpOption());
        spec.usageMessage()
                .description("Recommends what to do about the schema that all migrations leave: what the application"
                        + " requires and is not there, keys without an index, what is needless or not finished.")
                .footer(
                        "%nExamples:",
                        "  greenlight check db/migrations",
                        "  greenlight check --against prisma/schema.prisma prisma/migrations",
                        "  greenlight check --fail-on yellow --format json db/migrations");
        InputOptions.addTo(spec);
        spec.addOption(InputOptions.option(FORMAT, "FORMAT")
                .description("What to print: " + String.join(", ", formats()) + ". Default: "
                        + formats().getFirst() + ".")
                .build());
        spec.addOption(InputOptions.option(AGAINST, "FILE")
                .type(List.class)
                .auxiliaryTypes(String.class)
                .description(
                        "What the schema should be: a schema.prisma or a folder of such files, Drizzle's snapshot or"
                                + " its folder meta, or what pg_dump --schema-only wrote. What differs is told. Repeatable.")
                .build());
        spec.addOption(LintCommand.thresholdOption("recommendation"));
        return spec;
    }

    @Override
    public int run(ParseResult arguments, Terminal terminal) {
        CheckFormat format =
                format(arguments.matchedOptionValue(FORMAT, formats().getFirst()));
        InputOptions inputs = InputOptions.of(arguments, terminal);
        Configuration configuration = inputs.configuration(inputs.disk());
        Requirements requirements = configuration.require().orElse(Requirements.NONE);
        SchemaReview review = SchemaReview.of(
                inputs.request(inputs.disk(), configuration), requirements, truths(arguments, configuration, terminal));
        terminal.complain(review.unreadable());
        if (review.histories().isEmpty()) {
            throw UsageError.noMigrations();
        }
        review.histories().forEach(history -> complain(history, terminal));
        terminal.print(out -> format.write(review, out));
        if (!review.unreadable().isEmpty()) {
            return ExitCode.USAGE;
        }
        Threshold threshold = configuration.failOn().map(Setting::value).orElse(Threshold.RED);
        return threshold.isReached(review.verdict()) ? ExitCode.FINDINGS : ExitCode.CLEAN;
    }

    private static List<String> truths(ParseResult arguments, Configuration configuration, Terminal terminal) {
        List<String> given = arguments.matchedOptionValue(AGAINST, List.of());
        return given.isEmpty()
                ? configuration.against().map(Setting::value).orElse(List.of())
                : given.stream()
                        .map(path -> InputOptions.fromHere(path, terminal))
                        .toList();
    }

    private static List<String> formats() {
        return CheckFormats.all().stream().map(CheckFormat::id).toList();
    }

    private static CheckFormat format(String given) {
        return CheckFormats.find(given)
                .orElseThrow(() -> UsageError.unknown(FORMAT, given, "known formats", formats()));
    }

    private static void complain(SchemaReview.OfHistory history, Terminal terminal) {
        if (history.errors() > 0) {
            String errors = history.errors() == 1 ? "1 statement" : history.errors() + " statements";
            terminal.complain(history.folder() + ": this is of what is left after " + errors
                    + " that PostgreSQL would refuse: greenlight lint shows them");
        }
    }
}
