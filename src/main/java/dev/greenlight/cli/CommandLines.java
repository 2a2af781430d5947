package dev.greenlight.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
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
    private static final List<Command> COMMANDS = List.of(new LintCommand(), new ExplainCommand(), new RulesCommand());
    private static final int WIDTH = 100;

    private final Terminal terminal;
    private final CommandLine root;

    private CommandLines(Terminal terminal, List<Command> commands) {
        this.terminal = terminal;
        CommandSpec spec = rootSpec();
        commands.forEach(command -> spec.addSubcommand(command.name(), command.spec()));
        this.root = new CommandLine(spec).setExpandAtFiles(false).setUsageHelpWidth(WIDTH);
    }

    static int run(String[] args, Terminal terminal) {
        return new CommandLines(terminal, needed(args)).run(args);
    }

    /** The command that comes first, for making the others known would take time; all if there is none. */
    private static List<Command> needed(String[] args) {
        return COMMANDS.stream()
                .filter(command -> args.length > 0 && command.name().equals(args[0]))
                .findFirst()
                .map(List::of)
                .orElse(COMMANDS);
    }

    private static CommandSpec rootSpec() {
        CommandSpec spec = CommandSpec.create()
                .name("greenlight")
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
        return spec;
    }

    static OptionSpec helpOption() {
        return OptionSpec.builder("-h", "--help")
                .usageHelp(true)
                .description("Show this help.")
                .build();
    }

    private int run(String[] args) {
        ParseResult result = parse(args);
        if (result.isVersionHelpRequested()) {
            terminal.print("greenlight " + Version.OF_THIS_BUILD + "\n");
            return ExitCode.CLEAN;
        }
        if (result.isUsageHelpRequested()) {
            terminal.print(help(root));
            return ExitCode.CLEAN;
        }
        if (!result.hasSubcommand()) {
            terminal.printError(help(root));
            return ExitCode.USAGE;
        }
        return run(result.subcommand());
    }

    private int run(ParseResult arguments) {
        CommandSpec spec = arguments.commandSpec();
        if (arguments.isUsageHelpRequested()) {
            terminal.print(help(spec.commandLine()));
            return ExitCode.CLEAN;
        }
        Command command = COMMANDS.stream()
                .filter(each -> each.name().equals(spec.name()))
                .findFirst()
                .orElseThrow();
        return command.run(arguments, terminal);
    }

    private static String help(CommandLine commandLine) {
        StringWriter help = new StringWriter();
        commandLine.usage(new PrintWriter(help), Ansi.OFF);
        return help.toString().replace(System.lineSeparator(), "\n");
    }

    private ParseResult parse(String[] args) {
        try {
            return root.parseArgs(args);
        } catch (UnmatchedArgumentException e) {
            throw new UsageError(unknown(e.getUnmatched().getFirst(), e.getCommandLine()) + seeHelp(e));
        } catch (ParameterException e) {
            String message = String.valueOf(e.getMessage());
            throw new UsageError(Character.toLowerCase(message.charAt(0)) + message.substring(1) + seeHelp(e));
        }
    }

    private String unknown(String word, CommandLine commandLine) {
        if (word.startsWith("-")) {
            String name = word.split("=", 2)[0];
            List<String> options =
                    List.copyOf(commandLine.getCommandSpec().optionsMap().keySet());
            return "there is no option " + name + Nearest.question(name, options);
        }
        if (commandLine != root) {
            return "one argument too many: " + word;
        }
        String question =
                Nearest.question(word, List.copyOf(root.getSubcommands().keySet()));
        String hint = question.isEmpty() && isPath(word) ? "; did you mean greenlight lint " + word + "?" : question;
        return "there is no command " + word + hint;
    }

    private boolean isPath(String word) {
        try {
            return Files.exists(terminal.environment().workingDirectory().resolve(word));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    private static String seeHelp(ParameterException e) {
        return " (see " + e.getCommandLine().getCommandSpec().qualifiedName() + " --help)";
    }
}
