package dev.greenlight.sql;

/** Reads numeric constants (manual 4.1.2.6), and the parameters {@code $1} (4.1.2.8 follows them). */
final class Numbers {
    private static final String JUNK = "trailing junk after numeric literal";

    private final String text;
    private final int limit;
    private final Words words;

    Numbers(String text, int limit, Words words) {
        this.text = text;
        this.limit = limit;
        this.words = words;
    }

    /** @param start at a digit, or at a decimal point before a digit */
    Token number(int start) {
        return at(start) == '0' && radix(start + 1) > 0 ? radixInteger(start, radix(start + 1)) : decimal(start);
    }

    /** @param start at a dollar sign before a digit */
    Token parameter(int start) {
        int end = start + 1;
        while (Characters.isDigit(at(end))) {
            end++;
        }
        if (Characters.isWordStart(at(end))) {
            return junk(start, end, "trailing junk after parameter");
        }
        boolean small = end - start <= 10
                || end - start == 11 && text.substring(start + 1, end).compareTo("2147483647") <= 0;
        return small
                ? new Token(TokenKind.PARAMETER, start, end, words.exact(start, end))
                : new Token(TokenKind.ERROR, start, end, "parameter number too large");
    }

    private Token decimal(int start) {
        int end = digits(start, 10);
        int whole = end;
        if (at(end) == '.' && at(end + 1) != '.') {
            end = digits(end + 1, 10);
        }
        TokenKind kind = end == whole ? TokenKind.INTEGER : TokenKind.NUMERIC;
        int exponent = exponent(end);
        if (exponent > end) {
            kind = TokenKind.NUMERIC;
            end = exponent;
        } else if (exponent < 0) {
            return new Token(TokenKind.ERROR, start, end + 2, JUNK + " \"" + text.substring(start, end + 2) + '"');
        }
        return Characters.isWordStart(at(end))
                ? junk(start, end, JUNK)
                : new Token(kind, start, end, words.exact(start, end));
    }

    /** The end of an exponent that begins here, the same place if none does, -1 if one has a sign and no digits. */
    private int exponent(int start) {
        if (at(start) != 'e' && at(start) != 'E') {
            return start;
        }
        boolean signed = at(start + 1) == '+' || at(start + 1) == '-';
        int first = start + (signed ? 2 : 1);
        int end = digits(first, 10);
        if (end > first) {
            return end;
        }
        return signed ? -1 : start;
    }

    private Token radixInteger(int start, int radix) {
        int first = start + 2;
        int digits = at(first) == '_' ? first + 1 : first;
        int end = digits(digits, radix);
        if (Characters.isWordStart(at(end)) || Characters.isDigit(at(end))) {
            return junk(start, end, JUNK);
        }
        return end > digits
                ? new Token(TokenKind.INTEGER, start, end, words.exact(start, end))
                : new Token(TokenKind.ERROR, start, end, "no digits in \"" + text.substring(start, end) + '"');
    }

    private int radix(int offset) {
        return switch (at(offset)) {
            case 'x', 'X' -> 16;
            case 'o', 'O' -> 8;
            case 'b', 'B' -> 2;
            default -> 0;
        };
    }

    /** Digits with single underscores between them. */
    private int digits(int start, int radix) {
        int i = start;
        while (isDigit(at(i), radix) || at(i) == '_' && i > start && isDigit(at(i + 1), radix)) {
            i++;
        }
        return i;
    }

    private static boolean isDigit(char c, int radix) {
        return c < 0x80 && Character.digit(c, radix) >= 0;
    }

    private Token junk(int start, int from, String what) {
        int end = from;
        while (end < limit && Characters.isWordPart(at(end))) {
            end++;
        }
        int shown = Math.min(end, start + 40);
        return new Token(TokenKind.ERROR, start, end, what + " \"" + text.substring(start, shown) + '"');
    }

    private char at(int offset) {
        return offset < limit ? text.charAt(offset) : 0;
    }
}
