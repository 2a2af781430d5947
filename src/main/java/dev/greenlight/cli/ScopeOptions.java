package dev.greenlight.cli;

import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** The options that say what has changed. What they mean is found out elsewhere: {@link ScopedRequest}. */
final class ScopeOptions {
    private static final String BASE = "--base";
    private static final String STAGED = "--staged";
    private static final String FROM = "--from-ref";
    private static final String TO = "--to-ref";
    static final String LIST = "--files0-from";
    static final String PRE_COMMIT = "--pre-commit";
    private static final List<String> ALL = List.of(BASE, STAGED, FROM, LIST, PRE_COMMIT);
    private static final String STANDARD_INPUT = "-";

    private ScopeOptions() {}

    static void addTo(CommandSpec spec) {
        spec.addOption(InputOptions.option(BASE, "REF")
                .description("Report only what changed since the work tree and REF parted, committed or not.")
                .build());
        spec.addOption(flag(STAGED)
                .description("Report only what is staged; the index is what is read.")
                .build());
        spec.addOption(InputOptions.option(FROM, "REF")
                .description("Report only what changed between REF and the commit of " + TO + ", which is read.")
                .build());
        spec.addOption(InputOptions.option(TO, "REF")
                .description("The commit that " + FROM + " compares. Default: HEAD.")
                .build());
        spec.addOption(InputOptions.option(LIST, "FILE")
                .description("Report only the files that FILE names, each ended by a NUL; - is standard input.")
                .build());
        spec.addOption(flag(PRE_COMMIT)
                .description("Report only the files named as PATH, of all that git tracks: for pre-commit's hook.")
                .build());
    }

    private static OptionSpec.Builder flag(String name) {
        return OptionSpec.builder(name).type(boolean.class).arity("0");
    }

    static ScopeChoice of(ParseResult arguments) {
        List<String> given = ALL.stream().filter(arguments::hasMatchedOption).toList();
        if (given.size() > 1) {
            throw new UsageError(String.join(" and ", given) + " exclude one another: give one of them");
        }
        if (arguments.hasMatchedOption(TO) && !given.contains(FROM)) {
            throw new UsageError(TO + " says where " + FROM + " ends: give both");
        }
        List<String> paths = arguments.matchedPositionalValue(0, List.of());
        if (!given.isEmpty() && paths.contains(STANDARD_INPUT)) {
            throw new UsageError(given.getFirst() + " compares files, and standard input is none: leave out -");
        }
        return given.isEmpty() ? new ScopeChoice.Everything() : choice(given.getFirst(), arguments, paths);
    }

    private static ScopeChoice choice(String option, ParseResult arguments, List<String> paths) {
        return switch (option) {
            case BASE -> new ScopeChoice.Base(value(arguments, BASE));
            case FROM -> new ScopeChoice.Commits(value(arguments, FROM), arguments.matchedOptionValue(TO, "HEAD"));
            case LIST -> new ScopeChoice.Listed(value(arguments, LIST));
            case PRE_COMMIT -> new ScopeChoice.PreCommit(paths);
            default -> new ScopeChoice.Staged();
        };
    }

    private static String value(ParseResult arguments, String option) {
        return arguments.matchedOptionValue(option, "");
    }
}
