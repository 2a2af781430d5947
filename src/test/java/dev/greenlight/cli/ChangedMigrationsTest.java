package dev.greenlight.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlight.cli.Workspace.Outcome;
import dev.greenlight.git.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Linting what changed in a repository that has an old finding, of which nobody wants to hear again. */
class ChangedMigrationsTest {
    private static final String TABLE = "CREATE TABLE orders (id bigint PRIMARY KEY, placed date);\n";
    private static final String OLD = "CREATE INDEX orders_placed_idx ON orders (placed);\n";
    private static final String BAD = "ALTER TABLE orders ALTER COLUMN placed TYPE text;\n";
    private static final String GOOD = "ALTER TABLE orders ADD COLUMN note text;\n";
    private static final Pattern FINDING = Pattern.compile("(?:red|yellow)\\[([^]]+)].*\\R *--> ([^:]+:\\d+):");

    @TempDir
    private Path temporary;

    private Repository repository;
    private Workspace workspace;

    @BeforeEach
    void setUp() throws IOException {
        Path root = Files.createDirectory(temporary.toRealPath().resolve("root"));
        repository = Repository.in(root).file("db/V1__orders.sql", TABLE).file("db/V2__index.sql", OLD);
        repository.commit("Old");
        workspace = new Workspace(root);
    }

    @Test
    void without_a_change_there_is_nothing_to_say() {
        Outcome outcome = workspace.run("lint", "--staged");

        assertThat(outcome.out())
                .isEqualTo("note: no migration changed in the index since HEAD\n"
                        + "SAFE: 0 findings; 0 migrations, 0 statements: 0 red, 0 yellow, 0 green; 0 not understood\n");
        assertThat(outcome.code()).isZero();
    }

    @Test
    void only_what_is_staged_is_told_of() {
        repository.file("db/V3__text.sql", BAD).git("add", "db");
        repository.file("db/V4__more.sql", BAD);

        Outcome outcome = workspace.run("lint", "--staged", "db");

        assertThat(findings(outcome)).containsExactly("db/V3__text.sql:1 column-type-change");
        assertThat(outcome.out()).contains("note: 1 of 3 migrations changed in the index since HEAD\n");
        assertThat(outcome.out()).endsWith("; 1 migration, 1 statement: 1 red, 0 yellow, 0 green; 0 not understood\n");
        assertThat(outcome.code()).isEqualTo(1);
    }

    @Test
    void of_a_file_staged_by_half_that_half_is_read() {
        repository.file("db/V3__text.sql", GOOD).git("add", "db");
        repository.file("db/V3__text.sql", GOOD + BAD);

        assertThat(findings(workspace.run("lint", "--staged"))).isEmpty();
        assertThat(findings(workspace.run("lint", "--base", "HEAD")))
                .containsExactly("db/V3__text.sql:2 column-type-change");
    }

    @Test
    void the_configuration_is_read_where_the_migrations_are() {
        repository.file("greenlight.yml", "rules: {column-type-change: off}\n").file("db/V3__text.sql", BAD);
        repository.git("add", ".");
        repository.file("greenlight.yml", "fail-on: nonsense\n");

        assertThat(findings(workspace.run("lint", "--staged"))).isEmpty();
        assertThat(workspace.run("lint", "--base", "HEAD").err()).startsWith("greenlight: greenlight.yml:1: fail-on");
    }

    @Test
    void what_is_pending_shares_a_transaction_where_the_tool_lets_it() throws IOException {
        String journal = "{\"entries\": [{\"idx\": 0, \"when\": 1, \"tag\": \"0000_a\"}%s]}";
        String more =
                ", {\"idx\": 1, \"when\": 2, \"tag\": \"0001_b\"}, {\"idx\": 2, \"when\": 3, \"tag\": \"0002_c\"}";
        Repository drizzle = Repository.in(Files.createDirectory(temporary.resolve("drizzle")))
                .file("meta/_journal.json", journal.formatted(""))
                .file("0000_a.sql", "CREATE TABLE a (id bigint);\n");
        drizzle.commit("Old");
        drizzle.file("meta/_journal.json", journal.formatted(more))
                .file("0001_b.sql", "CREATE TABLE b (id bigint);\n")
                .file("0002_c.sql", "CREATE INDEX b_id_idx ON b (id);\nCREATE INDEX a_id_idx ON a (id);\n");
        Workspace project = new Workspace(temporary.resolve("drizzle"));

        assertThat(findings(project.run("lint", "--base", "HEAD")))
                .containsExactly("0002_c.sql:2 create-index-blocks-writes");
        assertThat(findings(project.run("lint")))
                .containsExactly("0002_c.sql:1 create-index-blocks-writes", "0002_c.sql:2 create-index-blocks-writes");
    }

