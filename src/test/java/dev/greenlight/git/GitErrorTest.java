package dev.greenlight.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said where a repository has no answer: one line, with what would help. */
class GitErrorTest {
    private static final String DEEPEN =
            "fetch-depth: 0 for actions/checkout, or git fetch --unshallow (or --deepen=100) elsewhere";

    @TempDir
    private Path temporary;

    private Repository repository;

    @BeforeEach
    void setUp() throws IOException {
        repository = Repository.in(Files.createDirectory(temporary.toRealPath().resolve("origin")));
        repository.file("V1__a.sql", "SELECT 1;").commit("One");
    }

    @Test
    void a_revision_that_is_not_there() {
        assertThat(error(repository.root(), "nosuch"))
                .isEqualTo("nosuch is not in this clone: check the name, or git fetch what has it");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "-h", "--all", "--output=x"})
    void a_revision_is_never_an_option(String revision) {
        assertThat(error(repository.root(), revision))
                .isEqualTo("no revision is called \"" + revision + "\": name a branch, a tag or a commit");
    }

    @ParameterizedTest
    @ValueSource(strings = {"HEAD..HEAD", "HEAD:V1__a.sql", "HEAD^{tree}", "a b", ":/One:"})
    void what_is_no_commit_is_not_there(String revision) {
        assertThat(error(repository.root(), revision)).startsWith(revision + " is not in this clone: ");
    }

    @Test
    void a_branch_of_a_remote_that_is_not_there_is_to_be_fetched() {
        Repository clone = clone("clone");

        assertThat(error(clone.root(), "origin/develop"))
                .isEqualTo("origin/develop is not in this clone: git fetch origin develop");
    }

    @Test
    void a_branch_that_only_the_remote_has_is_named_with_it() {
        repository.git("branch", "develop");
        Repository clone = clone("clone");

        assertThat(error(clone.root(), "develop"))
                .isEqualTo("develop is not in this clone: did you mean origin/develop?");
    }

    @Test
    void a_shallow_clone_does_not_reach_the_merge_base() {
        repository.git("checkout", "--quiet", "-b", "feature");
        repository.file("V2__b.sql", "SELECT 2;").commit("Two");
        repository.git("checkout", "--quiet", "main");
        repository.file("V3__c.sql", "SELECT 3;").commit("Three");
        Repository clone = clone("clone", "--depth=1", "--no-single-branch", "--branch=feature");

        assertThat(error(clone.root(), "origin/main"))
                .isEqualTo(
                        "this clone is shallow and does not reach back to where origin/main and HEAD part: " + DEEPEN);

        clone.git("fetch", "--quiet", "--unshallow");
        try (Git git = Git.at(clone.root(), Map.of())) {
            assertThat(git.workTree("origin/main").changed()).containsExactly("V2__b.sql");
        }
    }

    @Test
    void a_shallow_clone_may_lack_the_branch_too() {
        repository.git("branch", "develop");
        Repository clone = clone("clone", "--depth=1");

        assertThat(error(clone.root(), "origin/develop"))
                .isEqualTo("origin/develop is not in this clone: git fetch origin develop; the clone is shallow: "
                        + DEEPEN);
    }

    @Test
    void histories_that_have_nothing_in_common_cannot_be_compared() {
        repository.git("checkout", "--quiet", "--orphan", "other");
        repository.commit("Other");

        assertThat(error(repository.root(), "main"))
                .isEqualTo("main and HEAD have no commit in common: name the branch that this one came from");
    }

    @Test
    void a_folder_without_a_repository() throws IOException {
        Path folder = Files.createDirectory(temporary.resolve("folder"));

        assertThat(error(folder, "main"))
                .isEqualTo("git: not a git repository (or any of the parent directories): .git: what changed is known"
                        + " only in one");
    }

    @Test
    void a_repository_of_somebody_else() {
        Map<String, String> variables = Map.of("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1");

        assertThatExceptionOfType(GitError.class)
                .isThrownBy(() -> Git.at(repository.root(), variables).workTree("main"))
                .withMessageMatching("git: detected dubious ownership in repository at '.*': "
                        + "git config --global --add safe\\.directory \\S+");
    }

    @Test
    void a_bare_repository_has_commits_only() {
        repository.file("V2__b.sql", "SELECT 2;").commit("Two");
        Path bare = clone("bare", "--bare").root();

        assertThat(error(bare, "main"))
                .isEqualTo("this repository is bare and has no files on the disk: say which commits to compare");
        try (Git git = Git.at(bare, Map.of())) {
            Comparison comparison = git.commits("main~1", "main");
            assertThat(comparison.changed()).containsExactly("V2__b.sql");
            assertThat(comparison.content().list("")).hasSize(2);
            assertThat(comparison.base().list("")).hasSize(1);
        }
    }

    @Test
    void an_unmerged_file_has_no_content() {
        repository.git("checkout", "--quiet", "-b", "other");
        repository.file("V1__a.sql", "SELECT 2;").commit("Other");
        repository.git("checkout", "--quiet", "main");
        repository.file("V1__a.sql", "SELECT 3;").commit("Ours");
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> repository.git("merge", "--quiet", "other"));

        assertThatExceptionOfType(GitError.class)
                .isThrownBy(() -> Git.at(repository.root(), Map.of()).index())
                .withMessage("V1__a.sql is unmerged: resolve the conflict and git add it");
    }

    @Test
    void configuration_does_not_change_the_answers() {
        repository.git("config", "diff.renames", "copies");
        repository.git("config", "diff.external", "false");
        repository.git("config", "diff.relative", "true");
        repository.git("config", "diff.autoRefreshIndex", "false");
        repository.git("config", "color.ui", "always");
        repository.git("config", "core.quotePath", "true");
        repository.git("mv", "V1__a.sql", "V2__ä.sql");

        try (Git git = Git.at(repository.root(), Map.of())) {
            assertThat(git.index().changed()).containsExactly("V1__a.sql", "V2__ä.sql");
            assertThat(git.workTree("HEAD").changed()).containsExactly("V1__a.sql", "V2__ä.sql");
        }
    }

    @Test
    void a_file_that_was_only_touched_has_not_changed() throws IOException {
        Files.setLastModifiedTime(repository.root().resolve("V1__a.sql"), FileTime.fromMillis(1));

        try (Git git = Git.at(repository.root(), Map.of())) {
            assertThat(git.workTree("HEAD").changed()).isEmpty();
        }
    }

    private Repository clone(String name, String... options) {
        Path target = temporary.resolve(name);
        String[] command = new String[options.length + 4];
        command[0] = "clone";
        command[1] = "--quiet";
        System.arraycopy(options, 0, command, 2, options.length);
        command[options.length + 2] = "file://" + repository.root();
        command[options.length + 3] = target.toString();
        repository.git(command);
        return Repository.at(target);
    }

    private static String error(Path folder, String revision) {
        try (Git git = Git.at(folder, Map.of())) {
            git.workTree(revision);
        } catch (GitError e) {
            return String.valueOf(e.getMessage());
        }
        throw new AssertionError("there is no error");
    }
}
