package dev.greenlight.oracle;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * What {@code pg_dump} writes of a session's database. Tag tests that need it with {@code pg_dump}: it is no part of the
 * servers here, but version 15 or later of it, which {@code -Dpg.dump} names.
 *
 * @param text the dump
 * @param warnings what it says on standard error
 */
public record PgDump(String text, String warnings) {
    /** The version of the servers that each such pg_dump can read. */
    public static final int VERSION = 15;

    private static final Path PROGRAM = Path.of(System.getProperty("pg.dump", "/usr/bin/pg_dump"));

    /** Fails where pg_dump does. */
    public static PgDump of(ServerSession session, String... options)
            throws SQLException, IOException, InterruptedException {
        String url = session.connection().getMetaData().getURL();
        List<String> command = new ArrayList<>(List.of(PROGRAM.toString()));
        command.addAll(List.of(options));
        command.addAll(
                List.of("--host=127.0.0.1", "--port=" + url.replaceFirst(".*:(\\d+)/.*", "$1"), "--username=postgres"));
        command.add(session.connection().getCatalog());
        Path errors = Files.createTempFile("pg_dump", ".txt");
        try {
            Process process =
                    new ProcessBuilder(command).redirectError(errors.toFile()).start();
            String text = new String(process.getInputStream().readAllBytes(), UTF_8);
            String warnings = Files.readString(errors);
            if (process.waitFor() != 0) {
                throw new IllegalStateException(warnings);
            }
            return new PgDump(text, warnings);
        } finally {
            Files.delete(errors);
        }
    }
}
