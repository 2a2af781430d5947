package dev.greenlight.lint.drift;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlight.lint.truth.Truth;
import dev.greenlight.source.MemoryTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sources of truth that break off anywhere, or have something in them that does not belong there. */
class TruthReaderTest {
    private static final int STEP = 13;

    private static Truth read(String name, String text) {
        return TruthReader.read(MemoryTree.of(name, text), name, "public");
    }

    @ParameterizedTest
    @CsvSource({
        "prisma-scalars, schema.prisma",
        "prisma-relations, schema.prisma",
        "prisma-names, schema.prisma",
        "drizzle-5, snapshot.json",
        "drizzle-7, snapshot.json",
        "drizzle-9, snapshot.json"
    })
    void what_breaks_off_is_read_or_told_of_with_its_line(String folder, String name) throws IOException {
        String whole = Files.readString(Path.of("test-fixtures/drift", folder, name));

        assertThat(read(name, whole)).isInstanceOf(Truth.Declared.class);
        for (int end = 0; end < whole.length(); end += Math.max(STEP, whole.length() / 300)) {
            String begun = whole.substring(0, end);
            String strayed = begun + "}\u0000\"([" + whole.substring(end);
            assertOneLine(read(name, begun), begun);
            assertOneLine(read(name, strayed), strayed);
        }
    }

    private static void assertOneLine(Truth truth, String text) {
        if (truth instanceof Truth.Illegible illegible) {
            assertThat(illegible.problem().line())
                    .isBetween(1, (int) text.lines().count() + 1);
            assertThat(illegible.problem().problem()).doesNotContain("\n").isNotBlank();
        }
    }
}
