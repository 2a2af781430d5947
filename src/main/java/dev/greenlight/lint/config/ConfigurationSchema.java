package dev.greenlight.lint.config;

import dev.greenlight.migration.Histories;
import dev.greenlight.rule.checks.Checks;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** The JSON Schema of {@code greenlight.yml}, with which editors check and complete it. */
public final class ConfigurationSchema {
    private static final String RESOURCE = "greenlight.schema.json";

    private ConfigurationSchema() {}

    /** With the names of the rules and layouts that there are. */
    public static String text() {
        return resource()
                .replace("\"@rules@\"", list(Checks.ids()))
                .replace("\"@layouts@\"", list(Histories.layouts()));
    }

    /** Names have nothing in them that JSON would escape. */
    private static String list(List<String> names) {
        return names.stream().sorted().collect(Collectors.joining("\", \"", "\"", "\""));
    }

    private static String resource() {
        try (InputStream input = ConfigurationSchema.class.getResourceAsStream(RESOURCE)) {
            if (input == null) {
                throw new IllegalStateException("there is no " + RESOURCE);
            }
            return new String(input.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(RESOURCE, e);
        }
    }
}
