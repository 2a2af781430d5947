package dev.greenlight.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** A word after {@code greenlight} and what it does. */
interface Command {
    String name();

    /** Its options and its help. Made without annotations: reading those takes longer than a small lint. */
    CommandSpec spec();

    /**
     * Does it and gives the exit code.
     *
     * @throws UsageError if the arguments make no sense together
     */
    int run(ParseResult arguments, Terminal terminal);
}
