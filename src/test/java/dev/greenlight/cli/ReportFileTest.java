package dev.greenlight.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class ReportFileTest {
    @TempDir
    private Path folder;

    @Test
    void a_file_is_written_with_the_folders_above_it() throws IOException {
        Path file = folder.resolve("a/b/c.txt");

        ReportFile.write(file, out -> out.append("größer 😀"));

        assertThat(file).hasContent("größer 😀");
        assertThat(file.getParent()).isDirectoryContaining(file::equals).isDirectoryNotContaining("glob:**.tmp");
    }

    @Test
    void a_report_that_fails_leaves_the_old_one() throws IOException {
        Path file = Files.writeString(folder.resolve("c.txt"), "old");

        assertThatIOException()
                .isThrownBy(() -> ReportFile.write(file, out -> {
                    out.append("ne");
                    throw new IOException("no");
                }));

        assertThat(file).hasContent("old");
        assertThat(folder).isDirectoryNotContaining("glob:**.tmp");
    }

    @Test
    void a_link_stays_a_link() throws IOException {
        Path file = Files.writeString(folder.resolve("real.txt"), "old");
        Path link = Files.createSymbolicLink(folder.resolve("link.txt"), file);

        ReportFile.write(link, out -> out.append("new"));

        assertThat(link).isSymbolicLink();
        assertThat(file).hasContent("new");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void a_device_is_written_to() throws IOException {
        ReportFile.write(Path.of("/dev/null"), out -> out.append("new"));

        assertThat(Path.of("/dev/null")).exists();
        assertThat(Files.isRegularFile(Path.of("/dev/null"))).isFalse();
    }
}
