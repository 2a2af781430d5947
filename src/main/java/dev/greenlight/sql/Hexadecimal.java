package dev.greenlight.sql;

/** Fixed numbers of hexadecimal digits, as escapes have them. */
final class Hexadecimal {
    private Hexadecimal() {}

    /** The number that exactly so many digits make, or -1 if they are not all there. */
    static int parse(String text, int start, int length) {
        if (start + length > text.length()) {
            return -1;
        }
        long number = 0;
        for (int i = start; i < start + length; i++) {
            if (!Characters.isHexDigit(text.charAt(i))) {
                return -1;
            }
            number = number * 16 + Character.digit(text.charAt(i), 16);
        }
        return (int) Math.min(number, Integer.MAX_VALUE);
    }
}
