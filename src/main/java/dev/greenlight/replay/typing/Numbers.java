package dev.greenlight.replay.typing;

import dev.greenlight.postgres.DataType;
import dev.greenlight.sql.Token;
import dev.greenlight.sql.TokenKind;
import java.math.BigInteger;
import java.util.Locale;

/** The type of a number that is written (manual 4.1.2.6): the smallest that holds it, of integer, bigint and numeric. */
final class Numbers {
    private static final int LONGEST = 80;

    private Numbers() {}

    static DataType type(Token token, boolean negative) {
        String digits = token.value().replace("_", "").toLowerCase(Locale.ROOT);
        if (!token.is(TokenKind.INTEGER) || digits.length() > LONGEST) {
            return DataType.builtIn("numeric");
        }
        BigInteger value = value(digits);
        int bits = (negative ? value.negate() : value).bitLength();
        return DataType.builtIn(bits < 32 ? "int4" : bits < 64 ? "int8" : "numeric");
    }

    private static BigInteger value(String digits) {
        return switch (digits.length() > 2 ? digits.substring(0, 2) : "") {
            case "0x" -> new BigInteger(digits.substring(2), 16);
            case "0o" -> new BigInteger(digits.substring(2), 8);
            case "0b" -> new BigInteger(digits.substring(2), 2);
            default -> new BigInteger(digits);
        };
    }
}
