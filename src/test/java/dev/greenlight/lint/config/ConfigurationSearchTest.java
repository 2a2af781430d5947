package dev.greenlight.lint.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlight.source.DiskTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where a configuration is looked for. */
final class ConfigurationSearchTest {
    @TempDir
    private Path folder;

    @Test
    void theNearestOneUpwardsCounts() throws IOException {
        files(
                "repository/.git/HEAD",
                "repository/greenlight.yml",
                "repository/app/greenlight.yaml",
                "repository/app/db/1.sql");

        assertThat(find("repository", "app/db")).contains("app/greenlight.yaml");
        assertThat(find("repository", "app/db/1.sql")).contains("app/greenlight.yaml");
        assertThat(find("repository", "app", ".")).contains("greenlight.yml");
        assertThat(find("repository/app/db", ".")).contains("../greenlight.yaml");
        assertThat(find("repository/app/db")).contains("../greenlight.yaml");
        assertThat(find("", "repository/app")).contains("repository/app/greenlight.yaml");
    }

    @Test
    void aRepositoryIsNotLeft() throws IOException {
        files("greenlight.yml", "repository/.git/HEAD", "repository/db/1.sql");

        assertThat(find("repository", "db")).isEmpty();
        assertThat(find("repository/db", ".")).isEmpty();
        assertThat(find("", "repository/db")).isEmpty();
    }

    @Test
    void withoutARepositoryItEndsAtTheWorkingDirectory() throws IOException {
        files("greenlight.yml", "work/db/1.sql", "other/greenlight.yml");

        assertThat(find("work", "db")).isEmpty();
        assertThat(find("", "work/db")).contains("greenlight.yml");
        assertThat(find("work", "../other")).contains("../other/greenlight.yml");
    }

    @Test
    void aFolderOfThatNameIsNoConfiguration() throws IOException {
        files("greenlight.yml/1.sql");

        assertThat(find("", ".")).isEmpty();
    }

    private void files(String... paths) throws IOException {
        for (String path : paths) {
            Files.createDirectories(folder.resolve(path).getParent());
            Files.writeString(folder.resolve(path), "");
        }
    }

    private Optional<String> find(String workingDirectory, String... paths) {
        Path here = folder.resolve(workingDirectory);
        return new ConfigurationSearch(DiskTree.below(here), here).find(List.of(paths));
    }
}
