package dev.greenlight.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SystemRelationsTest {

    @Test
    void a_catalog_has_columns() {
        var pgClass = SystemRelations.find(new QualifiedName("pg_catalog", "pg_class"));
        assertThat(pgClass).hasValueSatisfying(it -> assertThat(it.columns()).contains("oid", "relname"));
    }

    @Test
    void a_catalog_that_came_later_says_so() {
        var wal = SystemRelations.find(new QualifiedName("pg_catalog", "pg_stat_wal"));
        assertThat(wal).hasValueSatisfying(it -> {
            assertThat(it.versions().first()).isEqualTo(new PostgresVersion(14));
            assertThat(it.columns()).doesNotContain("14+");
        });
    }

    @Test
    void the_standard_s_views_are_known() {
        assertThat(SystemRelations.exists(new QualifiedName("information_schema", "columns")))
                .isTrue();
        assertThat(SystemRelations.exists(new QualifiedName("public", "pg_class")))
                .isFalse();
    }
}
