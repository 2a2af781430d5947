package dev.greenlight.effect;

import java.time.Duration;
import java.util.Locale;

/**
 * How long work will take, as far as the sizes of tables tell: its order of magnitude, not more.
 *
 * @param rows of all tables that are gone through
 */
public record Estimate(Duration time, long rows) {
    /** What takes no longer keeps nobody waiting who would notice. */
    static final Duration MOMENT = Duration.ofSeconds(1);

    private static final int MINUTE = 60;
    private static final int HOUR = 60 * MINUTE;
    private static final int DAY = 24 * HOUR;

    boolean isMoment() {
        return time.compareTo(MOMENT) <= 0;
    }

    Estimate plus(Estimate other) {
        return new Estimate(time.plus(other.time), rows + other.rows);
    }

    /** Such as {@code ≈ 4 min at 80 M rows}. */
    public String words() {
        return timeInWords() + " at " + rowsInWords();
    }

    /** Such as {@code ≈ 4 min}. */
    public String timeInWords() {
        double seconds = time.toMillis() / 1000.0;
        if (seconds < 1) {
            return "< 1 s";
        }
        if (seconds < 1.5 * MINUTE) {
            return "≈ " + number(seconds) + " s";
        }
        if (seconds < 1.5 * HOUR) {
            return "≈ " + number(seconds / MINUTE) + " min";
        }
        return seconds < 2 * DAY ? "≈ " + number(seconds / HOUR) + " h" : "≈ " + number(seconds / DAY) + " days";
    }

    private String rowsInWords() {
        if (rows < 1_000) {
            return rows == 1 ? "1 row" : rows + " rows";
        }
        if (rows < 1_000_000) {
            return number(rows / 1e3) + " k rows";
        }
        return rows < 1_000_000_000 ? number(rows / 1e6) + " M rows" : number(rows / 1e9) + " G rows";
    }

    /** Two figures are more than such a number is good for. */
    private static String number(double value) {
        return value < 9.5 && Math.abs(value - Math.rint(value)) >= 0.05
                ? String.format(Locale.ROOT, "%.1f", value)
                : Long.toString(Math.round(value));
    }
}
