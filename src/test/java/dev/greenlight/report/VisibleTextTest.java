package dev.greenlight.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VisibleTextTest {
    @Test
    void text_that_can_be_seen_stays_as_it_is() {
        for (String text : new String[] {"", "orders", "\"Größe\" 表 😀", "e\u0301", "مرحبا"}) {
            assertThat(VisibleText.of(text)).isEqualTo(text);
        }
    }

    @Test
    void control_characters_become_pictures_of_themselves() {
        assertThat(VisibleText.of("a\u001B[2Jb\r\n\tc\0\u007F")).isEqualTo("a␛[2Jb␍␊␉c␀␡");
    }

    @Test
    void what_cannot_be_seen_becomes_its_number() {
        assertThat(VisibleText.of("\u009B31m")).isEqualTo("<U+009B>31m");
        assertThat(VisibleText.of("a\u202Eb\u2066c\u200Dd\uFEFF")).isEqualTo("a<U+202E>b<U+2066>c<U+200D>d<U+FEFF>");
        assertThat(VisibleText.of("\u2028\u2029\u0085")).isEqualTo("<U+2028><U+2029><U+0085>");
        assertThat(VisibleText.of("\uD83D alone")).isEqualTo("<U+D83D> alone");
        assertThat(VisibleText.of(Character.toString(0xE0041))).isEqualTo("<U+E0041>");
    }
}
