package dev.greenlight.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The pictures in docs are those of the fixture; {@code -Dgolden=write} draws them anew, to be looked at. */
class GoldenGraphsTest {
    private static final Path ROOT = Path.of("").toAbsolutePath();
    private static final boolean WRITE = "write".equals(System.getProperty("golden"));

    @ParameterizedTest
    @CsvSource({
        "graph --format svg test-fixtures/warehouse, docs/graph.svg",
        "graph --level object --format svg test-fixtures/warehouse, docs/graph-objects.svg"
    })
    void a_picture_looks_as_before(String arguments, String name) throws IOException {
        Path golden = ROOT.resolve(name);

        String picture = new Workspace(ROOT).run(arguments.split(" ")).out();

        if (WRITE) {
            Files.writeString(golden, picture);
        }
        assertThat(picture).isEqualTo(Files.readString(golden));
    }
}
