package dev.greenlight.lint.config;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads numbers as people write large ones. */
final class Quantity {
    private static final Pattern FORM = Pattern.compile("([0-9]{1,18}(?:\\.[0-9]{1,9})?)\\s*([a-z]*)");
    private static final Map<String, Long> COUNTS =
            Map.of("", 1L, "k", 1_000L, "m", 1_000_000L, "g", 1_000_000_000L, "b", 1_000_000_000L);

    /** As PostgreSQL's pg_size_pretty writes them (manual 9.28.7): each is 1024 of the one below. */
    private static final Map<String, Long> BYTES =
            Map.of("", 1L, "bytes", 1L, "b", 1L, "kb", 1L << 10, "mb", 1L << 20, "gb", 1L << 30, "tb", 1L << 40);

    private Quantity() {}

    /** Such as {@code 1200}, {@code 1_200}, {@code 80M}, {@code 1.5 G}. */
    static Optional<Long> rows(String text) {
        return number(text.replace("_", ""), COUNTS);
    }

    /** Such as {@code 8192}, {@code 12 GB}. */
    static Optional<Long> bytes(String text) {
        return number(text.replace("_", ""), BYTES);
    }

    private static Optional<Long> number(String text, Map<String, Long> units) {
        Matcher form = FORM.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (!form.matches() || !units.containsKey(form.group(2))) {
            return Optional.empty();
        }
        BigDecimal value = new BigDecimal(form.group(1)).multiply(BigDecimal.valueOf(units.get(form.group(2))));
        return value.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) > 0
                ? Optional.empty()
                : Optional.of(value.longValue());
    }
}
