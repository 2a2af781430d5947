package dev.greenlight.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlight.source.FileTree.Entry;
import dev.greenlight.source.FileTree.Kind;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OverlayTreeTest {
    private static final FileTree BELOW = MemoryTree.of(Map.of("db/a.sql", "old a", "db/c.sql", "c"));

    @Test
    void a_file_hides_the_one_below_it() {
        FileTree tree = OverlayTree.of(BELOW, "db/a.sql", "new a".getBytes(UTF_8));

        assertThat(text(tree, "db/a.sql")).isEqualTo("new a");
        assertThat(text(tree, "./db/a.sql")).isEqualTo("new a");
        assertThat(text(tree, "db/c.sql")).isEqualTo("c");
        assertThat(paths(tree.list("db"))).containsExactly("db/a.sql", "db/c.sql");
    }

    @Test
    void a_file_is_there_besides_those_below() {
        FileTree tree = OverlayTree.of(BELOW, "db/new/b.sql", "b".getBytes(UTF_8));

        assertThat(paths(tree.list("db"))).containsExactly("db/a.sql", "db/c.sql", "db/new/b.sql");
        assertThat(paths(tree.children("db"))).containsExactly("db/a.sql", "db/c.sql");
        assertThat(paths(tree.children("db/new"))).containsExactly("db/new/b.sql");
        assertThat(tree.kind("db/new/b.sql")).isEqualTo(Kind.FILE);
        assertThat(tree.kind("db/new")).isEqualTo(Kind.FOLDER);
        assertThat(tree.kind("db/c.sql")).isEqualTo(Kind.FILE);
        assertThat(tree.kind("db/d.sql")).isEqualTo(Kind.MISSING);
    }

    @Test
    void a_file_is_decoded_as_on_a_disk() {
        FileTree tree = OverlayTree.of(BELOW, "-", new byte[] {'a', (byte) 0xFF});

        assertThat(tree.read("-"))
                .isEqualTo(new SourceRead.Unreadable("-", 1, "line 1: not UTF-8", "save the file as UTF-8"));
    }

    private static String text(FileTree tree, String path) {
        return ((SourceRead.Text) tree.read(path)).file().text();
    }

    private static List<String> paths(List<Entry> entries) {
        return entries.stream().map(Entry::path).toList();
    }
}
