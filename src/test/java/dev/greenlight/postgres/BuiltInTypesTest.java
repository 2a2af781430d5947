package dev.greenlight.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BuiltInTypesTest {

    @Test
    void a_type_is_found_by_its_internal_name() {
        assertThat(BuiltInTypes.find("timestamptz")).hasValue(DataType.builtIn("timestamptz"));
        assertThat(BuiltInTypes.find("integer")).isEmpty();
    }

    @Test
    void an_array_has_a_name_too() {
        assertThat(BuiltInTypes.find("_text").map(DataType::display)).hasValue("text[]");
        assertThat(BuiltInTypes.find("_anyelement")).isEmpty();
    }

    @Test
    void a_type_has_a_kind_and_a_category() {
        BuiltInType varchar =
                BuiltInTypes.describe(DataType.builtIn("varchar", "3")).orElseThrow();
        BuiltInType trigger = BuiltInTypes.describe(DataType.builtIn("trigger")).orElseThrow();
        BuiltInType multirange =
                BuiltInTypes.describe(DataType.builtIn("int4multirange")).orElseThrow();
        assertThat(varchar.isString()).isTrue();
        assertThat(trigger.isPseudo()).isTrue();
        assertThat(multirange.versions().first()).isEqualTo(new PostgresVersion(14));
    }
}
