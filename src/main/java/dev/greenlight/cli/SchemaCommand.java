package dev.greenlight.cli;

import dev.greenlight.lint.PredictedCatalog;
import dev.greenlight.lint.Predictions;
import dev.greenlight.report.CatalogFormat;
import dev.greenlight.report.CatalogFormats;
import dev.greenlight.rule.Nearest;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** {@code greenlight schema}: prints the catalog that migrations leave; judges nothing. */
final class SchemaCommand implements Command {
    private static final String FORMAT = "--format";
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
                        "  greenlight schema --postgres-version 15 db/migrations",
                        "  greenlight schema --all services");
        InputOptions.addTo(spec);
        spec.addOption(InputOptions.option(FORMAT, "FORMAT")
                .description("What to print: " + String.join(", ", formats()) + ". Default: "
                        + formats().getFirst() + ".")
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
        CatalogFormat format =
                format(arguments.matchedOptionValue(FORMAT, formats().getFirst()));
        InputOptions inputs = InputOptions.of(arguments, terminal);
        Predictions predictions = Predictions.of(inputs.request(inputs.disk(), inputs.configuration(inputs.disk())));
        predictions.unreadable().stream().map(CommandLines::words).forEach(terminal::complain);
        if (arguments.hasMatchedOption(ALL)) {
            write(out -> format.writeAll(some(predictions), out), terminal);
            predictions.catalogs().forEach(predicted -> complain(predicted, predicted.folder() + ": ", terminal));
        } else {
            PredictedCatalog predicted = only(predictions);
            write(out -> format.write(predicted, out), terminal);
            complain(predicted, "", terminal);
        }
        return predictions.unreadable().isEmpty() ? ExitCode.CLEAN : ExitCode.USAGE;
    }

    private static List<String> formats() {
        return CatalogFormats.all().stream().map(CatalogFormat::id).toList();
    }

    private static CatalogFormat format(String given) {
        return CatalogFormats.find(given)
                .orElseThrow(() -> new UsageError(FORMAT + " " + given + ": known formats are "
                        + String.join(", ", formats()) + Nearest.question(given, formats())));
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
            throw new UsageError("there are no migrations: give the path of a folder that holds some");
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
        void to(Appendable out) throws IOException;
    }

    private static void write(Writing writing, Terminal terminal) {
        try {
            writing.to(terminal.out());
        } catch (IOException e) {
            throw new IllegalStateException("standard output keeps its failures to itself", e);
        }
    }
}
