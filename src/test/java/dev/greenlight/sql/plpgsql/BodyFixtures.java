package dev.greenlight.sql.plpgsql;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The fixture files of bodies: a line with a hash and what stands before AS when the routine is created, the body, and
 * lines with bars: what is read of it. Lines of comments stand before the first of them.
 */
final class BodyFixtures {
    /** Files of bodies that the server accepts. */
    static final List<String> ACCEPTED = List.of("blocks", "statements", "loops");

    private static final String HEAD = "# ";
    private static final String BAR = "| ";

    private BodyFixtures() {}

    /** A fixture, and the lines that are expected of it. */
    record Fixture(Body body, String expected) {
        @Override
        public String toString() {
            return body.head() + body.text();
        }
    }

    static Stream<Fixture> accepted() {
        return ACCEPTED.stream().flatMap(BodyFixtures::of);
    }

    static Stream<Fixture> of(String file) {
        String text = read(file + ".txt");
        int first = text.startsWith(HEAD) ? 0 : text.indexOf("\n" + HEAD) + 1;
        return Stream.of(text.substring(first + HEAD.length()).split("\n" + HEAD))
                .map(part -> fixture(file, part));
    }

    private static Fixture fixture(String file, String part) {
        List<String> lines = part.stripTrailing().lines().toList();
        List<String> body =
                lines.stream().skip(1).takeWhile(line -> !line.startsWith(BAR)).toList();
        List<String> expected = lines.stream()
                .skip(1L + body.size())
                .map(line -> line.substring(BAR.length()))
                .toList();
        return new Fixture(body(file, lines.getFirst(), String.join("\n", body)), String.join("\n", expected));
    }

    private static Body body(String file, String head, String text) {
        String sql = "CREATE " + head + " LANGUAGE plpgsql AS $fixture$" + text + "$fixture$";
        return Bodies.in(file, sql).findFirst().orElseThrow();
    }

    private static String read(String file) {
        try (InputStream in = BodyFixtures.class.getResourceAsStream("/plpgsql/" + file)) {
            return new String(Objects.requireNonNull(in, file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
