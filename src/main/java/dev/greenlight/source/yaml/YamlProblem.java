package dev.greenlight.source.yaml;

/**
 * What is wrong in a text of YAML, or cannot be read.
 *
 * @param line counted from 1
 * @param message one line
 */
public record YamlProblem(int line, String message) {
    @Override
    public String toString() {
        return "line " + line + ": " + message;
    }
}
