package dev.greenlight.migration;

import dev.greenlight.source.FileTree.Entry;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A name as node-pg-migrate reads it: {@code 1706702400000_title.sql}, of which others go one way,
 * {@code 1706702400000_title.up.sql}. Seventeen digits are a time written out, others a number
 * ({@code getNumericPrefix} of its fileNameUtils.ts).
 *
 * @param oneWay empty for a file that holds both ways
 */
record NodePgMigrateName(String prefix, String title, Optional<Direction> oneWay) {
    /** By number, then as JavaScript's {@code localeCompare} does, as far as names differ in letters and digits. */
    static final Comparator<Entry> ORDER = Comparator.comparing(NodePgMigrateName::number, NaturalOrder::compareNumbers)
            .thenComparing(NodePgMigrateName::letters, NaturalOrder.INSTANCE)
            .thenComparing(Entry::name, Comparator.reverseOrder());

    private static final Pattern NAME = Pattern.compile("([0-9]+)[-_ ]?(.*?)(\\.up|\\.down)?\\.sql", Pattern.DOTALL);
    private static final int WRITTEN_OUT = 17;

    static Optional<NodePgMigrateName> parse(String name) {
        Matcher matcher = NAME.matcher(name);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        Optional<Direction> oneWay = Optional.ofNullable(matcher.group(3))
                .map(ending -> ending.equals(".up") ? Direction.UP : Direction.DOWN);
        return Optional.of(
                new NodePgMigrateName(matcher.group(1), matcher.group(2).replace('_', ' '), oneWay));
    }

    static boolean isOneWay(Entry entry) {
        return parse(entry.name()).flatMap(NodePgMigrateName::oneWay).isPresent();
    }

    private static String number(Entry entry) {
        String prefix = parse(entry.name()).map(NodePgMigrateName::prefix).orElse("0");
        return prefix.length() == WRITTEN_OUT ? milliseconds(prefix) : prefix;
    }

    private static String milliseconds(String time) {
        try {
            LocalDateTime parsed = LocalDateTime.parse(time, DateTimeFormatter.ofPattern("uuuuMMddHHmmssSSS"));
            return Long.toString(parsed.toInstant(ZoneOffset.UTC).toEpochMilli());
        } catch (DateTimeParseException e) {
            return time;
        }
    }

    /** An up and its down have the same. */
    private static String letters(Entry entry) {
        return entry.name()
                .replaceFirst("\\.(?:up|down)\\.sql$", ".sql")
                .replaceAll("[^\\p{L}\\p{N}]", "")
                .toLowerCase(Locale.ROOT);
    }
}
