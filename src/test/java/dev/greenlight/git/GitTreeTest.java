package dev.greenlight.git;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlight.source.DiskTree;
import dev.greenlight.source.FileTree;
import dev.greenlight.source.FileTree.Entry;
import dev.greenlight.source.SourceRead;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The index and a commit against the disk that they were made from: nobody may see a difference. */
@DisabledOnOs(OS.WINDOWS)
class GitTreeTest {
    /** A link to itself, which a disk gives a reason of its own for. */
    private static final String ENDLESS = "round";

    private static final List<String> PATHS = List.of(
            "",
            ".",
            "./",
            "db",
            "./db/",
            "db/sub",
            "db/../db",
            "..",
            "../shared",
            "../shared/",
            "missing",
            "db/a.sql",
            "db/a.sql/below",
            "link",
            "link/b.sql",
            "db/.hidden",
            "file link.sql",
            "nowhere",
            ENDLESS,
            "db/up",
            "größe \t\n.sql",
            "../..");

    @TempDir
    private Path temporary;

    private Repository repository;
    private Path here;

    @BeforeEach
    void setUp() throws IOException {
        repository = Repository.in(Files.createDirectory(temporary.toRealPath().resolve("root")));
        repository
                .file("app/db/a.sql", "SELECT 1;\n")
                .file("app/db/sub/b.sql", "SELECT 2;\r\n")
                .file("app/db/sub/metadata.toml", "run_in_transaction = false\n")
                .file("app/db/.hidden/c.sql", "SELECT 3;\n")
                .file("app/db/.dot.sql", "SELECT 4;\n")
                .file("app/größe \t\n.sql", "SELECT 'ü';\n")
                .file("app/empty.sql", "")
                .file("app/NUL.sql", "SELECT 1;\n\0")
                .file("shared/x/d.sql", "\uFEFFSELECT 5;\n")
                .link("app/link", "db/sub")
                .link("app/file link.sql", "../shared/x/d.sql")
                .link("app/nowhere", "not/there")
                .link("app/" + ENDLESS, ENDLESS)
                .link("app/db/up", "..")
                .link("shared/again", "../app/db/up/db");
        Files.setPosixFilePermissions(
                repository.root().resolve("app/db/a.sql"), PosixFilePermissions.fromString("rwxr-xr-x"));
        repository.commit("All");
        here = repository.root().resolve("app");
    }

    @Test
    void the_index_is_as_the_disk() {
        try (Git git = Git.at(here, Map.of())) {
            assertSame(git.index().content(), DiskTree.below(here));
        }
    }

    @Test
    void a_commit_is_as_the_disk() {
        try (Git git = Git.at(here, Map.of())) {
            assertSame(git.commits("HEAD", "HEAD").content(), DiskTree.below(here));
        }
    }

    @Test
    void the_tracked_files_are_as_the_disk() {
        try (Git git = Git.at(here, Map.of())) {
            assertSame(git.tracked(Set.of()).content(), DiskTree.below(here));
        }
    }

    @Test
    void a_file_outside_of_the_repository_is_read_from_the_disk() throws IOException {
        Files.writeString(temporary.resolve("dump.sql"), "SELECT 6;\n");
        try (Git git = Git.at(here, Map.of())) {
            FileTree content = git.index().content();

            assertThat(told(content.read("../../dump.sql"))).contains("SELECT 6;\n");
            assertThat(content.kind("../../dump.sql")).isEqualTo(FileTree.Kind.FILE);
        }
    }

    private static void assertSame(FileTree tree, FileTree disk) {
        for (String path : PATHS) {
            assertThat(tree.kind(path)).as("kind of " + path).isEqualTo(disk.kind(path));
            if (!path.equals("../..")) {
                assertThat(tree.list(path)).as("list of " + path).isEqualTo(disk.list(path));
                assertThat(tree.children(path)).as("children of " + path).isEqualTo(disk.children(path));
            }
        }
        List<String> all = Stream.concat(disk.list("..").stream().map(Entry::path), PATHS.stream())
                .filter(path -> !path.equals(ENDLESS))
                .toList();
        for (String path : all) {
            assertThat(told(tree.read(path))).as("content of " + path).isEqualTo(told(disk.read(path)));
        }
    }

    private static String told(SourceRead read) {
        return switch (read) {
            case SourceRead.Text text -> text.file().path() + ": " + text.file().text();
            case SourceRead.Unreadable unreadable -> unreadable.toString();
        };
    }
}
