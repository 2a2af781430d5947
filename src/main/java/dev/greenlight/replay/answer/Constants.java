package dev.greenlight.replay.answer;

import dev.greenlight.source.Piece;
import dev.greenlight.source.Span;
import dev.greenlight.sql.Token;
import dev.greenlight.sql.TokenKind;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;

/** What constants stand for (manual 4.1.2), with the place of what is in the quotes. */
final class Constants {
    /** More digits than any number has that is meant. */
    private static final int MOST_DIGITS = 300;

    private Constants() {}

    /** @param source the token as it is written */
    static Datum text(Token token, String source) {
        String value = token.value();
        if (value.isEmpty()) {
            return new Datum.Text(List.of(), Datum.Kind.LITERAL);
        }
        int closing = token.is(TokenKind.DOLLAR_STRING) ? (source.length() - value.length()) / 2 : 1;
        int opening = source.length() - value.length() - closing;
        boolean verbatim = opening > 0 && source.startsWith(value, opening);
        Span place = verbatim ? new Span(token.start() + opening, token.end() - closing) : token.span();
        return new Datum.Text(List.of(new Piece(value, place)), Datum.Kind.LITERAL);
    }

    static Datum number(Token token) {
        String digits = token.value().replace("_", "").toLowerCase(Locale.ROOT);
        if (digits.length() > MOST_DIGITS
                || digits.startsWith("0x")
                || digits.startsWith("0o")
                || digits.startsWith("0b")) {
            return new Datum.Unknown("the number " + digits.substring(0, 2) + "…", true);
        }
        return number(digits, token.is(TokenKind.INTEGER));
    }

    private static Datum number(String digits, boolean whole) {
        if (digits.indexOf('e') >= 0) {
            return new Datum.Unknown("a number with an exponent", true);
        }
        BigDecimal value = new BigDecimal(digits.endsWith(".") ? digits.substring(0, digits.length() - 1) : digits);
        boolean fits = value.precision() - value.scale() <= 18;
        return new Datum.Number(value, whole && fits);
    }
}
