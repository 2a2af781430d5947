package dev.greenlight.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Whole projects of Flyway, with what they tell it. */
class FlywayProjectTest {

    @Test
    void names_without_a_schema_are_in_the_default_one() {
        Map<String, String> files = Map.of(
                "db/flyway.conf", "flyway.defaultSchema=app",
                "db/V1__a.sql", "CREATE TABLE orders (id bigint PRIMARY KEY);",
                "db/V2__b.sql", "ALTER TABLE app.orders ADD COLUMN note text;",
                "db/V3__c.sql", "ALTER TABLE ${flyway:defaultSchema}.orders ADD COLUMN more text;",
                "db/V4__d.sql", "COMMENT ON TABLE orders IS 'x';\nCREATE SCHEMA IF NOT EXISTS app;");
        assertThat(LintedFiles.findings(LintedFiles.of(files))).isEmpty();

        Map<String, String> without = new HashMap<>(files);
        without.remove("db/flyway.conf");
        assertThat(LintedFiles.findings(LintedFiles.of(without))).isNotEmpty();
    }

    @Test
    void flyway_s_own_table_is_there() {
        Review review = LintedFiles.of(
                "V1__a.sql",
                "CREATE TABLE t (a int);",
                "R__state.sql",
                "CREATE OR REPLACE VIEW state AS SELECT max(version) AS version FROM flyway_schema_history WHERE success;",
                "afterMigrate.sql",
                "GRANT SELECT ON flyway_schema_history TO PUBLIC;");
        assertThat(LintedFiles.findings(review)).isEmpty();
        assertThat(review.migrations().toList()).hasSize(3);
    }

    @Test
    void a_finding_is_where_its_placeholder_is_written() {
        Review review = LintedFiles.of(Map.of(
                "db/flyway.conf",
                        "flyway.placeholders.table=orders\nflyway.placeholders.columns=id bigint, \\\n  note text",
                "db/V1__a.sql", "CREATE TABLE ${table} (${columns});",
                "db/V2__b.sql", "\n-- ${table}\nCREATE INDEX i ON ${table} (note);\nDROP TABLE ${table};"));
        assertThat(LintedFiles.findings(review))
                .containsExactly("V2__b.sql:3 create-index-blocks-writes", "V2__b.sql:4 drop-table");
        assertThat(review.findings())
                .extracting(
                        finding -> finding.file().written().text(finding.file().written(finding.span())))
                .containsExactly("CREATE INDEX i ON ${table} (note)", "${table}");
    }

    @Test
    void what_a_callback_makes_is_there_for_migrations() {
        Review review = LintedFiles.of(
                "V1__a.sql",
                "CREATE TABLE t (a audit.amount);",
                "beforeMigrate.sql",
                "CREATE SCHEMA IF NOT EXISTS audit;\nDROP DOMAIN IF EXISTS audit.amount;\nCREATE DOMAIN audit.amount AS int;");
        assertThat(LintedFiles.findings(review)).isEmpty();
    }

    @Test
    void a_placeholder_without_a_value_is_not_understood_but_no_error() {
        Review review =
                LintedFiles.of("V1__a.sql", "CREATE TABLE t (a int);\n${grants};\nALTER TABLE t ADD COLUMN b int;");
        assertThat(LintedFiles.findings(review)).isEqualTo(List.of());
        assertThat(review.summary().understood()).isEqualTo(review.summary().statements() - 1);
    }
}
