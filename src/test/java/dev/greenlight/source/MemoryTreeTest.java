package dev.greenlight.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlight.source.FileTree.Entry;
import dev.greenlight.source.FileTree.Kind;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MemoryTreeTest {
    private final MemoryTree tree =
            MemoryTree.of(Map.of("db/b.sql", "b", "db/a/c.sql", "c", "db/.git/x.sql", "", "dba.sql", "d"));

    @Test
    void folders_are_what_the_paths_imply() {
        assertThat(tree.kind("db")).isEqualTo(Kind.FOLDER);
        assertThat(tree.kind("db/")).isEqualTo(Kind.FOLDER);
        assertThat(tree.kind("")).isEqualTo(Kind.FOLDER);
        assertThat(tree.kind("db/b.sql")).isEqualTo(Kind.FILE);
        assertThat(tree.kind("./db/b.sql")).isEqualTo(Kind.FILE);
        assertThat(tree.kind("d")).isEqualTo(Kind.MISSING);
    }

    @Test
    void files_are_listed_as_on_a_disk() {
        assertThat(tree.list("db")).containsExactly(new Entry("db/a/c.sql"), new Entry("db/b.sql"));
        assertThat(tree.list(".").getLast()).isEqualTo(new Entry("dba.sql"));
        assertThat(tree.list("missing")).isEmpty();
        assertThat(tree.children("db/")).containsExactly(new Entry("db/b.sql"));
        assertThat(tree.children("")).containsExactly(new Entry("dba.sql"));
    }

    @Test
    void an_entry_knows_its_folder_and_its_name() {
        assertThat(new Entry("db/a/c.sql").folder()).isEqualTo("db/a");
        assertThat(new Entry("db/a/c.sql").name()).isEqualTo("c.sql");
        assertThat(new Entry("c.sql").folder()).isEmpty();
        assertThat(new Entry("c.sql").name()).isEqualTo("c.sql");
    }

    @Test
    void a_text_is_read_by_its_path() {
        assertThat(tree.read("db/b.sql"))
                .isInstanceOfSatisfying(
                        SourceRead.Text.class,
                        read -> assertThat(read.file().text()).isEqualTo("b"));
        assertThat(tree.read("db")).isEqualTo(new SourceRead.Unreadable("db", 1, "it is a folder", "name a file"));
        assertThat(tree.read("e")).isInstanceOf(SourceRead.Unreadable.class);
        assertThat(MemoryTree.of("-", "x").read("-")).isInstanceOf(SourceRead.Text.class);
    }
}
