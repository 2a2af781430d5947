package dev.greenlight.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlight.source.MemoryTree;
import dev.greenlight.source.SourceFile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is not asked of Liquibase itself in {@link LiquibaseOnServerTest}. */
class LiquibaseLayoutTest {
    private static final String HEAD = "--liquibase formatted sql\n--changeset ada:";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --liquibase formatted sql                        | liquibase
            ~  -- Liquibase Formatted SQL dbms:postgresql    | liquibase
            --liquibase formattedsql                         | liquibase
            -- a file for liquibase formatted sql            | numbered
            SELECT 1; --liquibase formatted sql              | numbered
            """)
    void the_first_line_tells(String line, String layout) {
        Map<String, String> files = Map.of("db/1_a.sql", line.replace('~', '\n') + "\n--changeset ada:a\nSELECT 1;");
        assertThat(histories(files)).extracting(MigrationHistory::layout).containsExactly(layout);
    }

    @Test
    void modules_have_histories_of_their_own_and_folders_of_a_changelog_have_one() {
        assertThat(histories(Map.of(
                        "a/db/changelog/v1/1.sql", HEAD + "a\nSELECT 1;",
                        "a/db/changelog/v2/1.sql", HEAD + "a\nSELECT 1;",
                        "b/sql/1.sql", HEAD + "a\nSELECT 1;",
                        "b/sql/more/1.sql", HEAD + "a\nSELECT 1;")))
                .extracting(MigrationHistory::folder)
                .containsExactly("a/db/changelog", "b/sql");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "databaseChangeLog:\n- include:\n    file: b.sql\n- include:\n    file: a.sql\n",
                "databaseChangeLog:\n  -   include:\n        \"file\": \"b.sql\" # first\n\n  - include: {file: a.sql}\n",
                "databaseChangeLog:\r\n  - include:\r\n      file: 'b.sql'\r\n  - include:\r\n      file: a.sql\r\n",
                "databaseChangeLog:\n  - changeSet:\n      id: 1\n      author: ada\n      changes:\n      - sql:\n"
                        + "          sql: |\n            - include:\n              file: c.sql\n"
                        + "  - include:\n      file: classpath:/m/b.sql\n  - include:\n      file: m/a.sql\n",
                "databaseChangeLog: [{include: {file: b.sql}}, {include: {file: 'a.sql'}}]",
                "{\"databaseChangeLog\": [{\"include\": {\"file\": \"b.sql\"}}, {\"include\": {\"file\": \"a.sql\"}}]}"
            })
    void yaml_and_json_are_read(String changelog) {
        assertThat(order("master.yaml", changelog))
                .startsWith("m/b.sql", "m/a.sql")
                .hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "yaml|`databaseChangeLog:\n- include: {file: b.sql}\n- include: &a\n    file: a.sql\n- include: *a\n`"
                        + "|is followed only in part (line 3: anchors (&) and aliases (*) are not followed: write the"
                        + " value where it belongs)",
                "yml|`databaseChangeLog:\n- include: {file: b.sql}\n- include: {file: a.sql\n`"
                        + "|is not understood, and what it includes is not followed (line 4: not YAML: expected ',' or"
                        + " '}', but got <stream end>)",
                "json|`{\"databaseChangeLog\": [\n{\"include\" {\"file\": \"b.sql\"}}]}`"
                        + "|is not understood, and what it includes is not followed (line 2: not YAML: expected ',' or"
                        + " '}', but got {)",
            })
    void what_is_not_followed_in_yaml_and_json_is_told(String suffix, String changelog, String note) {
        assertThat(history("changelog." + suffix, changelog).notes()).contains("m/changelog." + suffix + ": " + note);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<databaseChangeLog><include file='b.sql'/><!-- <include file='c.sql'/> --><include file='a.sql'/>"
                        + "</databaseChangeLog>",
                "<?xml version='1.0'?><!DOCTYPE x><databaseChangeLog xmlns='http://www.liquibase.org/xml/ns/dbchangelog'>"
                        + "<include relativeToChangelogFile='true' file='../m/b.sql'/><include file='m\\a.sql'/>"
                        + "</databaseChangeLog>",
                "<databaseChangeLog><changeSet id='1' author='a'><sqlFile path='b.sql'/></changeSet>"
                        + "<changeSet id='2' author='a' dbms='h2'><sqlFile path='c.sql'/></changeSet>"
                        + "<changeSet id='3' author='a' ignore='true'><sqlFile path='c.sql'/></changeSet>"
                        + "<include file='a.sql'/></databaseChangeLog>"
            })
    void xml_is_read(String changelog) {
        assertThat(order("master.xml", changelog)).containsExactly("m/b.sql", "m/a.sql");
    }

    @Test
    void no_entity_is_looked_up() {
        String changelog = """
                <!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname"><!ENTITY b "b.sql">]>
                <databaseChangeLog>
                    <include file="a.sql"/>
                    <include file="&e;b.sql"/>
                </databaseChangeLog>
                """;
        MigrationHistory history = history("changelog.xml", changelog);
        assertThat(history.notes())
                .containsExactly("m/changelog.xml: is not understood, and what it includes is not followed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../etc/a.sql", "/../a.sql", "../../../../../../../../etc/passwd.sql", "${x}/a.sql"})
    void nothing_outside_of_the_tree_is_looked_for(String path) {
        String changelog = """
                databaseChangeLog:
                - include: {file: "%s", relativeToChangelogFile: true}
                - include: {file: a.sql}
                """.formatted(path);
        MigrationHistory history = history("changelog.yaml", changelog);
        assertThat(history.migrations()).extracting(Migration::path).containsExactly("m/a.sql");
        assertThat(history.notes()).contains("m/changelog.yaml: names what is not there: " + path);
    }

    @Test
    void changelogs_that_include_each_other_come_to_an_end() {
        Map<String, String> files = new HashMap<>(scripts());
        files.put(
                "m/changelog-1.yaml",
                "databaseChangeLog:\n- include:\n    file: changelog-2.yaml\n- includeAll:\n    path: .\n");
        files.put("m/changelog-2.yaml", "databaseChangeLog:\n- include:\n    file: changelog-1.yaml\n");
        assertThat(histories(files)).hasSize(1);
    }

    @Test
    void a_down_shows_the_line_as_written_and_reads_what_undoes() {
        MigrationHistory history = histories(
                        Map.of("m/1.sql", HEAD + "a\nCREATE TABLE t (a int);\n--rollback DROP TABLE t;\n"))
                .getFirst();
        Migration down = history.migrations().getLast();
        assertThat(down.direction()).isEqualTo(Direction.DOWN);
        assertThat(down.file().lineText(4)).isEqualTo("--rollback DROP TABLE t;");
        assertThat(down.file().checksum())
                .isEqualTo(history.migrations().getFirst().file().checksum());
        Script script = ScriptReader.read(List.of(down)).getFirst();
        assertThat(script.entries()).singleElement().satisfies(entry -> {
            assertThat(down.file().text(entry.text().span())).isEqualTo("DROP TABLE t");
            assertThat(down.file().position(entry.text().span().start()).column())
                    .isEqualTo(12);
            assertThat(entry.section().id()).isEqualTo("ada:a");
        });
    }

    @Test
    void files_that_somebody_has_said_to_be_liquibase_s_are_all_changelogs() {
        MemoryTree tree = MemoryTree.of(Map.of("m/b.sql", "SELECT 1;", "m/a.sql", "SELECT 1;"));
        FoundFiles told = FoundFiles.of(tree, tree.list("")).told();
        assertThat(new LiquibaseLayout().plans(told))
                .singleElement()
                .satisfies(plan -> assertThat(plan.migrations())
                        .extracting(it -> it.file().path())
                        .containsExactly("m/a.sql", "m/b.sql"));
        assertThat(new AtlasLayout().plans(told)).hasSize(1);
        assertThat(new LiquibaseLayout().plans(FoundFiles.of(tree, tree.list(""))))
                .isEmpty();
    }

    @Test
    void properties_are_those_for_postgres_and_the_first_of_a_name_stays() {
        assertThat(LiquibaseProperties.of("""
                --liquibase formatted sql
                --property name:schema value:app
                -- property name:type value:clob dbms:oracle
                -- property name: type value: text dbms:postgresql,h2
                --property name:schema value:other
                --property name:none
                """)).isEqualTo(Map.of("schema", "app", "type", "text"));
    }

    @Test
    void properties_are_filled_in_and_the_file_is_shown_as_written() {
        String changelog = "--liquibase formatted sql\n--property name:table value:orders\n--changeset ada:a\n"
                + "CREATE TABLE ${table} (a int);\n--rollback DROP TABLE ${table};\n";
        List<Migration> migrations =
                histories(Map.of("m/1.sql", changelog)).getFirst().migrations();

        for (Script script : ScriptReader.read(migrations)) {
            SourceFile file = script.migration().file();
            assertThat(script.entries())
                    .singleElement()
                    .satisfies(
                            entry -> assertThat(file.text(entry.text().span())).contains(" TABLE orders"));
            assertThat(file.lineText(4)).isEqualTo("CREATE TABLE ${table} (a int);");
        }
        assertThat(migrations).hasSize(2);
    }

    private static List<String> order(String name, String changelog) {
        return history(name, changelog).migrations().stream()
                .map(Migration::path)
                .toList();
    }

    private static MigrationHistory history(String name, String changelog) {
        Map<String, String> files = new HashMap<>(scripts());
        files.put("m/" + name, changelog);
        return histories(files).getFirst();
    }

    private static Map<String, String> scripts() {
        return Map.of(
                "m/a.sql", HEAD + "a\nSELECT 1;",
                "m/b.sql", HEAD + "b\nSELECT 1;",
                "m/c.sql", HEAD + "c\nSELECT 1;");
    }

    private static List<MigrationHistory> histories(Map<String, String> files) {
        return Histories.find(MemoryTree.of(files), List.of("."), HistoryOptions.RECOGNISED)
                .histories();
    }
}
