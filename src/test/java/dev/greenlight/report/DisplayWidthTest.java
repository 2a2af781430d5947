package dev.greenlight.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DisplayWidthTest {
    @ParameterizedTest
    @CsvSource({
        "abc, 3",
        "ä, 1",
        "e\u0301, 1",
        "表, 2",
        "ひらがな, 8",
        "한글, 4",
        "Ａ, 2",
        "ｱ, 1",
        "😀, 2",
        "→, 1",
        "、, 2",
        "…, 1",
        "א, 1",
        "€, 1",
        "␛, 1"
    })
    void a_terminal_shows_it_in_so_many_columns(String text, int columns) {
        assertThat(DisplayWidth.of(text)).isEqualTo(columns);
    }
}
