package dev.greenlight.lint.drift;

import dev.greenlight.postgres.DataType;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A constant of a type in one of the ways in which it can be written (manual 8). */
final class ConstantText {
    private static final Set<String> NUMBERS = Set.of("int2", "int4", "int8", "numeric", "float4", "float8", "oid");
    private static final Set<String> MOMENTS = Set.of("timestamp", "timestamptz", "date");
    private static final Set<String> TRUE = Set.of("t", "true", "y", "yes", "on", "1");
    private static final Pattern MOMENT =
            Pattern.compile("(\\d{4,6}-\\d\\d-\\d\\d)(?:[T ](\\d\\d:\\d\\d)(?::(\\d\\d)(?:\\.(\\d+))?)?)?.*");

    private ConstantText() {}

    static String of(DataType type, String written) {
        if (type.array()) {
            return array(type.element(), written);
        }
        String name = type.isBuiltIn() ? type.name().name() : "";
        if (NUMBERS.contains(name)) {
            return number(written);
        }
        if (MOMENTS.contains(name)) {
            return moment(name, written);
        }
        return switch (name) {
            case "bool" -> TRUE.contains(written.strip().toLowerCase(Locale.ROOT)) ? "true" : "false";
            case "json", "jsonb" -> unordered(written);
            case "uuid", "bytea" -> written.toLowerCase(Locale.ROOT);
            case "interval" -> unordered(written).replaceAll("[^0-9]", "");
            default -> written;
        };
    }

    private static String number(String written) {
        try {
            return written.length() > 100
                    ? written
                    : new BigDecimal(written.strip()).stripTrailingZeros().toPlainString();
        } catch (NumberFormatException e) {
            return written;
        }
    }

    private static String moment(String type, String written) {
        Matcher moment = MOMENT.matcher(written.strip());
        if (!moment.matches()) {
            return written;
        }
        String time = moment.group(2) == null ? "00:00" : moment.group(2);
        String seconds = moment.group(3) == null ? "00" : moment.group(3);
        String fraction = moment.group(4) == null ? "" : moment.group(4).replaceFirst("0+$", "");
        return type.equals("date") ? moment.group(1) : moment.group(1) + " " + time + ":" + seconds + "." + fraction;
    }

    /** Keys may stand in any order, with blanks or without. */
    private static String unordered(String written) {
        return written.codePoints()
                .filter(c -> !Character.isWhitespace(c))
                .sorted()
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** Elements are in quotes where they need it, and where they do not. */
    private static String array(DataType element, String written) {
        String bare = written.strip().replaceFirst("^\\{", "").replaceFirst("\\}$", "");
        return bare.isEmpty()
                ? "{}"
                : Arrays.stream(bare.split(",", -1))
                        .map(each -> each.strip().replaceAll("^\"|\"$", "").replace("\\\"", "\""))
                        .map(each -> of(element, each))
                        .collect(Collectors.joining(",", "{", "}"));
    }
}
