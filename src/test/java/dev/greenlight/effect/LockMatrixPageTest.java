package dev.greenlight.effect;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The page of the documentation is what is predicted; {@code -Dgolden=write} writes it. */
class LockMatrixPageTest {
    private static final Path PAGE = Path.of("docs/lock-matrix.md");
    private static final boolean WRITE = "write".equals(System.getProperty("golden"));

    @Test
    void the_page_says_what_is_predicted() throws IOException {
        String page = LockMatrixPage.write();
        if (WRITE) {
            Files.writeString(PAGE, page);
        }
        assertThat(page).isEqualTo(Files.readString(PAGE));
    }
}
