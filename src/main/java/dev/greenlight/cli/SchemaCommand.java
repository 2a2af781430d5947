package dev.greenlight.cli;

import dev.greenlight.lint.PredictedCatalog;
import dev.greenlight.lint.Predictions;
import dev.greenlight.report.CatalogFormat;
import dev.greenlight.report.CatalogFormats;
import dev.greenlight.report.DifferenceFormat;
import dev.greenlight.source.SourceRead.Unreadable;
import java.io.IOException;
import java.util.ArrayList;
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
    private static final String ALL = "--all";

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
                        "  greenlight schema --postgres-version 15 db/migrations",
                        "  greenlight schema --all services");
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
        spec.addOption(OptionSpec.builder(ALL)
                .type(boolean.class)
                .arity("0")
                .description("Print the catalogs of all histories, each with its folder, instead of the only one's.")
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
        terminal.complain(predictions.unreadable());
        if (arguments.hasMatchedOption(ALL)) {
            write(out -> format.writeAll(some(predictions), out), terminal);
            predictions.catalogs().forEach(predicted -> complain(predicted, predicted.folder() + ": ", terminal));
            return predictions.unreadable().isEmpty() ? ExitCode.CLEAN : ExitCode.USAGE;
        }
        return printed(only(predictions), predictions.unreadable(), format, terminal);
    }

    private static int printed(
            PredictedCatalog predicted, List<Unreadable> unreadable, CatalogFormat format, Terminal terminal) {
        write(out -> format.write(predicted, out), terminal);
        complain(predicted, "", terminal);
        return unreadable.isEmpty() ? ExitCode.CLEAN : ExitCode.USAGE;
    }

    private static void requireOneAim(ParseResult arguments) {
        if (arguments.hasMatchedOption(BASELINE) && arguments.hasMatchedOption(FORMAT)) {
            throw new UsageError(BASELINE + " is SQL: leave out " + FORMAT);
        }
        refuse(arguments, StateOptions.DIFF, "names its states itself", BASELINE, StateOptions.AT, ALL);
        refuse(arguments, ALL, "prints each history as it is at its end", BASELINE, StateOptions.AT);
    }

    private static void refuse(ParseResult arguments, String option, String reason, String... others) {
        for (String other : others) {
            if (arguments.hasMatchedOption(option) && arguments.hasMatchedOption(other)) {
                throw new UsageError(option + " " + reason + ": leave out " + other);
            }
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
                .orElseThrow(() -> UsageError.unknown(FORMAT, given, "known formats", formats()));
    }

    private static void complain(PredictedCatalog predicted, String place, Terminal terminal) {
        if (predicted.errors() > 0) {
            String errors = predicted.errors() == 1 ? "1 statement" : predicted.errors() + " statements";
            terminal.complain(place + "this is what is left after " + errors
                    + " that PostgreSQL would refuse: greenlight lint shows them");
        }
    }

    private static List<PredictedCatalog> some(Predictions predictions) {
        if (predictions.catalogs().isEmpty()) {
            throw UsageError.noMigrations();
        }
        return predictions.catalogs();
    }

    /** Each history has a database of its own. */
    private static PredictedCatalog only(Predictions predictions) {
        List<PredictedCatalog> catalogs = some(predictions);
        if (catalogs.size() > 1) {
            String found = catalogs.stream()
                    .map(catalog -> catalog.folder() + " (" + catalog.layout() + ")")
                    .collect(Collectors.joining(", "));
            throw new UsageError("these are several histories, each with a catalog of its own: " + found
                    + "; give the path of one of them, or " + ALL);
        }
        return catalogs.getFirst();
    }

    private interface Writing {
        List<String> to(Appendable out) throws IOException;
    }

    private static void write(Writing writing, Terminal terminal) {
        List<String> lost = new ArrayList<>();
        terminal.print(out -> lost.addAll(writing.to(out)));
        if (!lost.isEmpty()) {
            String things = lost.size() == 1 ? "1 thing is" : lost.size() + " things are";
            terminal.complain(things + " not in this script: its last lines say which and why");
        }
    }
}
