package dev.greenlight.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BuiltInFunctionsTest {

    @ParameterizedTest
    @CsvSource({
        "lower, IMMUTABLE",
        "now, STABLE",
        "current_timestamp, STABLE",
        "random, VOLATILE",
        "nextval, VOLATILE",
        "coalesce, IMMUTABLE",
        "date_trunc, STABLE",
        "of_nobody, UNKNOWN"
    })
    void a_function_promises_what_all_of_its_overloads_keep(String name, Volatility volatility) {
        assertThat(BuiltInFunctions.volatility(name)).isEqualTo(volatility);
    }

    @Test
    void overloads_that_promise_different_things_are_marked() {
        assertThat(BuiltInFunctions.find("date_trunc"))
                .hasValueSatisfying(it -> assertThat(it.dependsOnOverload()).isTrue());
        assertThat(BuiltInFunctions.find("now"))
                .hasValueSatisfying(it -> assertThat(it.dependsOnOverload()).isFalse());
    }

    @Test
    void a_name_may_be_of_several_kinds() {
        BuiltInFunction rank = BuiltInFunctions.find("rank").orElseThrow();
        assertThat(rank.kinds()).containsExactlyInAnyOrder(BuiltInFunction.Kind.AGGREGATE, BuiltInFunction.Kind.WINDOW);
    }

    @ParameterizedTest
    @CsvSource({
        "gen_random_uuid, 12, false",
        "gen_random_uuid, 13, true",
        "uuidv7, 17, false",
        "uuidv7, 18, true",
        "pg_start_backup, 14, true",
        "pg_start_backup, 15, false",
        "extract, 12, true"
    })
    void functions_come_and_go_with_versions(String name, int version, boolean there) {
        assertThat(BuiltInFunctions.exists(name, new PostgresVersion(version))).isEqualTo(there);
    }
}
