package dev.greenlight.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlight.replay.HistoryRun;
import dev.greenlight.replay.Replaying;
import dev.greenlight.replay.Step;
import dev.greenlight.source.DiskTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Which changesets run, in which order and transactions, and what fails: asked of Liquibase and of a server. A script
 * notes what it runs with {@code SELECT note('…')}.
 */
@Tag("postgres")
class LiquibaseOnServerTest {
    private static final String MASTER = """
            databaseChangeLog:
              - includeAll:
                  path: changes
            """;

    private static final String NOTEBOOK = """
            CREATE TABLE noted (number serial, label text, transaction xid8 DEFAULT pg_current_xact_id());
            CREATE FUNCTION note(label text) RETURNS void LANGUAGE sql
            AS 'INSERT INTO noted (label) VALUES (label)';
            """;

    private static final Pattern NOTE = Pattern.compile("note\\('(\\w+)'\\)");

    @TempDir
    private Path folder;

    @Test
    void changesets_run_in_the_order_of_paths_in_transactions_of_their_own() throws Exception {
        file("changes/10_b.sql", """
                --liquibase formatted sql
                --changeset ada:one
                SELECT note('b1'); SELECT note('b2');
                --changeset ada:two runInTransaction:false
                SELECT note('b3'); SELECT note('b4');
                --changeset ada:three splitStatements:false
                SELECT note('b5'); SELECT note('b6');
                --changeset ada:four splitStatements:false runInTransaction:false
                SELECT note('b7'); SELECT note('b8');
                """);
        file("changes/1_a.sql", """
                -- liquibase formatted sql
                -- changeset "ada l":"a one"
                SELECT note('a1');
                -- changeset ada:h2 dbms:h2,oracle
                SELECT note('a2');
                -- changeset ada:not-h2 dbms:!h2
                SELECT note('a3');
                -- changeset ada:ignored ignore:true
                SELECT note('a4');
                -- changeset ada:context context:test labels:x
                SELECT note('a5');
                """);
        file("changes/9_raw.sql", "SELECT note('raw1'); SELECT note('raw2');");
        file("changes/below/0.sql", "--liquibase formatted sql\n--changeset ada:below\nSELECT note('below');\n");
        file("changes/notes.txt", "SELECT note('never');");
        file("changes/unnamed", "--liquibase formatted sql\n--changeset ada:unnamed\nSELECT note('never');\n");
        assertThat(greenlight()).hasSize(14).isEqualTo(liquibase());
    }

    @Test
    void what_is_sent_at_once_shares_a_transaction() throws Exception {
        each(
                "",
                List.of(
                        "endDelimiter:/ runInTransaction:false|SELECT note('a'); SELECT note('b')\n/\nSELECT note('c')\n/\n",
                        "endDelimiter:// runInTransaction:false|SELECT note('a'); SELECT note('b') // SELECT note('c'); //\n",
                        "endDelimiter:GO runInTransaction:false|SELECT note('a')\ngo\nSELECT note('b'); SELECT note('c')\nGO",
                        "endDelimiter:@@ runInTransaction:false|SELECT note('a') @@ SELECT note('b'); SELECT note('c'); @@",
                        "endDelimiter:\\nGO runInTransaction:false|SELECT note('a')\nGO\nSELECT note('b'); SELECT note('c')\nGO",
                        "endDelimiter:; runInTransaction:false|SELECT note('a'); SELECT note('b'); SELECT note('c')",
                        "endDelimiter:^|DO $$ BEGIN PERFORM note('a'); END $$ ^ SELECT note('b')^\nSELECT note('c')",
                        "runInTransaction:false|SELECT note('a')\nGO\nSELECT note('b');\n/\nSELECT note('c')",
                        "runInTransaction:false|SELECT note('a');\nSELECT note('b')\n/\n",
                        "runInTransaction:false|SELECT note('a'); -- it's; a comment\nSELECT note('b') /* ; */; SELECT note('c')",
                        "stripComments:false runInTransaction:false|SELECT note('a'); -- it's\nSELECT note('b');",
                        "runInTransaction:false|BEGIN; SELECT note('a'); SELECT note('b'); COMMIT; SELECT note('c')",
                        "runInTransaction:false|SELECT note('a'), ';', E'it\\'s;', '\";'; SELECT note('b') AS \";\"",
                        "rollbackSplitStatements:false runInTransaction:false|SELECT note('a'); SELECT note('b');",
                        "RUNINTRANSACTION:FALSE|SELECT note('a'); SELECT note('b');"));
        assertThat(greenlight()).hasSize(40).isEqualTo(liquibase());
    }

