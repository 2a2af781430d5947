package dev.greenlight.cli;

import java.nio.file.Path;
import java.util.Map;

/**
 * What a process finds around itself, beside its streams.
 *
 * @param terminal whether standard output is a terminal that somebody looks at
 */
public record Environment(Map<String, String> variables, Path workingDirectory, boolean terminal) {
    public Environment {
        variables = Map.copyOf(variables);
    }

    static Environment ofThisProcess() {
        // The console of some JDKs loads a line editor, and is there even where output is redirected.
        System.setProperty("jdk.console", "java.base");
        return new Environment(System.getenv(), Path.of("").toAbsolutePath(), System.console() != null);
    }

    /** A variable's value; empty where it is not set. */
    String variable(String name) {
        return variables.getOrDefault(name, "");
    }

    /** As terminals and build servers agree on it: {@code NO_COLOR} wins over {@code CLICOLOR_FORCE}. */
    boolean wantsColor() {
        if (!variable("NO_COLOR").isEmpty()) {
            return false;
        }
        String force = variable("CLICOLOR_FORCE");
        boolean forced = !force.isEmpty() && !force.equals("0");
        return forced || terminal && !variable("TERM").equals("dumb");
    }
}
