package dev.greenlight.lint.config;

/**
 * A value and who said so.
 *
 * @param from {@code default}, the option of the command line, or the file and line
 */
public record Setting<T>(T value, String from) {
    public static <T> Setting<T> byDefault(T value) {
        return new Setting<>(value, "default");
    }
}
