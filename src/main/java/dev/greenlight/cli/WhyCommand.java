package dev.greenlight.cli;

import dev.greenlight.lint.Linter;
import dev.greenlight.lint.Review;
import dev.greenlight.lint.StatementSearch;
import dev.greenlight.lint.config.Configuration;
import dev.greenlight.report.WhyText;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** {@code greenlight why}: tells what led to the answer on one statement. */
final class WhyCommand implements Command {
    @Override
    public String name() {
        return "why";
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = CommandSpec.create().name(name()).addOption(CommandLines.helpOption());
        spec.usageMessage()
                .description("Tells what led to the answer on a statement: what earlier migrations did to what it is"
                        + " about.")
                .footer("%nExample:", "  greenlight why db/migrations/V41__required_total.sql:3 db/migrations");
        spec.addPositional(PositionalParamSpec.builder()
                .index("0")
                .paramLabel("PATH:LINE")
                .arity("1")
                .required(true)
                .type(String.class)
                .description("A line of the statement.")
                .build());
        InputOptions.addTo(spec, 1);
        ReportOptions.addColorTo(spec);
        return spec;
    }

    @Override
    public int run(ParseResult arguments, Terminal terminal) {
        Place place = Place.of(arguments.matchedPositionalValue(0, ""), terminal);
        boolean color = ReportOptions.color(arguments, terminal.environment());
        InputOptions inputs = InputOptions.of(arguments, 1, terminal);
        Configuration configuration = inputs.configuration(inputs.disk());
        Review review = Linter.lint(inputs.request(inputs.disk(), configuration));
        print(found(place, new StatementSearch(review)), color, terminal);
        return ExitCode.CLEAN;
    }

    private static List<StatementSearch.Found> found(Place place, StatementSearch search) {
        List<StatementSearch.Found> found = search.at(place.path, place.line);
        if (found.isEmpty()) {
            throw new UsageError(
                    search.reads(place.path)
                            ? place + ": there is no statement on this line"
                            : place + ": " + place.path + " is none of the migrations that were read;"
                                    + " name the folder that it belongs to behind it");
        }
        return found;
    }

    private static void print(List<StatementSearch.Found> found, boolean color, Terminal terminal) {
        String separator = "";
        for (StatementSearch.Found one : found) {
            terminal.print(separator);
            terminal.print(out -> WhyText.write(one.statement(), one.chain(), one.findings(), color, out));
            separator = "\n";
        }
    }

    /** A line of a file. */
    private record Place(String path, int line) {
        /** {@code PATH:LINE}, and as editors copy it {@code PATH:LINE:COLUMN}. */
        private static final Pattern FORM = Pattern.compile("(.+?):([0-9]{1,9})(?::[0-9]+)?");

        static Place of(String given, Terminal terminal) {
            Matcher matcher = FORM.matcher(given);
            if (!matcher.matches()) {
                throw new UsageError(given + ": say which line, as in db/V7__orders.sql:3");
            }
            return new Place(InputOptions.fromHere(matcher.group(1), terminal), Integer.parseInt(matcher.group(2)));
        }

        @Override
        public String toString() {
            return path + ":" + line;
        }
    }
}
