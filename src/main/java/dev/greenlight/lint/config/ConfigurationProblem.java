package dev.greenlight.lint.config;

import java.util.Comparator;

/**
 * A mistake in a configuration.
 *
 * @param message one line: what is wrong, and what to write instead
 */
public record ConfigurationProblem(String path, int line, String message) implements Comparable<ConfigurationProblem> {
    private static final Comparator<ConfigurationProblem> ORDER = Comparator.comparing(ConfigurationProblem::path)
            .thenComparing(ConfigurationProblem::line)
            .thenComparing(ConfigurationProblem::message);

    @Override
    public int compareTo(ConfigurationProblem other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return path + ":" + line + ": " + message;
    }
}
