package dev.greenlight.source;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.greenlight.source.FileTree.Kind;
import dev.greenlight.source.SourceRead.Unreadable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskTreeTest {
    @TempDir
    private Path base;

    private DiskTree tree;

    @BeforeEach
    void setUp() {
        tree = DiskTree.below(base);
    }

    @Test
    void files_are_listed_at_any_depth_and_in_order_of_their_paths() throws IOException {
        write("db/b.sql", "");
        write("db/a/c.sql", "");
        write("db/.dot.yml", "");
        write("db/.git/hidden.sql", "");
        write("other/d.sql", "");

        assertThat(list("db")).containsExactly("db/.dot.yml", "db/a/c.sql", "db/b.sql");
        assertThat(list("")).containsExactly("db/.dot.yml", "db/a/c.sql", "db/b.sql", "other/d.sql");
        assertThat(list("db/.git")).containsExactly("db/.git/hidden.sql");
        assertThat(list("missing")).isEmpty();
        assertThat(list("db/b.sql")).isEmpty();
    }

    @Test
    void links_that_go_in_circles_end() throws IOException {
        write("db/a.sql", "");
        Files.createSymbolicLink(base.resolve("db/loop"), base.resolve("db"));
        Files.createSymbolicLink(base.resolve("db/up"), base);
        Files.createSymbolicLink(base.resolve("db/self"), Path.of("self"));

        assertThat(list("db")).containsExactly("db/a.sql");
    }

    @Test
    void links_that_multiply_are_followed_once() throws IOException {
        for (int i = 0; i < 40; i++) {
            Files.createDirectories(base.resolve("d" + i));
            Files.createSymbolicLink(base.resolve("d" + i + "/left"), Path.of("../d" + (i + 1)));
            Files.createSymbolicLink(base.resolve("d" + i + "/right"), Path.of("../d" + (i + 1)));
        }
        write("d40/a.sql", "");

        assertThat(list("")).containsExactly("d40/a.sql");
        assertThat(list("d0")).hasSize(1);
    }

    @Test
    void links_out_of_the_folder_are_followed() throws IOException {
        write("shared/a.sql", "");
        Files.createDirectories(base.resolve("db"));
        Files.createSymbolicLink(base.resolve("db/folder"), base.resolve("shared"));
        Files.createSymbolicLink(base.resolve("db/file.sql"), base.resolve("shared/a.sql"));

        assertThat(list("db")).containsExactly("db/file.sql", "db/folder/a.sql");
    }

    @Test
    void a_path_is_a_file_a_folder_or_missing() throws IOException {
        write("db/a.sql", "");

        assertThat(tree.kind("db/a.sql")).isEqualTo(Kind.FILE);
        assertThat(tree.kind("db")).isEqualTo(Kind.FOLDER);
        assertThat(tree.kind("")).isEqualTo(Kind.FOLDER);
        assertThat(tree.kind("db/b.sql")).isEqualTo(Kind.MISSING);
        assertThat(tree.kind("db/\0")).isEqualTo(Kind.MISSING);
    }

    @Test
    void paths_are_reported_relative_to_the_base_when_below_it() throws IOException {
        Path inside = write("db/a.sql", "x");
        write("db/sub/b.sql", "x");
        tree = DiskTree.below(base.resolve("db/sub"));

        assertThat(text("../sub/./b.sql").path()).isEqualTo("b.sql");
        assertThat(text(base.resolve("db/sub/b.sql").toString()).path()).isEqualTo("b.sql");
        assertThat(text("../a.sql").path()).isEqualTo("../a.sql");
        assertThat(text(inside.toString()).path()).isEqualTo(inside.toString());
        assertThat(list("..")).containsExactly("../a.sql", "b.sql");
    }

    @Test
    void text_is_read_as_it_is_but_for_a_byte_order_mark() throws IOException {
        write("plain.sql", "SELECT 'é\uD83D\uDE00\uFFFD';\r\n");
        write("marked.sql", "\uFEFFSELECT 1;\n");

        assertThat(text("plain.sql").text()).isEqualTo("SELECT 'é\uD83D\uDE00\uFFFD';\r\n");
        assertThat(text("marked.sql").text()).isEqualTo("SELECT 1;\n");
    }

    @Test
    void bytes_that_are_not_utf8_are_reported_with_their_line() throws IOException {
        Files.write(base.resolve("latin1.sql"), "-- a\r\n-- b\r-- \uFFFD\n-- caf\u00e9\n".getBytes(ISO_8859_1));
        Files.write(base.resolve("cut.sql"), new byte[] {'a', '\n', (byte) 0xC3});

        assertThat(tree.read("latin1.sql"))
                .isEqualTo(new Unreadable("latin1.sql", 4, "line 4: not UTF-8", "save the file as UTF-8"));
        assertThat(unreadable("cut.sql").line()).isEqualTo(2);
    }

    @Test
    void other_encodings_are_named_by_their_mark() throws IOException {
        Files.write(base.resolve("utf16.sql"), "\uFEFFSELECT 1".getBytes(UTF_16LE));

        assertThat(unreadable("utf16.sql").problem()).contains("UTF-16");
    }

    @Test
    void a_nul_byte_is_reported_with_its_line() throws IOException {
        write("nul.sql", "SELECT 1;\n\nSELECT '\0';");

        assertThat(unreadable("nul.sql").line()).isEqualTo(3);
        assertThat(unreadable("nul.sql").problem()).contains("NUL");
    }

    @Test
    void what_cannot_be_read_says_why() throws IOException {
        write("db/a.sql", "");

        assertThat(unreadable("db").problem()).isEqualTo("it is a folder");
        assertThat(unreadable("db/b.sql").problem()).isEqualTo("there is no such file");
        assertThat(unreadable("db/a.sql/c.sql").path()).isEqualTo("db/a.sql/c.sql");
        assertThat(unreadable("db/\0").problem()).isEqualTo("there is no such file");
    }

    @Test
    void what_may_not_be_read_says_so() throws IOException {
        Path closed = write("closed.sql", "");
        write("shut/a.sql", "");
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("---------"));
        Files.setPosixFilePermissions(base.resolve("shut"), PosixFilePermissions.fromString("---------"));
        try {
            assumeFalse(Files.isReadable(closed), "root may read everything");
            assertThat(unreadable("closed.sql").problem()).isEqualTo("reading it is not permitted");
            assertThat(list("")).containsExactly("closed.sql");
        } finally {
            Files.setPosixFilePermissions(base.resolve("shut"), PosixFilePermissions.fromString("rwx------"));
        }
    }

    @Test
    void what_is_no_script_by_its_size_is_not_read() throws IOException {
        try (RandomAccessFile file =
                new RandomAccessFile(base.resolve("dump.sql").toFile(), "rw")) {
            file.setLength((256L << 20) + 1);
        }

        assertThat(unreadable("dump.sql").problem()).isEqualTo("it is larger than 256 MB");
    }

    @Test
    void children_are_only_the_files_in_a_folder_itself() throws IOException {
        write("db/b.sql", "");
        write("db/a.sql", "");
        write("db/deep/c.sql", "");

        assertThat(tree.children("db")).extracting(FileTree.Entry::path).containsExactly("db/a.sql", "db/b.sql");
        assertThat(tree.children("")).isEmpty();
        assertThat(tree.children("no")).isEmpty();
    }

    private Path write(String path, String text) throws IOException {
        Path file = base.resolve(path);
        Files.createDirectories(file.getParent());
        return Files.write(file, text.getBytes(UTF_8));
    }

    private List<String> list(String folder) {
        return tree.list(folder).stream().map(FileTree.Entry::path).toList();
    }

    private SourceFile text(String path) {
        return ((SourceRead.Text) tree.read(path)).file();
    }

    private Unreadable unreadable(String path) {
        return (Unreadable) tree.read(path);
    }
}
