package dev.greenlight.sql.plpgsql;

import dev.greenlight.source.Span;
import dev.greenlight.sql.Parser;
import dev.greenlight.sql.RoutineStatement;
import dev.greenlight.sql.Splitter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The bodies in PL/pgSQL of the functions, procedures and DO statements in files of SQL. */
final class Bodies {
    private Bodies() {}

    /** All in a folder; each is named with the file's path in it. */
    static List<Body> of(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".sql"))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .flatMap(file -> in(folder.relativize(file).toString(), read(file)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Stream<Body> in(String file, String sql) {
        return Splitter.statements(sql, new Span(0, sql.length())).flatMap(text -> switch (Parser.parse(text)) {
            case RoutineStatement.CreateRoutine routine -> Body.of(file, sql, routine).stream();
            case RoutineStatement.Do block -> Body.of(file, block).stream();
            default -> Stream.empty();
        });
    }
}