    @Test
    void the_index_that_a_commit_is_made_from_is_read() {
        repository.file("db/V3__text.sql", BAD).git("add", "db");
        Path index = repository.root().resolve(".git/other-index");
        repository.git("read-tree", "--index-output=.git/other-index", "HEAD");

        assertThat(index).exists();
        assertThat(findings(
                        workspace.variable("GIT_INDEX_FILE", ".git/other-index").run("lint", "--staged")))
                .isEmpty();
    }

    @Test
    void before_the_first_commit_all_is_new() throws IOException {
        Path root = Files.createDirectory(temporary.resolve("new"));
        Repository.in(root)
                .file("V1__orders.sql", TABLE)
                .file("V2__index.sql", OLD)
                .git("add", ".");
        Workspace unborn = new Workspace(root);

        Outcome outcome = unborn.run("lint", "--staged");

        assertThat(findings(outcome)).containsExactly("V2__index.sql:1 create-index-blocks-writes");
        assertThat(outcome.out()).contains("2 of 2 migrations changed in the index, before the first commit\n");
        assertThat(findings(unborn.run("lint", "--pre-commit", "V2__index.sql")))
                .hasSize(1);
        assertThat(unborn.run("lint", "--base", "HEAD").err())
                .isEqualTo("greenlight: HEAD is no commit: nothing has been committed on this branch yet\n");
    }

    @Test
    void since_a_base_everything_counts_that_is_not_ignored() {
        repository.file(".gitignore", "*.draft.sql\n").commit("Ignore");
        repository.git("checkout", "--quiet", "-b", "feature");
        repository.file("db/V3__a.sql", BAD).commit("Committed");
        repository.file("db/V4__b.sql", "DROP TABLE orders;\n").git("add", "db");
        repository.file("db/V5__größer and more.sql", TABLE + OLD + "COMMIT;\n" + OLD.replace("idx", "key"));
        repository.file("db/V6__c.draft.sql", BAD);

        Outcome outcome = workspace.run("lint", "--base", "main");

        assertThat(findings(outcome))
                .containsExactly(
                        "db/V3__a.sql:1 column-type-change",
                        "db/V4__b.sql:1 drop-table",
                        "db/V5__größer and more.sql:4 create-index-blocks-writes");
        String base = repository.git("rev-parse", "main").substring(0, 7);
        assertThat(outcome.out()).contains("note: 3 of 6 migrations changed since main (merge base " + base + ")\n");
    }

    @Test
    void what_the_other_branch_got_meanwhile_is_not_ours() {
        repository.git("checkout", "--quiet", "-b", "feature");
        repository.file("db/V4__ours.sql", GOOD).commit("Ours");
        repository.git("checkout", "--quiet", "main");
        repository.file("db/V3__theirs.sql", BAD).commit("Theirs");
        repository.git("checkout", "--quiet", "feature");

        assertThat(findings(workspace.run("lint", "--from-ref", "main"))).isEmpty();

        repository.git("merge", "--quiet", "--no-edit", "main");
        Outcome merged = workspace.run("lint", "--from-ref", "main", "--to-ref", "feature");

        assertThat(merged.out()).contains("note: 1 of 4 migrations changed since main (merge base ");
        assertThat(findings(merged)).isEmpty();
    }

