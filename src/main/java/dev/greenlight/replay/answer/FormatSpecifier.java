package dev.greenlight.replay.answer;

/**
 * What a percent sign begins in the format of {@code format} (manual 9.4.1). Widths are not followed.
 *
 * @param kind {@code s}, {@code I}, {@code L} or {@code %}; {@code ?} for what is not followed
 * @param position which argument is meant; 0 for the next one
 */
record FormatSpecifier(char kind, int position, int end) {
    private static final int MOST_DIGITS = 3;

    static FormatSpecifier at(String format, int percent) {
        int at = percent + 1;
        int digits = at;
        while (digits < format.length()
                && format.charAt(digits) >= '0'
                && format.charAt(digits) <= '9'
                && digits - at < MOST_DIGITS) {
            digits++;
        }
        int position = 0;
        if (digits > at && digits < format.length() && format.charAt(digits) == '$') {
            position = Integer.parseInt(format.substring(at, digits));
            at = digits + 1;
        }
        char kind = at < format.length() ? format.charAt(at) : '?';
        boolean known = kind == 's' || kind == 'I' || kind == 'L' || kind == '%' && at == percent + 1;
        boolean zero = at > percent + 1 && position == 0;
        return new FormatSpecifier(known && !zero ? kind : '?', position, Math.min(at + 1, format.length()));
    }
}
