package dev.greenlight.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EditDistanceTest {
    @ParameterizedTest
    @CsvSource(textBlock = """
            orders, orders, 0
            orders, oders, 1
            orders, orderss, 1
            orders, ordres, 1
            kitten, sitting, 3
            '', abc, 3
            abc, '', 3
            """)
    void every_slip_counts_one(String one, String other, int slips) {
        assertThat(EditDistance.between(one, other)).isEqualTo(slips);
        assertThat(EditDistance.between(other, one)).isEqualTo(slips);
    }
}
