package dev.greenlight.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("postgres")
class DataDirectoryTest {

    /** Starts a server, says where its data are, and dies without a chance to clear up. */
    static final class Killed {
        private Killed() {}

        public static void main(String[] arguments) throws SQLException {
            try (Connection connection = Oracle.postgres().connect();
                    Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("SHOW data_directory")) {
                row.next();
                System.out.println(row.getString(1));
                System.out.flush();
            } finally {
                Runtime.getRuntime().halt(1);
            }
        }
    }

    @Test
    void what_a_killed_jvm_left_is_stopped_and_deleted() throws IOException, InterruptedException {
        Path left = killed();
        ProcessHandle server = server(left);
        assertThat(server.isAlive()).isTrue();

        Files.delete(DataDirectory.create());

        assertThat(left).doesNotExist();
        assertThat(server.isAlive()).isFalse();
    }

    @Test
    void what_a_living_jvm_has_stays() throws IOException {
        Path own = DataDirectory.create();
        Files.delete(DataDirectory.create());
        assertThat(own).exists();
        Files.delete(own);
    }

    private static Path killed() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dpostgres.binaries=" + System.getProperty("postgres.binaries"),
                        "-classpath",
                        System.getProperty("java.class.path"),
                        Killed.class.getName()))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String directory = new String(process.getInputStream().readNBytes(4096)).strip();
        process.waitFor();
        return Path.of(directory);
    }

    private static ProcessHandle server(Path directory) throws IOException {
        String pid = Files.readAllLines(directory.resolve("postmaster.pid")).getFirst();
        return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
    }
}
