package dev.greenlight.git;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GitRepositoryTest {
    @TempDir
    private Path temporary;

    private Path root;

    @BeforeEach
    void setUp() throws IOException {
        root = Files.createDirectory(temporary.toRealPath().resolve("root"));
    }

    @Test
    void a_folder_is_in_the_innermost_repository_above_it() throws IOException {
        repository(root);
        Path inner = repository(root.resolve("modules/inner"));
        Path folder = Files.createDirectories(inner.resolve("db/migrations"));

        assertThat(GitRepository.enclosing(folder)).hasValue(new GitRepository(inner));
        assertThat(GitRepository.enclosing(inner)).hasValue(new GitRepository(inner));
        assertThat(GitRepository.enclosing(root.resolve("modules"))).hasValue(new GitRepository(root));
    }

    @Test
    void a_linked_work_tree_has_a_file_instead_of_a_folder() throws IOException {
        Files.writeString(root.resolve(".git"), "gitdir: elsewhere\n");

        assertThat(GitRepository.enclosing(root)).hasValue(new GitRepository(root));
    }

    @Test
    void a_folder_that_is_only_called_so_is_no_repository() throws IOException {
        repository(root);
        Path folder = root.resolve("folder");
        Files.createDirectories(folder.resolve(".git"));

        assertThat(GitRepository.enclosing(folder)).hasValue(new GitRepository(root));
    }

    @Test
    void a_link_leads_to_where_the_folder_really_is() throws IOException {
        repository(root);
        Path link = Files.createSymbolicLink(
                temporary.resolve("link"), Files.createDirectories(root.resolve("a folder/db")));

        GitRepository repository = GitRepository.enclosing(link).orElseThrow();
        assertThat(repository.root()).isEqualTo(root);
        assertThat(repository.prefix(link)).isEqualTo("a folder/db/");
        assertThat(repository.prefix(root)).isEmpty();
    }

    private static Path repository(Path folder) throws IOException {
        Files.createDirectories(folder.resolve(".git"));
        Files.writeString(folder.resolve(".git/HEAD"), "ref: refs/heads/main\n");
        return folder;
    }
}
