package dev.greenlight.cli;

import dev.greenlight.lint.PredictedCatalog;
import dev.greenlight.lint.Predictions;
import dev.greenlight.report.CatalogFormat;
import dev.greenlight.report.CatalogFormats;
import dev.greenlight.rule.Nearest;
import dev.greenlight.source.SourceRead.Unreadable;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code greenlight schema}: prints the catalog that migrations leave; judges nothing. */
final class SchemaCommand implements Command {
    private static final String FORMAT = "--format";

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
                        "  greenlight schema --postgres-version 15 db/migrations");
        InputOptions.addTo(spec);
        spec.addOption(InputOptions.option(FORMAT, "FORMAT")
                .description("What to print: " + String.join(", ", formats()) + ". Default: "
                        + formats().getFirst() + ".")
                .build());
        return spec;
    }

    @Override
    public int run(ParseResult arguments, Terminal terminal) {
        CatalogFormat format =
                format(arguments.matchedOptionValue(FORMAT, formats().getFirst()));
        InputOptions inputs = InputOptions.of(arguments, terminal);
        Predictions predictions = Predictions.of(inputs.request(inputs.disk(), inputs.configuration(inputs.disk())));
        predictions.unreadable().stream().map(SchemaCommand::words).forEach(terminal::complain);
        PredictedCatalog predicted = only(predictions);
        write(predicted, format, terminal);
        if (predicted.errors() > 0) {
            terminal.complain(words(predicted));
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

    private static String words(Unreadable file) {
        return file.path() + ":" + file.line() + ": " + file.problem() + "; " + file.remedy();
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
