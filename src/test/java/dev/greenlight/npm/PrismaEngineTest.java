package dev.greenlight.npm;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The migrations that schemas are compared with are those that Prisma's own engine makes of them. Its package has to be
 * in {@code target/npm}: {@code .ci/run} installs it.
 */
@Tag("npm")
class PrismaEngineTest {
    private static final Path MODULES = Path.of(System.getProperty("npm.dir", "target/npm"));
    private static final Path FIXTURES = Path.of("test-fixtures/drift");

    @ParameterizedTest
    @ValueSource(strings = {"prisma-names", "prisma-relations", "prisma-scalars", "prisma-schemas"})
    void the_engine_makes_the_migration_of_a_schema(String fixture) throws IOException, InterruptedException {
        Path folder = FIXTURES.resolve(fixture);

        assertThat(engine(schemas(folder))).isEqualTo(Files.readString(folder.resolve("migration.sql")));
    }

    private static List<String> schemas(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.map(Path::toString)
                    .filter(name -> name.endsWith(".prisma"))
                    .sorted()
                    .toList();
        }
    }

    private static String engine(List<String> schemas) throws IOException, InterruptedException {
        List<String> words =
                new ArrayList<>(List.of("node", MODULES.resolve("prisma.js").toString()));
        words.addAll(schemas);
        Process process = new ProcessBuilder(words)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String written = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).isZero();
        return written;
    }
}
