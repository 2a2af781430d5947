package dev.greenlight.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlight.migration.Histories.Inputs;
import dev.greenlight.source.DiskTree;
import dev.greenlight.source.FileTree;
import dev.greenlight.source.MemoryTree;
import dev.greenlight.source.SourceRead.Unreadable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoriesTest {
    private static final MemoryTree FLYWAY =
            tree("db/V1__a.sql", "db/V2__b.sql", "db/V10__c.sql", "db/seed.sql", "other/x.sql", "other/README.md");

    @Test
    void a_path_that_is_not_there_is_unreadable() {
        assertThat(find(FLYWAY, "no/such").unreadable())
                .containsExactly(new Unreadable("no/such", 1, "there is no such file", "check the path"));
    }

    @Test
    void a_folder_without_scripts_is_noted() {
        Inputs inputs = find(tree("docs/README.md"), "docs");
        assertThat(inputs.histories()).isEmpty();
        assertThat(inputs.unreadable()).isEmpty();
        assertThat(inputs.notes()).containsExactly("docs: no .sql files");
    }

    @Test
    void scripts_that_belong_to_nothing_are_not_silently_lost() {
        Inputs inputs = find(tree("V1__a.sql", "w.sql", "sub/x.sql", "sub/y.sql", "sub/z.sql", "R__r.sql"), ".");
        assertThat(only(inputs).folder()).isEqualTo(".");
        assertThat(only(inputs).notes())
                .containsExactly("4 scripts belong to no migration and are left out: sub/x.sql, sub/y.sql, sub/z.sql"
                        + " and 1 more");
    }

    @Test
    void a_note_names_a_file_as_it_is() {
        assertThat(only(find(tree("db/V1__a.sql", "db/100%.sql"), ".")).notes())
                .containsExactly("1 script belongs to no migration and is left out: db/100%.sql");
    }

    @Test
    void a_lone_file_is_part_of_a_history() {
        MigrationHistory history = only(find(FLYWAY, "db/V2__b.sql"));
        assertThat(history.layout()).isEqualTo("flyway");
        assertThat(history.folder()).isEqualTo("db");
        assertThat(history.partial()).isTrue();
        assertThat(history.notes()).isEmpty();
        assertThat(paths(history)).containsExactly("db/V2__b.sql");
    }

    @Test
    void named_files_of_one_folder_are_one_history_in_its_order() {
        MigrationHistory some = only(find(FLYWAY, "db/V10__c.sql", "db/V2__b.sql"));
        assertThat(paths(some)).containsExactly("db/V2__b.sql", "db/V10__c.sql");
        assertThat(some.partial()).isTrue();

        MigrationHistory all = only(find(FLYWAY, "db/V10__c.sql", "db/V2__b.sql", "./db/V1__a.sql", "db/V1__a.sql"));
        assertThat(paths(all)).containsExactly("db/V1__a.sql", "db/V2__b.sql", "db/V10__c.sql");
        assertThat(all.partial()).isFalse();
    }

    @Test
    void a_named_file_that_is_no_migration_is_read_all_the_same() {
        Inputs inputs = find(FLYWAY, "db/V1__a.sql", "db/seed.sql", "other/README.md");
        assertThat(inputs.histories())
                .extracting(HistoriesTest::paths)
                .containsExactlyInAnyOrder(List.of("db/V1__a.sql"), List.of("db/seed.sql"), List.of("other/README.md"));
        assertThat(inputs.histories()).allMatch(MigrationHistory::partial);
    }

    @Test
    void a_file_in_a_folder_that_is_also_named_is_there_once() {
        MigrationHistory history = only(find(FLYWAY, "db", "db/V2__b.sql", "db/"));
        assertThat(paths(history)).containsExactly("db/V1__a.sql", "db/V2__b.sql", "db/V10__c.sql");
        assertThat(history.partial()).isFalse();
    }

    @Test
    void standard_input_is_part_of_a_history() {
        MigrationHistory history = only(find(MemoryTree.of("-", "DROP TABLE t;"), "-"));
        assertThat(history.folder()).isEqualTo("-");
        assertThat(history.partial()).isTrue();
        assertThat(paths(history)).containsExactly("-");
    }

    @Test
    void standard_input_may_say_where_it_would_be() {
        MigrationHistory history = only(find(MemoryTree.of("db/7_x.up.sql", "DROP TABLE t;"), "db/7_x.up.sql"));
        assertThat(history.layout()).isEqualTo("golang-migrate");
        assertThat(history.folder()).isEqualTo("db");
        assertThat(history.partial()).isTrue();
        assertThat(history.migrations().getFirst().transaction()).isEqualTo(TransactionMode.IMPLICIT);
    }

    @Test
    void flyway_refuses_a_version_that_is_there_twice() {
        MigrationHistory history = only(find(tree("db/V1__a.sql", "db/x/V1.0__b.sql"), "db"));
        assertThat(history.notes())
                .containsExactly("Flyway refuses several migrations of version 1: db/V1__a.sql, db/x/V1.0__b.sql");
    }

    @Test
    void folders_that_share_versions_are_histories_of_their_own() {
        Inputs inputs = find(tree("db/h2/V1__a.sql", "db/postgres/V1__a.sql", "db/postgres/V2__b.sql"), ".");
        assertThat(inputs.histories()).extracting(MigrationHistory::folder).containsExactly("db/h2", "db/postgres");
    }

    @Test
    void what_a_build_copied_is_left_unless_it_is_meant() {
        MemoryTree tree = tree("src/db/V1__a.sql", "target/db/V1__a.sql");
        assertThat(only(find(tree, ".")).folder()).isEqualTo("src/db");
        assertThat(only(find(tree, "target")).folder()).isEqualTo("target/db");
    }

    @Test
    void numbered_files_aside_do_not_make_a_history_of_a_project() {
        MigrationHistory history =
                only(find(tree("deploy/a.sql", "deploy/b.sql", "deploy/c.sql", "data/1_x.sql"), "."));
        assertThat(history.layout()).isEqualTo("unknown");
        assertThat(history.migrations()).hasSize(4);
    }

    @Test
    void a_project_may_say_how_its_files_are_sent() {
        HistoryOptions none = new HistoryOptions(Optional.empty(), Optional.of(TransactionMode.NONE), Map.of());
        Migration migration =
                only(Histories.find(FLYWAY, List.of("db"), none)).migrations().getFirst();
        assertThat(migration.transaction()).isEqualTo(TransactionMode.NONE);
        assertThat(migration.sections()).extracting(Section::transaction).containsExactly(TransactionMode.NONE);
    }

    @Test
    void a_file_that_is_no_text_is_reported_and_the_others_are_read(@TempDir Path folder) throws IOException {
        Files.write(folder.resolve("1_a.sql"), new byte[] {(byte) 0xff});
        Files.writeString(folder.resolve("2_b.sql"), "SELECT 1;");
        Inputs inputs = find(DiskTree.below(folder), ".");
        assertThat(inputs.unreadable()).extracting(Unreadable::path).containsExactly("1_a.sql");
        assertThat(paths(only(inputs))).containsExactly("2_b.sql");
    }

    @Test
    void an_absolute_path_is_the_same_file(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("1_a.sql"), "SELECT 1;");
        Files.writeString(folder.resolve("2_b.sql"), "SELECT 1;");
        Inputs inputs = find(DiskTree.below(folder), folder.resolve("1_a.sql").toString(), "2_b.sql");
        assertThat(paths(only(inputs))).containsExactly("1_a.sql", "2_b.sql");
        assertThat(only(inputs).partial()).isFalse();
    }

    private static MemoryTree tree(String... paths) {
        return MemoryTree.of(Stream.of(paths).collect(Collectors.toMap(Function.identity(), path -> "")));
    }

    private static Inputs find(FileTree tree, String... paths) {
        return Histories.find(tree, List.of(paths), HistoryOptions.RECOGNISED);
    }

    private static MigrationHistory only(Inputs inputs) {
        assertThat(inputs.histories()).hasSize(1);
        return inputs.histories().getFirst();
    }

    private static List<String> paths(MigrationHistory history) {
        return history.migrations().stream().map(Migration::path).toList();
    }
}
