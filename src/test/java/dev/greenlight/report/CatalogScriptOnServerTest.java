package dev.greenlight.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlight.lint.LintRequest;
import dev.greenlight.lint.PredictedCatalog;
import dev.greenlight.lint.Predictions;
import dev.greenlight.oracle.Oracle;
import dev.greenlight.oracle.ServerDetails;
import dev.greenlight.oracle.ServerScript;
import dev.greenlight.oracle.ServerSession;
import dev.greenlight.source.MemoryTree;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The script of a predicted catalog makes on a server what the migrations themselves make there, in all that the
 * server's catalog says. Made a baseline, it does so too, and changes nothing where all is there already.
 */
@Tag("postgres")
final class CatalogScriptOnServerTest {
    static Stream<Arguments> histories() {
        return Oracle.each()
                .flatMap(server ->
                        Stream.of("objects.sql", "code.sql", "partitions.sql").map(file -> Arguments.of(server, file)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("histories")
    void a_script_makes_what_the_migrations_make(Oracle server, String file) throws IOException, SQLException {
        PredictedCatalog predicted = predicted(server, file);
        assertThat(details(server, printed(CatalogFormats.find("sql").orElseThrow(), predicted)))
                .containsExactlyInAnyOrderElementsOf(details(server, text(file)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("histories")
    void a_baseline_makes_what_the_migrations_make(Oracle server, String file) throws IOException, SQLException {
        String baseline = printed(CatalogFormats.baselineMigration(), predicted(server, file));
        assertThat(details(server, baseline)).containsExactlyInAnyOrderElementsOf(details(server, text(file)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("histories")
    void a_baseline_changes_nothing_that_is_there(Oracle server, String file) throws IOException, SQLException {
        String baseline = printed(CatalogFormats.baselineMigration(), predicted(server, file));
        assertThat(details(server, text(file), baseline))
                .containsExactlyInAnyOrderElementsOf(details(server, text(file)));
        assertThat(details(server, baseline, baseline)).containsExactlyInAnyOrderElementsOf(details(server, baseline));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("histories")
    void nothing_is_lost(Oracle server, String file) throws IOException {
        assertThat(CatalogFormats.find("sql").orElseThrow().write(predicted(server, file), new StringBuilder()))
                .isEmpty();
    }

    private static PredictedCatalog predicted(Oracle server, String file) throws IOException {
        LintRequest request = LintRequest.of(MemoryTree.of(Map.of("db/V1__all.sql", text(file))), List.of("db"))
                .withVersion(server.version());
        PredictedCatalog predicted = Predictions.of(request).catalogs().getFirst();
        assertThat(predicted.errors()).isZero();
        return predicted;
    }

    private static String printed(CatalogFormat format, PredictedCatalog predicted) throws IOException {
        StringBuilder script = new StringBuilder();
        format.write(predicted, script);
        return script.toString();
    }

    private static SortedSet<String> details(Oracle server, String... scripts) throws SQLException {
        try (ServerSession session = new ServerSession(server.connect())) {
            ServerScript loaded = new ServerScript(session);
            for (String script : scripts) {
                loaded.run(script);
            }
            assertThat(loaded.refused()).isEmpty();
            return ServerDetails.lines(session.connection());
        }
    }

    private static String text(String file) throws IOException {
        try (InputStream script = CatalogScriptOnServerTest.class.getResourceAsStream("scripts/" + file)) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
