package dev.greenlight.sql.query;

import dev.greenlight.source.Span;
import dev.greenlight.sql.Splitter;
import dev.greenlight.sql.Token;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * SQL and what it names: the text of a block in a fixture file, then lines that begin with two spaces, each with what
 * one {@link Summary} of it says. Blank lines part the blocks; a line that begins with {@code --} is for readers.
 */
record Fixture(String sql, Map<String, String> expected) {

    static Stream<Fixture> of(String file) {
        List<Fixture> fixtures = new ArrayList<>();
        for (String block : text(file).split("\n\n+")) {
            List<String> lines =
                    block.lines().filter(line -> !line.startsWith("--")).toList();
            if (!lines.isEmpty()) {
                fixtures.add(fixture(lines));
            }
        }
        return fixtures.stream();
    }

    private static Fixture fixture(List<String> lines) {
        Map<String, String> expected = new LinkedHashMap<>();
        lines.stream().filter(line -> line.startsWith("  ")).forEach(line -> {
            String[] parts = line.strip().split(":", 2);
            expected.put(parts[0], parts[1].strip());
        });
        return new Fixture(
                lines.stream().filter(line -> !line.startsWith("  ")).collect(Collectors.joining("\n")), expected);
    }

    private static String text(String file) {
        try (InputStream in = Objects.requireNonNull(Fixture.class.getResourceAsStream(file), file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Token> tokens() {
        return Splitter.split(sql, new Span(0, sql.length())).getFirst().tokens();
    }

    @Override
    public String toString() {
        return sql;
    }
}
