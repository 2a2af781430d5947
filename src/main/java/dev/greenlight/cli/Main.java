package dev.greenlight.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Optional;

/** The entry point of the executable jar. */
public final class Main {
    private static final String DEBUG = "GREENLIGHT_DEBUG";

    private Main() {}

    public static void main(String[] args) {
        int code = run(
                args,
                System.in,
                new FileOutputStream(FileDescriptor.out),
                new FileOutputStream(FileDescriptor.err),
                Environment.ofThisProcess());
        System.exit(code);
    }

    /** Runs a command line in this process and gives its exit code; throws nothing. */
    public static int run(String[] args, InputStream in, OutputStream out, OutputStream err, Environment environment) {
        Terminal terminal = new Terminal(in, out, err, environment);
        int code = run(args, terminal);
        terminal.out().flush();
        Optional<String> problem = terminal.out().problem();
        problem.ifPresent(text -> terminal.complain("standard output: " + text));
        return problem.isPresent() ? Math.max(code, ExitCode.USAGE) : code;
    }

    private static int run(String[] args, Terminal terminal) {
        try {
            return CommandLines.run(args, terminal);
        } catch (UsageError e) {
            e.lines().forEach(terminal::complain);
            return ExitCode.USAGE;
        } catch (OutOfMemoryError e) {
            terminal.complain("these migrations need more memory than Java may take (" + megabytes()
                    + " MB): divide the largest, or set JAVA_TOOL_OPTIONS=-Xmx4g");
            return ExitCode.USAGE;
        } catch (RuntimeException | Error e) {
            bug(e, terminal);
            return ExitCode.BUG;
        }
    }

    private static long megabytes() {
        return Runtime.getRuntime().maxMemory() >> 20;
    }

    private static void bug(Throwable bug, Terminal terminal) {
        if (terminal.environment().variable(DEBUG).isEmpty()) {
            terminal.complain("this is a bug in Greenlight, not in your migrations: " + bug + "; to see where, set "
                    + DEBUG + "=1");
            return;
        }
        StringWriter trace = new StringWriter();
        bug.printStackTrace(new PrintWriter(trace));
        terminal.printError(trace.toString());
    }
}
