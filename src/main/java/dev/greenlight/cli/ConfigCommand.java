package dev.greenlight.cli;

import dev.greenlight.lint.config.ConfigurationSchema;
import dev.greenlight.lint.config.EffectiveText;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** {@code greenlight config}: prints what counts for a lint of the same arguments, and where it comes from. */
final class ConfigCommand implements Command {
    private static final String SCHEMA = "--schema";

    @Override
    public String name() {
        return "config";
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = CommandSpec.create().name(name()).addOption(CommandLines.helpOption());
        spec.usageMessage()
                .description("Prints the configuration that counts, and where each value comes from.")
                .footer(
                        "%nExamples:",
                        "  greenlight config db/migrations", "  greenlight config --schema > greenlight.schema.json");
        InputOptions.addTo(spec);
        spec.addOption(OptionSpec.builder(SCHEMA)
                .description("Print the JSON Schema of greenlight.yml instead, for editors.")
                .build());
        return spec;
    }

    @Override
    public int run(ParseResult arguments, Terminal terminal) {
        terminal.print(
                arguments.hasMatchedOption(SCHEMA) ? ConfigurationSchema.text() : effective(arguments, terminal));
        return ExitCode.CLEAN;
    }

    private static String effective(ParseResult arguments, Terminal terminal) {
        InputOptions inputs = InputOptions.of(arguments, terminal);
        return EffectiveText.of(inputs.configuration(inputs.disk()));
    }
}
