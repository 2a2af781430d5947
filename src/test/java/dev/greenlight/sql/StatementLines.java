package dev.greenlight.sql;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Stream;

/** The fixture files of statements: one on a line, with lines of comments and empty ones between them. */
final class StatementLines {
    private StatementLines() {}

    static Stream<String> of(String file) {
        try (InputStream in = StatementLines.class.getResourceAsStream("/statements/" + file)) {
            String text = new String(Objects.requireNonNull(in, file).readAllBytes(), StandardCharsets.UTF_8);
            return text.lines().filter(line -> !line.isBlank() && !line.startsWith("--"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