    @Test
    void what_liquibase_ignores_is_not_run() throws Exception {
        file("changes/1.sql", """
                --liquibase formatted sql
                SELECT note('before');
                --changeset ada:one
                SELECT note('a');
                --ignoreLines:2
                SELECT note('b');
                SELECT note('c');
                SELECT note('d');
                --ignoreLines:start
                --changeset ada:never
                SELECT note('e');
                --ignoreLines:end
                SELECT note('f');
                --comment one
                --preconditions onFail:MARK_RAN
                --precondition-sql-check expectedResult:1 SELECT 1
                SELECT note('g');
                """);
        assertThat(greenlight()).hasSize(4).isEqualTo(liquibase());
    }

    @Test
    void what_cannot_run_in_a_transaction_fails_where_there_is_one() throws Exception {
        each(
                "failOnError:false ",
                List.of(
                        "|CREATE INDEX CONCURRENTLY h ON t (a);",
                        "runInTransaction:false|CREATE INDEX CONCURRENTLY i ON t (a); DROP INDEX CONCURRENTLY i;",
                        "runInTransaction:false splitStatements:false|CREATE INDEX CONCURRENTLY j ON t (a); SELECT 1;",
                        "runInTransaction:false splitStatements:false|CREATE INDEX CONCURRENTLY k ON t (a);",
                        "runInTransaction:false endDelimiter:/|SELECT 1; VACUUM t;\n/\nSELECT 1;",
                        "runInTransaction:false endDelimiter:/|SELECT 1;\n/\nVACUUM t;\n/\n"));
        List<String> failing =
                Replaying.steps(Replaying.plain()
                                .baseline("CREATE TABLE t (a int);")
                                .runScripts(ups()))
                        .stream()
                        .filter(step -> step.error().isPresent())
                        .map(step -> step.file().path())
                        .toList();
        assertThat(failing).hasSize(3).isEqualTo(failed());
    }

    @Test
    void a_statement_that_liquibase_breaks_is_told() throws Exception {
        each(
                "failOnError:false ",
                List.of(
                        "|DO $$ BEGIN PERFORM 1; PERFORM 2; END $$;",
                        "|DO $$ DECLARE x int; BEGIN PERFORM 1; END $$;",
                        "|DO $x$BEGIN PERFORM 1; END$x$; SELECT 1;",
                        "|CREATE FUNCTION f() RETURNS int LANGUAGE sql AS $$ SELECT 1; SELECT 2; $$;",
                        "|CREATE FUNCTION g() RETURNS int LANGUAGE sql AS ' SELECT 1; SELECT 2; ';",
                        "|CREATE FUNCTION h() RETURNS int LANGUAGE sql BEGIN ATOMIC SELECT 1; SELECT 2; END; SELECT 1;",
                        "|CREATE RULE r AS ON INSERT TO t DO ALSO (SELECT 1; SELECT 2);",
                        "|SELECT 'C:\\'; SELECT 2; SELECT 'D:\\';",
                        "|SELECT $$;$$;",
                        "|CREATE FUNCTION i() RETURNS int LANGUAGE sql AS $$ SELECT 1; $$;\n/\n"));
        List<String> told = history().notes().stream()
                .filter(note -> note.contains("ends a statement within"))
                .map(note -> note.substring(0, note.indexOf(':')))
                .toList();
        assertThat(told).hasSize(5).isEqualTo(failed());
    }

