package dev.greenlight.cli;

import dev.greenlight.rule.RulePage;
import dev.greenlight.rule.RulePages;
import dev.greenlight.rule.checks.Checks;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code greenlight rules}: lists the rules. */
final class RulesCommand implements Command {
    private static final String FORMAT = "--format";
    private static final List<String> FORMATS = List.of("text", "markdown");

    @Override
    public String name() {
        return "rules";
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = CommandSpec.create().name(name()).addOption(CommandLines.helpOption());
        spec.usageMessage().description("Lists the rules.");
        spec.addOption(InputOptions.option(FORMAT, "FORMAT")
                .description("How to list them: text or markdown. Default: text.")
                .build());
        return spec;
    }

    @Override
    public int run(ParseResult arguments, Terminal terminal) {
        List<RulePage> pages = Checks.ids().stream().map(RulePages::page).toList();
        String format = arguments.matchedOptionValue(FORMAT, FORMATS.getFirst());
        terminal.print(
                switch (format) {
                    case "text" -> text(pages);
                    case "markdown" -> markdown(pages);
                    default -> throw UsageError.unknown(FORMAT, format, "known formats", FORMATS);
                });
        return ExitCode.CLEAN;
    }

    private static String text(List<RulePage> pages) {
        int width = pages.stream().mapToInt(page -> page.id().length()).max().orElse(1);
        StringBuilder text = new StringBuilder();
        for (RulePage page : pages) {
            text.append(String.format(
                    Locale.ROOT, "%-6s  %-" + width + "s  %s%n", page.level().id(), page.id(), title(page)));
        }
        return text.toString().replace(System.lineSeparator(), "\n");
    }

    private static String title(RulePage page) {
        return page.title() + (page.optional() ? " (off by default)" : "");
    }

    private static String markdown(List<RulePage> pages) {
        StringBuilder table = new StringBuilder("| Rule | Signal | About | |\n| --- | --- | --- | --- |\n");
        for (RulePage page : pages) {
            table.append(String.format(
                    Locale.ROOT,
                    "| `%s` | %s | %s | %s |\n",
                    page.id(),
                    page.level().id(),
                    page.category(),
                    title(page).replace("|", "\\|")));
        }
        return table.toString();
    }
}
