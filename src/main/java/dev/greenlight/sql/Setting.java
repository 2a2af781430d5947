package dev.greenlight.sql;

import dev.greenlight.source.Span;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A named option with its value kept as tokens: a storage parameter, a sequence option, a routine's attribute, an
 * option of a foreign table.
 *
 * @param name in lower case, words joined by one blank, such as {@code fillfactor} or {@code increment by}
 * @param value the value's tokens; empty where the name says all
 */
public record Setting(String name, List<Token> value, Span span) {
    public Setting {
        value = List.copyOf(value);
    }

    /** The first of a list that has one of the names. */
    public static Optional<Setting> find(List<Setting> settings, String... names) {
        List<String> wanted = Arrays.asList(names);
        return settings.stream()
                .filter(setting -> wanted.contains(setting.name()))
                .findFirst();
    }

    /** The value's tokens joined by blanks. */
    public String text() {
        return String.join(" ", value.stream().map(Token::value).toList());
    }
}
