package dev.greenlight.cli;

import dev.greenlight.lint.PredictedCatalog;
import dev.greenlight.lint.Predictions;
import dev.greenlight.report.CatalogFormat;
import dev.greenlight.report.CatalogFormats;
import dev.greenlight.report.DifferenceFormat;
import dev.greenlight.rule.Nearest;
import dev.greenlight.source.SourceRead.Unreadable;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** {@code greenlight schema}: prints the catalog that migrations leave; judges nothing. */
final class SchemaCommand implements Command {
    private static final String FORMAT = "--format";
    private static final String BASELINE = "--baseline-migration";

    @Override
    public String name() {
        return "schema";
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = CommandSpec.create().name(name()).addOption(CommandLines.helpOption());
        spec.usageMessage()
                .description("Prints what is in the database after all migrations, as predicted.")
                .footer(
                        "%nExamples:",
                        "  greenlight schema db/migrations > catalog.json",
                        "  greenlight schema --format sql --at 41 db/migrations > at41.sql",
                        "  greenlight schema --diff 41 production.sql db/migrations",
                        "  greenlight schema --postgres-version 15 db/migrations");
        InputOptions.addTo(spec);
        spec.addOption(InputOptions.option(FORMAT, "FORMAT")
                .description("What to print: " + String.join(", ", formats()) + ". Default: "
                        + formats().getFirst() + "; of " + StateOptions.DIFF + ": text, json.")
                .build());
        StateOptions.addTo(spec);
        spec.addOption(OptionSpec.builder(BASELINE)
                .type(boolean.class)
                .arity("0")
                .description("Print a migration that makes what is not there and leaves alone what is.")
                .build());
        return spec;
    }

    @Override
    public int run(ParseResult arguments, Terminal terminal) {
        requireOneAim(arguments);
        List<String> compared = StateOptions.compared(arguments);
        if (!compared.isEmpty()) {
            return difference(arguments, compared, terminal);
        }
        CatalogFormat format = arguments.hasMatchedOption(BASELINE)
                ? CatalogFormats.baselineMigration()
                : format(arguments.matchedOptionValue(FORMAT, formats().getFirst()));
        String version = arguments.matchedOptionValue(StateOptions.AT, null);
        InputOptions inputs = InputOptions.of(arguments, terminal);
        if (version != null) {
            StateOptions states = new StateOptions(inputs);
            return printed(states.at(version), states.states().unreadable(), format, terminal);
        }
        Predictions predictions = Predictions.of(inputs.request(inputs.disk(), inputs.configuration(inputs.disk())));
        predictions.unreadable().stream().map(CommandLines::words).forEach(terminal::complain);
        return printed(only(predictions), predictions.unreadable(), format, terminal);
    }

    private static int printed(
            PredictedCatalog predicted, List<Unreadable> unreadable, CatalogFormat format, Terminal terminal) {
        write(predicted, format, terminal);
        if (predicted.errors() > 0) {
            terminal.complain(words(predicted));
        }
        return unreadable.isEmpty() ? ExitCode.CLEAN : ExitCode.USAGE;
    }

    private static void requireOneAim(ParseResult arguments) {
        boolean baseline = arguments.hasMatchedOption(BASELINE);
        if (baseline && arguments.hasMatchedOption(FORMAT)) {
            throw new UsageError(BASELINE + " is SQL: leave out " + FORMAT);
        }
        if (arguments.hasMatchedOption(StateOptions.DIFF)
                && (baseline || arguments.hasMatchedOption(StateOptions.AT))) {
            throw new UsageError(StateOptions.DIFF + " names its states itself: leave out "
                    + (baseline ? BASELINE : StateOptions.AT));
        }
    }

    private static int difference(ParseResult arguments, List<String> compared, Terminal terminal) {
        DifferenceFormat format =
                SchemaDifference.format(Optional.ofNullable(arguments.matchedOptionValue(FORMAT, null)));
        StateOptions states = new StateOptions(InputOptions.of(arguments, terminal));
        return new SchemaDifference(states, terminal).print(compared, format);
    }

    private static List<String> formats() {
        return CatalogFormats.all().stream().map(CatalogFormat::id).toList();
    }

    private static CatalogFormat format(String given) {
        return CatalogFormats.find(given)
                .orElseThrow(() -> new UsageError(FORMAT + " " + given + ": known formats are "
                        + String.join(", ", formats()) + Nearest.question(given, formats())));
    }

    private static String words(PredictedCatalog predicted) {
        String errors = predicted.errors() == 1 ? "1 statement" : predicted.errors() + " statements";
        return "this is what is left after " + errors + " that PostgreSQL would refuse: greenlight lint shows them";
    }

    /** Each history has a database of its own. */
    private static PredictedCatalog only(Predictions predictions) {
        List<PredictedCatalog> catalogs = predictions.catalogs();
        return switch (catalogs.size()) {
            case 0 -> throw new UsageError("there are no migrations: give the path of a folder that holds some");
            case 1 -> catalogs.getFirst();
            default ->
                throw new UsageError("these are several histories, each with a catalog of its own: name one of "
                        + catalogs.stream().map(PredictedCatalog::folder).collect(Collectors.joining(", ")));
        };
    }

    private static void write(PredictedCatalog predicted, CatalogFormat format, Terminal terminal) {
        try {
            List<String> lost = format.write(predicted, terminal.out());
            if (!lost.isEmpty()) {
                String things = lost.size() == 1 ? "1 thing is" : lost.size() + " things are";
                terminal.complain(things + " not in this script: its last lines say which and why");
            }
        } catch (IOException e) {
            throw new IllegalStateException("standard output keeps its failures to itself", e);
        }
    }
}
