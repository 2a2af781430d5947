package dev.greenlight.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlight.rule.Finding;
import dev.greenlight.rule.RuleSetting;
import dev.greenlight.source.MemoryTree;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeclaredDependencyTest {
    private static final String CUSTOMERS = "CREATE TABLE customers (id bigint PRIMARY KEY);";
    private static final String ORDERS = "CREATE TABLE orders (customer bigint REFERENCES customers);";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "V01__customers.sql",
                "./V01__customers.sql",
                "db/V01__customers.sql",
                "V01__customers",
                "01",
                "1",
                "V1",
                "v01"
            })
    void a_migration_is_named_by_its_path_its_file_or_its_version(String name) {
        assertThat(LintedFiles.of(
                                "V01__customers.sql",
                                CUSTOMERS,
                                "V02__orders.sql",
                                "-- DEPENDS: " + name + "\n" + ORDERS)
                        .findings())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-- DEPENDS: V3, V4",
                "--depends : V3 V4",
                "/* Depends: V3,V4 */",
                "/*\n * DEPENDS: V3\n * DEPENDS: V4\n */",
                "-- Why it is so.\r\n-- DEPENDS: V3, V4\r"
            })
    void each_name_of_a_line_is_read_however_it_is_written(String header) {
        assertThat(messages("V1__a.sql", CUSTOMERS, "V2__b.sql", header + "\n" + ORDERS))
                .containsExactly("DEPENDS: no migration here is V3", "DEPENDS: no migration here is V4");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-- DEPENDS:",
                "-- depends on V3",
                "-- depends: pgcrypto",
                "-- depends: pgcrypto, citext",
                "-- Depends: PostgreSQL 14 or newer",
                "-- Depends: the tables of V3",
                "-- what DEPENDS: V3",
                "-- DEPENDSON: V3",
                "-- greenlight-note DEPENDS",
                "SELECT 1;\n-- DEPENDS: V3",
                "SELECT 'DEPENDS: V3';"
            })
    void what_is_no_such_line_is_not_read(String header) {
        assertThat(messages("V1__a.sql", CUSTOMERS, "V2__b.sql", header + "\n" + ORDERS))
                .isEmpty();
    }

    @Test
    void what_several_migrations_are_called_is_unclear() {
        assertThat(messages("2026_01_a/up.sql", CUSTOMERS, "2026_02_b/up.sql", "-- DEPENDS: up.sql\n" + ORDERS))
                .containsExactly("DEPENDS: up.sql may be any of db/2026_01_a/up.sql, db/2026_02_b/up.sql");
        assertThat(messages("2026_01_a/up.sql", CUSTOMERS, "2026_02_b/up.sql", "-- DEPENDS: 2026_01_a\n" + ORDERS))
                .isEmpty();
    }

    @Test
    void of_a_lone_file_the_others_may_be_elsewhere() {
        MemoryTree tree = MemoryTree.of(Map.of("V2__b.sql", "-- DEPENDS: V1__a.sql\nCREATE TABLE b (id bigint);"));

        assertThat(Linter.lint(LintRequest.of(tree, List.of("V2__b.sql"))).findings())
                .isEmpty();
    }

    @Test
    void the_file_of_a_declaration_is_no_migration_of_the_statement_that_fails() {
        Review review = LintedFiles.of("V1__a.sql", "-- DEPENDS: V2__b.sql\n" + ORDERS, "V2__b.sql", CUSTOMERS);

        assertThat(LintedFiles.findings(review))
                .containsExactly("V1__a.sql:1 declared-dependency", "V1__a.sql:2 unmet-reference");
        assertThat(review.histories().getFirst().migrations().getFirst().dependencies())
                .containsExactly("db/V2__b.sql");
    }

    @Test
    void that_all_is_declared_is_asked_of_who_switches_it_on() {
        MemoryTree tree = MemoryTree.of(Map.of("db/V1__a.sql", CUSTOMERS, "db/V2__b.sql", ORDERS));
        LintRequest request = LintRequest.of(tree, List.of("db"));

        assertThat(Linter.lint(request).findings()).isEmpty();
        assertThat(Linter.lint(request.withRules((rule, path) -> Optional.of(RuleSetting.NOTE)))
                        .findings())
                .extracting(Finding::rule)
                .containsExactly("undeclared-dependency");
    }

    private static List<String> messages(String... namesAndTexts) {
        return LintedFiles.of(namesAndTexts).findings().stream()
                .map(Finding::message)
                .toList();
    }
}
