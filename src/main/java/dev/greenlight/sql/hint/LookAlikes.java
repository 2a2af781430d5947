package dev.greenlight.sql.hint;

import dev.greenlight.sql.Token;
import dev.greenlight.sql.TokenKind;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Characters that look like ones of SQL and come along from word processors, chats and web pages. PostgreSQL takes each
 * for a letter (manual 4.1.1), so that the error is found at the name that it makes, or right behind it.
 */
final class LookAlikes {
    private static final Map<Character, String> MEANT = Map.ofEntries(
            Map.entry('\u2018', "'"),
            Map.entry('\u2019', "'"),
            Map.entry('\u201A', "'"),
            Map.entry('\u2032', "'"),
            Map.entry('\u00B4', "'"),
            Map.entry('\u201C', "\""),
            Map.entry('\u201D', "\""),
            Map.entry('\u201E', "\""),
            Map.entry('\u2033', "\""),
            Map.entry('\u2010', "-"),
            Map.entry('\u2011', "-"),
            Map.entry('\u2012', "-"),
            Map.entry('\u2013', "-"),
            Map.entry('\u2014', "--"),
            Map.entry('\u2212', "-"),
            Map.entry('\u037E', ";"),
            Map.entry('\uFF1B', ";"),
            Map.entry('\uFF0C', ","),
            Map.entry('\uFF08', "("),
            Map.entry('\uFF09', ")"),
            Map.entry('\uFF1D', "="),
            Map.entry('\u00A0', "a space"),
            Map.entry('\u2002', "a space"),
            Map.entry('\u2003', "a space"),
            Map.entry('\u2009', "a space"),
            Map.entry('\u202F', "a space"),
            Map.entry('\u3000', "a space"),
            Map.entry('\u200B', "nothing"),
            Map.entry('\u200C', "nothing"),
            Map.entry('\u200D', "nothing"),
            Map.entry('\u2060', "nothing"),
            Map.entry('\uFEFF', "nothing"));

    private LookAlikes() {}

    static Optional<String> hint(Mistake mistake) {
        int index = mistake.index();
        return hint(mistake.token(index)).or(() -> hint(mistake.token(index - 1)));
    }

    private static Optional<String> hint(@Nullable Token token) {
        if (token == null || !token.is(TokenKind.WORD)) {
            return Optional.empty();
        }
        return token.value()
                .chars()
                .mapToObj(c -> (char) c)
                .filter(MEANT::containsKey)
                .findFirst()
                .map(LookAlikes::words);
    }

    private static String words(char found) {
        String code = "U+%04X".formatted((int) found);
        String meant = MEANT.get(found);
        if (found == '\uFEFF') {
            return "a byte order mark (" + code + ") stands in the middle of the text: take it out";
        }
        return meant.equals("nothing")
                ? "an invisible character (" + code + ") stands here: take it out"
                : "the character " + code + " is not what it looks like: write " + meant;
    }
}
