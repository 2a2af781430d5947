package dev.greenlight.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SystemRelationsTest {

    private static final PostgresVersion NEWEST = PostgresVersion.NEWEST;

    @Test
    void a_catalog_has_columns_with_types() {
        assertThat(columns("pg_catalog", "pg_class", NEWEST))
                .contains("oid oid", "relname name", "reloptions text[]", "relkind \"char\"");
        assertThat(columns("information_schema", "columns", NEWEST))
                .contains("table_name information_schema.sql_identifier");
    }

    @Test
    void a_version_has_its_own_columns_in_its_own_order() {
        assertThat(columns("pg_catalog", "pg_stat_activity", new PostgresVersion(13)))
                .containsSubsequence("backend_xmin xid", "query text");
        assertThat(columns("pg_catalog", "pg_stat_activity", new PostgresVersion(14)))
                .containsSubsequence("backend_xmin xid", "query_id bigint", "query text");
    }

    @Test
    void a_view_that_came_later_is_not_there_before() {
        assertThat(columns("pg_catalog", "pg_stat_wal", new PostgresVersion(13)))
                .isEmpty();
        assertThat(SystemRelations.exists(new QualifiedName("pg_catalog", "pg_stat_wal")))
                .isTrue();
    }

    @Test
    void a_domain_of_the_standard_is_over_a_type() {
        assertThat(SystemRelations.domain(new QualifiedName("information_schema", "time_stamp")))
                .contains(DataType.builtIn("timestamptz", "2"));
        assertThat(SystemRelations.domain(new QualifiedName("public", "time_stamp")))
                .isEmpty();
    }

    @Test
    void the_standard_s_views_are_known() {
        assertThat(SystemRelations.exists(new QualifiedName("information_schema", "columns")))
                .isTrue();
        assertThat(SystemRelations.exists(new QualifiedName("public", "pg_class")))
                .isFalse();
    }

    private static List<String> columns(String schema, String name, PostgresVersion version) {
        return SystemRelations.find(new QualifiedName(schema, name), version).stream()
                .flatMap(relation -> relation.columns().stream())
                .map(column -> column.name() + " " + column.type().display())
                .toList();
    }
}