    @Test
    void a_commit_is_read_and_not_what_is_on_the_disk() {
        String from = repository.git("rev-parse", "HEAD");
        repository.file("db/V3__text.sql", BAD);
        String to = repository.commit("Bad");
        repository.delete("db/V3__text.sql").file("db/V1__orders.sql", "nonsense");

        assertThat(findings(workspace.run("lint", "--from-ref", from, "--to-ref", to)))
                .containsExactly("db/V3__text.sql:1 column-type-change");
        assertThat(findings(workspace.run("lint", "--from-ref", "0".repeat(40), "--to-ref", to)))
                .containsExactly(
                        "db/V2__index.sql:1 create-index-blocks-writes", "db/V3__text.sql:1 column-type-change");
    }

    @Test
    void a_renamed_file_is_a_new_migration() {
        repository.git("mv", "db/V2__index.sql", "db/V3__index.sql");

        assertThat(findings(workspace.run("lint", "--staged")))
                .containsExactly("db/V3__index.sql:1 create-index-blocks-writes");
    }

    @Test
    void who_may_run_a_file_is_not_its_content() throws IOException {
        repository.git("update-index", "--chmod=+x", "db/V2__index.sql");

        assertThat(findings(workspace.run("lint", "--staged"))).isEmpty();
        assertThat(findings(workspace.run("lint", "--base", "HEAD"))).isEmpty();
    }

    @Test
    void paths_begin_at_the_working_folder() {
        repository.file("db/V3__text.sql", BAD).git("add", ".");
        Workspace below = new Workspace(repository.root().resolve("db"));
        Workspace beside = new Workspace(repository.file("app/x.txt", "").root().resolve("app"));

        assertThat(findings(below.run("lint", "--staged"))).containsExactly("V3__text.sql:1 column-type-change");
        assertThat(findings(below.run("lint", "--base", "HEAD", ".")))
                .containsExactly("V3__text.sql:1 column-type-change");
        assertThat(findings(beside.run("lint", "--staged", "../db")))
                .containsExactly("../db/V3__text.sql:1 column-type-change");
        assertThat(findings(beside.run(
                        "lint",
                        "--base",
                        "HEAD",
                        repository.root().resolve("db").toString())))
                .containsExactly("../db/V3__text.sql:1 column-type-change");
    }

    @Test
    void a_hook_s_variables_do_not_move_the_root() {
        repository.file("db/V3__text.sql", BAD).git("add", ".");
        Workspace below = new Workspace(repository.root().resolve("db"))
                .variable("GIT_DIR", repository.root().resolve(".git").toString());

        assertThat(findings(below.run("lint", "--staged"))).containsExactly("V3__text.sql:1 column-type-change");
    }

    @Test
    void a_link_to_the_folder_leads_to_what_changed() {
        repository.link("migrations", "db").file("db/V3__text.sql", BAD).git("add", ".");

        assertThat(findings(workspace.run("lint", "--staged", "migrations")))
                .containsExactly("db/V3__text.sql:1 column-type-change");
    }

    @Test
    void a_linked_work_tree_has_its_own_index() {
        Path linked = temporary.resolve("linked tree");
        repository.git("worktree", "add", "--quiet", "-b", "other", linked.toString());
        Repository.at(linked).file("db/V3__text.sql", BAD).git("add", ".");

        assertThat(findings(new Workspace(linked).run("lint", "--staged")))
                .containsExactly("db/V3__text.sql:1 column-type-change");
        assertThat(findings(workspace.run("lint", "--staged"))).isEmpty();
    }

    @Test
    void a_list_names_what_changed() {
        repository.file("db/V3__text.sql", BAD);
        workspace.file("list", "db/V3__text.sql\0README.md\0db/gone.sql\0");

        assertThat(findings(workspace.runWith("./db/V2__index.sql\0", "lint", "--files0-from", "-", "db")))
                .containsExactly("db/V2__index.sql:1 create-index-blocks-writes");
        Outcome outcome = workspace.run("lint", "--files0-from", "list", "db");
        assertThat(findings(outcome)).containsExactly("db/V3__text.sql:1 column-type-change");
        assertThat(outcome.out()).contains("note: 1 of 3 migrations changed according to list\n");
        assertThat(workspace
                        .runWith("db/V2__index.sql\n", "lint", "--files0-from", "-")
                        .err())
                .isEqualTo("greenlight: --files0-from -: its paths must end with NUL bytes, as those of git diff -z"
                        + " --name-only do\n");
    }

