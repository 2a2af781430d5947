package dev.greenlight.cli;

import dev.greenlight.lint.config.ConfigurationSearch;
import dev.greenlight.lint.config.InitialText;
import dev.greenlight.migration.Histories;
import dev.greenlight.migration.HistoryOptions;
import dev.greenlight.source.DiskTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** {@code greenlight init}: writes a first configuration into the working directory. */
final class InitCommand implements Command {
    private static final String FORCE = "--force";

    @Override
    public String name() {
        return "init";
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = CommandSpec.create().name(name()).addOption(CommandLines.helpOption());
        spec.usageMessage().description("Writes a " + file() + " for what is recognised below the current folder.");
        spec.addOption(OptionSpec.builder(FORCE)
                .description("Write it even if there is one.")
                .build());
        return spec;
    }

    private static String file() {
        return ConfigurationSearch.NAMES.getFirst();
    }

    @Override
    public int run(ParseResult arguments, Terminal terminal) {
        Path folder = terminal.environment().workingDirectory();
        for (String name : ConfigurationSearch.NAMES) {
            if (Files.exists(folder.resolve(name)) && !arguments.hasMatchedOption(FORCE)) {
                throw new UsageError(name + " is already there; " + FORCE + " writes it anew");
            }
        }
        Histories.Inputs found = Histories.find(DiskTree.below(folder), List.of("."), HistoryOptions.RECOGNISED);
        String text = InitialText.of(found.histories());
        try {
            ReportFile.write(folder.resolve(file()), out -> out.append(text));
        } catch (IOException e) {
            throw new UsageError(file() + " cannot be written: " + e);
        }
        terminal.print(told(found));
        return ExitCode.CLEAN;
    }

    private static String told(Histories.Inputs found) {
        int histories = found.histories().size();
        return file() + " is written, with " + histories + (histories == 1 ? " history" : " histories") + " in it\n";
    }
}
