package dev.greenlight.cli;

import dev.greenlight.rule.Nearest;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Takes a command line apart and runs the command in it. The one list of the commands. */
final class CommandLines {
    private static final List<Command> COMMANDS = List.of(
            new LintCommand(),
            new WhyCommand(),
            new SchemaCommand(),
            new GraphCommand(),
            new OrderCommand(),
            new CheckCommand(),
            new BaselineCommand(),
            new InitCommand(),
            new ConfigCommand(),
            new ExplainCommand(),
            new RulesCommand());
    private static final String NAME = "greenlight";
    private static final int WIDTH = 100;

    private final CommandLine parser;
    private final Terminal terminal;

    private CommandLines(CommandSpec spec, Terminal terminal) {
        this.parser = new CommandLine(spec).setExpandAtFiles(false).setUsageHelpWidth(WIDTH);
        this.terminal = terminal;
    }

    /** A command gets a parser to itself, for making the others known would take longer than many a lint. */
    static int run(String[] args, Terminal terminal) {
        for (Command command : COMMANDS) {
            if (args.length > 0 && command.name().equals(args[0])) {
                return new CommandLines(named(command), terminal).run(command, args);
            }
        }
        return new CommandLines(rootSpec(), terminal).run(args);
    }

    private static CommandSpec named(Command command) {
        return command.spec().name(NAME + " " + command.name());
    }

    private static CommandSpec rootSpec() {
        CommandSpec spec = CommandSpec.create()
                .name(NAME)
                .addOption(helpOption())
                .addOption(OptionSpec.builder("--version")
                        .versionHelp(true)
                        .description("Print the version.")
                        .build());
        spec.usageMessage()
                .description("Says which SQL migrations are safe to run on PostgreSQL, and why the others are not.")
                .synopsisSubcommandLabel("COMMAND")
                .commandListHeading("%nCommands:%n")
                .footer("%nExit codes: 0 nothing at or above the threshold, 1 findings, 2 wrong usage or unreadable"
                        + " input, 3 a bug of Greenlight's.");
        COMMANDS.forEach(command -> spec.addSubcommand(command.name(), command.spec()));
        return spec;
    }

    static OptionSpec helpOption() {
        return OptionSpec.builder("-h", "--help")
                .usageHelp(true)
                .description("Show this help.")
                .build();
    }

    private int run(Command command, String[] args) {
        ParseResult arguments = parse(Arrays.copyOfRange(args, 1, args.length));
        if (arguments.isUsageHelpRequested()) {
            terminal.print(help());
            return ExitCode.CLEAN;
        }
        return command.run(arguments, terminal);
    }

    private int run(String[] args) {
        ParseResult arguments = parse(args);
        if (arguments.isVersionHelpRequested()) {
            terminal.print(NAME + " " + Version.OF_THIS_BUILD + "\n");
            return ExitCode.CLEAN;
        }
        if (arguments.isUsageHelpRequested()) {
            terminal.print(help());
            return ExitCode.CLEAN;
        }
        terminal.printError(help());
        return ExitCode.USAGE;
    }

    private String help() {
        StringWriter help = new StringWriter();
        parser.usage(new PrintWriter(help), Ansi.OFF);
        return help.toString().replace(System.lineSeparator(), "\n").stripTrailing() + "\n";
    }

    private ParseResult parse(String[] args) {
        try {
            return parser.parseArgs(args);
        } catch (UnmatchedArgumentException e) {
            throw new UsageError(unknown(e.getUnmatched().getFirst()) + seeHelp());
        } catch (ParameterException e) {
            String message = String.valueOf(e.getMessage());
            throw new UsageError(Character.toLowerCase(message.charAt(0)) + message.substring(1) + seeHelp());
        }
    }

    private String unknown(String word) {
        CommandSpec spec = parser.getCommandSpec();
        if (word.startsWith("-")) {
            String name = word.split("=", 2)[0];
            return "there is no option " + name
                    + Nearest.question(name, spec.optionsMap().keySet());
        }
        if (spec.subcommands().isEmpty()) {
            return "one argument too many: " + word;
        }
        String question = Nearest.question(word, spec.subcommands().keySet());
        String hint = question.isEmpty() && isPath(word) ? "; did you mean " + NAME + " lint " + word + "?" : question;
        return "there is no command " + word + hint;
    }

    private boolean isPath(String word) {
        try {
            return Files.exists(terminal.environment().workingDirectory().resolve(word));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    private String seeHelp() {
        return " (see " + parser.getCommandName() + " --help)";
    }
}
