package dev.greenlight.cli;

import dev.greenlight.rule.Nearest;
import dev.greenlight.rule.RulePage;
import dev.greenlight.rule.RulePages;
import dev.greenlight.rule.checks.Checks;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** {@code greenlight explain}: prints a rule's page. */
final class ExplainCommand implements Command {
    @Override
    public String name() {
        return "explain";
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = CommandSpec.create().name(name()).addOption(CommandLines.helpOption());
        spec.usageMessage()
                .description("Explains a rule: what it flags, why, and what to write instead.")
                .footer("%nExample:", "  greenlight explain create-index-blocks-writes");
        spec.addPositional(PositionalParamSpec.builder()
                .paramLabel("RULE")
                .arity("1")
                .required(true)
                .type(String.class)
                .description("The rule's id, as findings show it; greenlight rules lists all.")
                .build());
        return spec;
    }

    @Override
    public int run(ParseResult arguments, Terminal terminal) {
        String id = arguments.matchedPositionalValue(0, "");
        RulePage page = RulePages.find(id)
                .orElseThrow(() -> new UsageError("there is no rule " + id + Nearest.question(id, Checks.ids())
                        + " (greenlight rules lists all)"));
        terminal.print(PageText.of(page, terminal.environment().wantsColor()));
        return ExitCode.CLEAN;
    }
}