    @Test
    void properties_are_what_liquibase_puts_in() throws Exception {
        String changelog = """
                --liquibase formatted sql
                --property name:one value:first
                --property name:one value:second
                -- property name: two value: third dbms:postgresql
                --property name:three value:fourth dbms:h2
                --changeset ada:one
                SELECT note('${one}'), note('${two}'), note('${three}');
                """;
        file("changes/1.sql", changelog);
        try (RealLiquibase liquibase = new RealLiquibase(folder)) {
            liquibase.execute(NOTEBOOK);
            assertThat(liquibase.update("master.yaml")).isEmpty();
            assertThat(liquibase.strings("SELECT label FROM noted WHERE label !~ '[$]' ORDER BY number"))
                    .hasSize(2)
                    .containsExactlyElementsOf(LiquibaseProperties.of(changelog).values());
        }
    }

    @Test
    void rollbacks_run_from_the_last_changeset_to_the_first() throws Exception {
        file("changes/1.sql", """
                --liquibase formatted sql
                --changeset ada:one
                SELECT 1;
                --rollback SELECT note('a1');
                --rollback SELECT
                --rollback note('a2');
                --changeset ada:two
                SELECT 1;
                --rollback empty
                --changeset ada:three
                SELECT 1;
                --rollback not required
                --changeset ada:four runInTransaction:false
                SELECT 1;
                /* liquibase rollback
                SELECT note('d1');
                SELECT note('d2');
                */
                --changeset ada:five runInTransaction:false rollbackSplitStatements:false rollbackEndDelimiter:/
                SELECT 1;
                --rollback SELECT note('e1'); SELECT note('e2');
                """);
        List<String> predicted = noted(scripts(Direction.DOWN));
        try (RealLiquibase liquibase = new RealLiquibase(folder)) {
            liquibase.execute(NOTEBOOK);
            assertThat(liquibase.update("master.yaml")).isEmpty();
            assertThat(liquibase.rollback("master.yaml", 5)).isEmpty();
            assertThat(predicted).hasSize(6).isEqualTo(noted(liquibase));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--changeset ada one\nSELECT 1;",
                "-changeset ada:one\nSELECT 1;",
                "--changeset ada: one\nSELECT 1;",
                "--changeset ada:one\nSELECT 1;\n--changeset ada:one\nSELECT 2;",
                "--changeset ada:one\nSELECT 1;\n--liquibase formatted sql",
                "--changeset ada:one\nSELECT 1;\n-rollback SELECT 2;",
                "--changeset ada:one\nSELECT 1;\n/* liquibase rollback\nSELECT 2;",
                "--changeset ada:one\nSELECT 1;\n--rollback SELECT 2;",
                "--changeset ada:one\n--changeset ada:two\nSELECT 2;"
            })
    void what_liquibase_refuses_is_told(String changesets) throws Exception {
        file("changes/1.sql", "--liquibase formatted sql\n" + changesets);
        boolean told = history().notes().stream().anyMatch(note -> note.contains("Liquibase refuses"));
        try (RealLiquibase liquibase = new RealLiquibase(folder)) {
            Optional<String> failed = liquibase.update("master.yaml");
            assertThat(told).as("%s: %s", changesets, failed).isEqualTo(failed.isPresent());
        }
    }

    @Test
    void the_fixture_with_a_master_runs_as_liquibase_runs_it() throws Exception {
        copy(Path.of("test-fixtures/layouts/liquibase-included/src/main/resources"));
        String master = "db/changelog/db.changelog-master.yaml";
        String included = Files.readString(folder.resolve(master));
        Files.writeString(
                folder.resolve(master), included.replaceFirst("(?s)  - include:\\s+file: changes/missing.*", ""));
        List<String> predicted = Histories.find(DiskTree.below(folder), List.of("."), HistoryOptions.RECOGNISED)
                .histories()
                .getFirst()
                .migrations()
                .stream()
                .filter(migration -> migration.direction() == Direction.UP)
                .flatMap(migration -> migration.sections().stream().map(Section::id))
                .distinct()
                .toList();
        try (RealLiquibase liquibase = new RealLiquibase(folder)) {
            assertThat(liquibase.update(master)).isEmpty();
            List<String> ran = liquibase.changesets().stream()
                    .filter(id -> !id.equals("ada:settings") && !id.equals("ada:done"))
                    .map(id -> id.startsWith("includeAll:raw") ? "includeAll:raw" : id)
                    .toList();
            assertThat(predicted).isEqualTo(ran);
        }
    }

