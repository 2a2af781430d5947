package dev.greenlight.cli;

import dev.greenlight.lint.PredictedCatalog;
import dev.greenlight.lint.States;
import dev.greenlight.rule.Nearest;
import dev.greenlight.source.FileTree.Kind;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** Which states of a database are meant: after a migration, or as a dump shows it. */
final class StateOptions {
    static final String AT = "--at";
    static final String DIFF = "--diff";
    private static final int SOME = 3;

    private final InputOptions inputs;
    private final States states;

    StateOptions(InputOptions inputs) {
        this.inputs = inputs;
        this.states = States.of(inputs.request(inputs.disk(), inputs.configuration(inputs.disk())));
    }

    static void addTo(CommandSpec spec) {
        spec.addOption(InputOptions.option(AT, "VERSION")
                .description("Stop after this migration: its version, its file's name or how that begins.")
                .build());
        spec.addOption(OptionSpec.builder(DIFF)
                .paramLabel("STATE")
                .arity("2")
                .type(List.class)
                .auxiliaryTypes(String.class)
                .description("Print what differs between two states, each after a migration or as in a file that"
                        + " pg_dump --schema-only wrote. Exit code 1 if something does.")
                .build());
    }

    static List<String> compared(ParseResult arguments) {
        return arguments.matchedOptionValue(DIFF, List.of());
    }

    States states() {
        return states;
    }

    PredictedCatalog at(String version) {
        inputs.terminal().complain(states.unreadable());
        return found(states.at(version), AT, version);
    }

    /** A migration, and where there is none a dump. */
    PredictedCatalog either(String given) {
        String path = InputOptions.fromHere(given, inputs.terminal());
        States.State state = states.at(given);
        boolean isFile = inputs.disk().kind(path) == Kind.FILE;
        States.State meant = state instanceof States.State.Unknown && isFile ? states.at(path) : state;
        return meant instanceof States.State.Unknown && isFile ? states.ofDump(path) : found(meant, DIFF, given);
    }

    private static PredictedCatalog found(States.State state, String option, String given) {
        return switch (state) {
            case States.State.Found found -> found.catalog();
            case States.State.Unknown unknown ->
                throw new UsageError(option + " " + given + ": there is no such migration"
                        + (option.equals(DIFF) ? " or file" : "") + hint(given, unknown.known()));
            case States.State.Ambiguous ambiguous ->
                throw new UsageError(option + " " + given + ": this may be " + String.join(" or ", ambiguous.paths()));
        };
    }

    private static String hint(String given, List<String> known) {
        String question = Nearest.question(given, known);
        return !question.isEmpty() || known.isEmpty()
                ? question
                : "; the last ones are "
                        + String.join(", ", known.stream().limit(SOME).toList());
    }
}
