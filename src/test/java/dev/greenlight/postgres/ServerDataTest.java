package dev.greenlight.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("postgres")
class ServerDataTest {

    static List<String> files() {
        return ServerData.files();
    }

    @ParameterizedTest
    @MethodSource("files")
    void what_is_checked_in_is_what_the_servers_say(String file) throws SQLException, IOException {
        Path path = Path.of("src/main/resources/dev/greenlight/postgres", file);
        List<String> lines = ServerData.lines(file);
        if (Boolean.getBoolean("regenerate")) {
            Files.write(path, lines);
        }
        assertThat(Files.readAllLines(path)).isEqualTo(lines);
    }
}
