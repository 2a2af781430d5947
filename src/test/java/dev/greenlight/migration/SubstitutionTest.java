package dev.greenlight.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlight.migration.Script.Entry;
import dev.greenlight.source.MemoryTree;
import dev.greenlight.source.SourceFile;
import dev.greenlight.source.Span;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SubstitutionTest {
    private static final Map<String, String> VALUES =
            Map.of("s", "app", "tricky", "it's \"x\"", "path", "a\\b", "empty", "", "again", "${s}", "LONG", "12345");

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '#', textBlock = """
            CREATE TABLE ${s}.t ();                     | CREATE TABLE app.t ();
            '${s}' /* ${s} */ $$ ${s} $$                | 'app' /* app */ $$ app $$
            a${empty}b ${again}                         | ab ${s}
            ${S} ${ s } ${other} ${s}                   | ${S} ${ s } ${other} app
            ${other ${s}                                | ${other app
            :s :'s' $s ${s                              | :s :'s' $s ${s
            """)
    void most_tools_fill_in_templates_wherever_they_stand(String written, String sent) {
        assertThat(sent("20240101000000_x/migration.sql", written)).isEqualTo(sent);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '#', textBlock = """
            CREATE TABLE :s.t (a text DEFAULT :'tricky');      | CREATE TABLE app.t (a text DEFAULT 'it''s "x"');
            COMMENT ON TABLE :"tricky" IS :'path';             | COMMENT ON TABLE "it's ""x""\" IS  E'a\\\\b';
            SELECT ':s', $$ :s $$, a::s /* :s */ -- :s         | SELECT ':s', $$ :s $$, a::s /* :s */ -- :s
            SELECT :{?s}, :other, a[1:s];                      | SELECT :{?s}, :other, a[1:s];
            SELECT :s, ${s};                                   | SELECT app, app;
            """)
    void psql_may_run_what_no_tool_is_known_for(String written, String sent) {
        assertThat(sent("setup.sql", written)).isEqualTo(sent);
        assertThat(sent("001_setup.sql", written)).isEqualTo(sent);
    }

    @Test
    void goose_fills_in_variables_where_it_is_told_to() {
        String marks = "-- +goose Up\nSELECT '${s} $s';\n-- +goose ENVSUB ON\nSELECT '${s} $s $sx ${s:-y} $$ $LONG';\n"
                + "-- +goose envsub off\nSELECT '$s';\n";
        assertThat(sent("00001_x.sql", marks))
                .isEqualTo("-- +goose Up\nSELECT '${s} $s';\n-- +goose ENVSUB ON\n"
                        + "SELECT 'app app $sx ${s:-y} $$ 12345';\n-- +goose envsub off\nSELECT '$s';\n");
    }

    @Test
    void a_part_of_a_marked_file_is_the_part_of_what_is_sent() {
        String marks = "-- migrate:up\nCREATE TABLE ${LONG}${s} ();\n-- migrate:down\nDROP TABLE ${s};\n";
        List<Migration> migrations = migrations("20240101000000_x.sql", marks);
        List<Script> scripts = ScriptReader.read(migrations);
        assertThat(scripts)
                .extracting(script -> script.migration().file().text(statement(script)))
                .containsExactly("CREATE TABLE 12345app ()", "DROP TABLE app");
        assertThat(scripts)
                .extracting(script -> script.migration()
                        .file()
                        .position(statement(script).start())
                        .line())
                .containsExactly(2, 4);
    }

    private static Span statement(Script script) {
        assertThat(script.entries()).hasSize(1);
        Entry entry = script.entries().getFirst();
        return entry.text().span();
    }

    private static String sent(String path, String written) {
        SourceFile file = migrations(path, written).getFirst().file();
        assertThat(file.written().text()).isEqualTo(written);
        return file.text();
    }

    private static List<Migration> migrations(String path, String written) {
        HistoryOptions options = new HistoryOptions(Optional.empty(), Optional.empty(), VALUES);
        return Histories.find(MemoryTree.of(path, written), List.of("."), options)
                .histories()
                .getFirst()
                .migrations();
    }
}
