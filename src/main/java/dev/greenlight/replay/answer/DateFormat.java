package dev.greenlight.replay.answer;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * {@code to_char} of a date (manual 9.8), as names of partitions are made of: year, month and day in digits and what is
 * no letter between them. There is no {@code to_char} of a text, so that a text given to it is a date's constant.
 */
final class DateFormat {
    private static final Pattern DATE = Pattern.compile("[1-9]\\d{3}-\\d\\d-\\d\\d");
    private static final Pattern FIELD = Pattern.compile("YYYY|MM|DD");
    private static final Pattern PLAIN = Pattern.compile("(?:YYYY|MM|DD|[_\\-./ ])+");

    private DateFormat() {}

    /** Whether it is the constant of a date as PostgreSQL writes it (manual 8.5.2). */
    static boolean isDate(Datum datum) {
        return datum instanceof Datum.Text text && DATE.matcher(text.value()).matches() && isDate(text.value());
    }

    private static boolean isDate(String text) {
        try {
            LocalDate.parse(text);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    static Datum write(List<Datum> arguments) {
        boolean plain = arguments.size() == 2
                && isDate(arguments.get(0))
                && arguments.get(1) instanceof Datum.Text format
                && PLAIN.matcher(format.value()).matches();
        return plain
                ? write((Datum.Text) arguments.get(0), ((Datum.Text) arguments.get(1)).value())
                : new Datum.Unknown("what to_char() gives");
    }

    private static Datum write(Datum.Text text, String format) {
        String date = text.value();
        Map<String, String> fields =
                Map.of("YYYY", date.substring(0, 4), "MM", date.substring(5, 7), "DD", date.substring(8));
        return Texts.instead(text, FIELD.matcher(format).replaceAll(match -> fields.getOrDefault(match.group(), "")));
    }
}
