package dev.greenlight.postgres;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Names as people could give them: words, key words, what needs quotes, what is too long, what is not ASCII. */
final class ObjectNames {
    private ObjectNames() {}

    static Arbitrary<String> any() {
        Arbitrary<String> ascii = Arbitraries.strings()
                .withChars("abcxyz_019$ \"A")
                .ofMinLength(1)
                .ofMaxLength(80);
        Arbitrary<String> wide = Arbitraries.of("a", "é", "Ω", "日", "😀")
                .list()
                .ofMinSize(1)
                .ofMaxSize(40)
                .map(characters -> String.join("", characters));
        Arbitrary<String> words =
                Arbitraries.of("select", "user", "between", "name", "type", "authorization", "a1", "int", "status");
        return Arbitraries.oneOf(ascii, wide, words);
    }
}