    @Test
    void pre_commit_names_what_changed_among_what_git_tracks() {
        repository.file("db/V3__text.sql", BAD).git("add", ".");
        repository.file("db/V4__untracked.sql", "DROP TABLE orders;\n");

        Outcome staged = workspace.run("lint", "--pre-commit", "db/V3__text.sql", "README.md");

        assertThat(findings(staged)).containsExactly("db/V3__text.sql:1 column-type-change");
        assertThat(staged.out()).contains("note: 1 of 3 migrations changed according to the files named\n");
        assertThat(findings(workspace.run("lint", "--pre-commit", "db/V2__index.sql", "db/V3__text.sql")))
                .hasSize(2);
        assertThat(workspace.run("lint", "--pre-commit").code()).isZero();
    }

    @Test
    void what_decides_how_a_migration_runs_is_part_of_it() {
        repository.file("diesel/2024-01-01-000000_a/up.sql", "CREATE TABLE d (id bigint);\n");
        repository.file("diesel/2024-01-01-000000_a/metadata.toml", "");
        repository.file("diesel/2024-01-02-000000_b/up.sql", "CREATE INDEX CONCURRENTLY i ON d (id);\n");
        repository.file("diesel/2024-01-02-000000_b/metadata.toml", "run_in_transaction = false\n");
        repository.commit("Diesel");
        repository
                .file("diesel/2024-01-02-000000_b/metadata.toml", "run_in_transaction = true\n")
                .git("add", ".");
        repository.file("diesel/2024-01-02-000000_b/metadata.toml", "run_in_transaction = false\n");

        assertThat(findings(workspace.run("lint", "--staged")))
                .containsExactly("diesel/2024-01-02-000000_b/up.sql:1 concurrently-in-transaction");
        assertThat(findings(workspace.run("lint", "--base", "HEAD"))).isEmpty();
    }

    @Test
    void a_journal_is_read_from_where_its_scripts_are() {
        repository
                .file("drizzle/0000_a.sql", "CREATE TABLE a (id bigint);\n")
                .file("drizzle/0001_b.sql", "CREATE INDEX i ON a (id);\n")
                .file("drizzle/meta/_journal.json", "{\"entries\": [{\"tag\": \"0000_a\"}]}")
                .git("add", "drizzle");
        repository.file("drizzle/meta/_journal.json", "{\"entries\": [{\"tag\": \"0000_a\"}, {\"tag\": \"0001_b\"}]}");

        assertThat(workspace.run("lint", "--staged", "drizzle").out()).contains("1 of 1 migrations changed");
        assertThat(workspace.run("lint", "--base", "HEAD", "drizzle").out()).contains("2 of 2 migrations changed");
    }

    @Test
    void notes_about_other_files_are_not_repeated() {
        repository.file("db/odd.sql", "SELECT 1;\n").commit("Odd");
        repository.file("db/V3__note.sql", GOOD).git("add", ".");

        assertThat(workspace.run("lint", "--staged").out()).doesNotContain("odd.sql");

        repository.file("db/strange.sql", "SELECT 1;\n").git("add", ".");
        assertThat(workspace.run("lint", "--staged").out())
                .contains("note: 2 scripts belong to no migration and are left out: db/odd.sql, db/strange.sql\n");
    }

    @Test
    void a_file_that_the_replay_needs_and_nobody_can_read_is_an_error_still() throws IOException {
        Files.write(repository.root().resolve("db/V1__orders.sql"), new byte[] {'-', '-', (byte) 0xE4});
        repository.commit("Broken");
        repository.file("db/V3__note.sql", GOOD).git("add", ".");

        Outcome outcome = workspace.run("lint", "--staged");

        assertThat(outcome.out()).contains("db/V1__orders.sql:1: unreadable: line 1: not UTF-8");
        assertThat(outcome.code()).isEqualTo(2);
    }

    private static List<String> findings(Outcome outcome) {
        assertThat(outcome.err()).isEmpty();
        return FINDING.matcher(outcome.out())
                .results()
                .map(ChangedMigrationsTest::finding)
                .toList();
    }

    private static String finding(MatchResult found) {
        return found.group(2) + " " + found.group(1);
    }
}