    /** A file with one changeset each, given as attributes, a bar and SQL. */
    private void each(String attributes, List<String> changesets) throws IOException {
        for (int i = 0; i < changesets.size(); i++) {
            String[] parts = changesets.get(i).split("\\|", 2);
            String head = "--liquibase formatted sql\n--changeset ada:one " + attributes + parts[0] + "\n";
            file("changes/%02d.sql".formatted(i), head + parts[1]);
        }
    }

    /** The files whose changesets Liquibase has not run. */
    private List<String> failed() throws Exception {
        try (RealLiquibase liquibase = new RealLiquibase(folder)) {
            liquibase.execute("CREATE TABLE t (a int)");
            assertThat(liquibase.update("master.yaml")).isEmpty();
            List<String> ran = liquibase.strings("SELECT filename FROM databasechangelog");
            return ups().stream()
                    .map(script -> script.migration().path())
                    .filter(path -> !ran.contains(path))
                    .toList();
        }
    }

    private void copy(Path source) throws IOException {
        try (Stream<Path> files = Files.walk(source)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                file(source.relativize(file).toString(), Files.readString(file));
            }
        }
    }

    private void file(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        if (path.startsWith("changes")) {
            Files.writeString(folder.resolve("master.yaml"), MASTER);
        }
    }

    private MigrationHistory history() {
        return Histories.find(DiskTree.below(folder), List.of("."), HistoryOptions.RECOGNISED)
                .histories()
                .getFirst();
    }

    private List<Script> ups() {
        return scripts(Direction.UP);
    }

    private List<Script> scripts(Direction direction) {
        assertThat(history().layout()).isEqualTo("liquibase");
        return ScriptReader.read(history().migrations().stream()
                .filter(migration -> migration.direction() == direction)
                .toList());
    }

    private List<String> greenlight() {
        return noted(ups());
    }

    private List<String> liquibase() throws Exception {
        try (RealLiquibase liquibase = new RealLiquibase(folder)) {
            liquibase.execute(NOTEBOOK);
            assertThat(liquibase.update("master.yaml")).isEmpty();
            return noted(liquibase);
        }
    }

    /** Each label that a statement notes, with the number of its transaction, counted from 1 in their order. */
    private static List<String> noted(List<Script> scripts) {
        HistoryRun run = Replaying.plain().baseline(NOTEBOOK).runScripts(List.copyOf(asUps(scripts)));
        List<String> labels = new ArrayList<>();
        List<String> transactions = new ArrayList<>();
        for (Step step : Replaying.steps(run)) {
            Matcher note = NOTE.matcher(step.file().text(step.entry().text().span()));
            if (note.find()) {
                labels.add(note.group(1));
                transactions.add(String.valueOf(step.transaction()));
            }
        }
        return numbered(labels, transactions);
    }

    /** A down is run on a copy of the catalog; here it is to be run as it is. */
    private static List<Script> asUps(List<Script> scripts) {
        return scripts.stream()
                .map(script -> new Script(asUp(script.migration()), script.entries()))
                .toList();
    }

    private static Migration asUp(Migration migration) {
        return new Migration(
                migration.file(),
                migration.folder(),
                migration.version(),
                migration.description(),
                Direction.UP,
                migration.transaction(),
                migration.sections());
    }

    private static List<String> noted(RealLiquibase liquibase) throws SQLException {
        return numbered(
                liquibase.strings("SELECT label FROM noted ORDER BY number"),
                liquibase.strings("SELECT transaction::text FROM noted ORDER BY number"));
    }

    private static List<String> numbered(List<String> labels, List<String> transactions) {
        Map<String, Integer> numbers = new LinkedHashMap<>();
        List<String> numbered = new ArrayList<>();
        for (int i = 0; i < labels.size(); i++) {
            int number = numbers.computeIfAbsent(transactions.get(i), absent -> numbers.size() + 1);
            numbered.add(labels.get(i) + " " + number);
        }
        return numbered;
    }
}
