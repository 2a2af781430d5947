package dev.greenlight.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExtensionsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "uuid-ossp",
                "pgcrypto",
                "citext",
                "hstore",
                "ltree",
                "pg_trgm",
                "btree_gin",
                "btree_gist",
                "unaccent",
                "pg_stat_statements",
                "tablefunc",
                "fuzzystrmatch",
                "intarray",
                "cube",
                "earthdistance",
                "isn",
                "postgis",
                "vector",
                "timescaledb",
                "pg_cron",
                "plpgsql"
            })
    void the_common_ones_are_known(String name) {
        assertThat(Extensions.find(name)).isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        "uuid-ossp, uuid_generate_v4, VOLATILE",
        "uuid-ossp, uuid_generate_v5, IMMUTABLE",
        "pgcrypto, gen_random_uuid, VOLATILE",
        "unaccent, unaccent, STABLE",
        "vector, l2_distance, IMMUTABLE"
    })
    void functions_promise_something(String extension, String function, Volatility volatility) {
        assertThat(Extensions.find(extension).flatMap(it -> it.volatility(function)))
                .hasValue(volatility);
    }

    @Test
    void an_extension_brings_types_relations_and_operator_classes() {
        assertThat(Extensions.find("citext").orElseThrow().types()).containsExactly("citext");
        assertThat(Extensions.find("pg_stat_statements").orElseThrow().relations())
                .contains("pg_stat_statements");
        assertThat(Extensions.find("pg_trgm").orElseThrow().operatorClasses()).contains("gin_trgm_ops");
    }

    @Test
    void an_extension_may_need_another_or_a_superuser() {
        assertThat(Extensions.find("earthdistance").orElseThrow().requires()).containsExactly("cube");
        assertThat(Extensions.find("pgcrypto").orElseThrow().trusted()).isTrue();
        assertThat(Extensions.find("pg_stat_statements").orElseThrow().trusted())
                .isFalse();
    }
}
