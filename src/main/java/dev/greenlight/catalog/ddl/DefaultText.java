package dev.greenlight.catalog.ddl;

import dev.greenlight.catalog.Column;
import dev.greenlight.catalog.Sequence;
import dev.greenlight.catalog.Type;
import dev.greenlight.postgres.BuiltInFunctions;
import dev.greenlight.postgres.DataType;
import dev.greenlight.postgres.StringConstant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A default as {@code pg_get_expr} writes it (manual 9.27.4), where that is certain: of literals, numbers, calls without
 * arguments and {@code nextval}. Others are as they were written. The forms are those of {@code get_const_expr} in
 * {@code src/backend/utils/adt/ruleutils.c}.
 */
public final class DefaultText {
    private static final Pattern NUMBER = Pattern.compile("\\d+(\\.\\d+)?");
    private static final Pattern NEGATIVE = Pattern.compile("-\\s*(\\d{1,9})");
    private static final Pattern LITERAL = Pattern.compile("('(?:[^'\\\\]|'')*+')(?:\\s*::\\s*(.+))?", Pattern.DOTALL);
    private static final Pattern EMPTY_ARRAY = Pattern.compile("(?i)array\\s*\\[\\s*\\]\\s*::\\s*(.+)");
    private static final Pattern CALL = Pattern.compile("(?:([a-z_][a-z0-9_]*)\\.)?([a-z_][a-z0-9_]*)\\s*\\(\\s*\\)");
    private static final Pattern NEXT_VALUE = Pattern.compile("nextval\\s*\\(\\s*'[^']*'(\\s*::\\s*regclass)?\\s*\\)");
    private static final Pattern TEXTS =
            Pattern.compile("(?is)array\\s*\\[((?:\\s*+'[^']*+'\\s*+,?+)++)\\](?:\\s*::\\s*text\\s*\\[\\s*\\])?");
    private static final Pattern AT_ZONE =
            Pattern.compile("(?is)(now\\s*\\(\\s*\\)|current_timestamp)\\s+at\\s+time\\s+zone\\s+('[^']*')");
    private static final Set<String> KEYWORDS = Set.of(
            "true",
            "false",
            "current_timestamp",
            "current_date",
            "current_time",
            "localtimestamp",
            "localtime",
            "current_user",
            "session_user");

    /** What a value of a type looks like that is printed as it was written. */
    private static final Map<String, Pattern> UNCHANGED = Map.ofEntries(
            form("text", ".*"),
            form("varchar", ".*"),
            form("bpchar", ".*"),
            form("json", ".*"),
            form("jsonb", "\\{\\}|\\[\\]"),
            form("int2", "0|[1-9]\\d*"),
            form("int8", "0|[1-9]\\d*"),
            form("numeric", "0|[1-9]\\d*"),
            form("date", "\\d{4}-\\d\\d-\\d\\d"),
            form("timestamp", "\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d"),
            form("uuid", "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"));

    private static final Set<String> TRUE = Set.of("'true'", "'t'", "'yes'", "'y'", "'on'", "'1'");
    private static final Set<String> FALSE = Set.of("'false'", "'f'", "'no'", "'n'", "'off'", "'0'");

    private final SearchPath path;

    private static Map.Entry<String, Pattern> form(String type, String values) {
        return Map.entry(type, Pattern.compile(values, Pattern.DOTALL));
    }

    public DefaultText(SearchPath path) {
        this.path = path;
    }

    public String of(Column column, Column.Value value) {
        String written = Parts.withoutParentheses(value.text());
        return nextValue(written, value)
                .or(() -> column.generated() == null ? certain(written, base(column.type())) : Optional.empty())
                .or(() -> texts(written, column.type()))
                .or(() -> moment(written, column.type()))
                .or(() -> call(withoutCast(written.toLowerCase(Locale.ROOT), column.type()), value))
                .orElse(value.text());
    }

    /** A domain's values are written as those of what it is over. */
    private DataType base(DataType type) {
        return !type.array() && path.catalog().type(type.name()).orElse(null) instanceof Type.Domain domain
                ? base(domain.base())
                : type;
    }

    private static Optional<String> texts(String written, DataType type) {
        Matcher texts = TEXTS.matcher(written);
        if (!texts.matches() || !type.array() || !type.element().is("text")) {
            return Optional.empty();
        }
        String elements = Parts.split(texts.group(1), ",").stream()
                .map(element -> element.strip() + "::text")
                .collect(Collectors.joining(", "));
        return Optional.of("ARRAY[" + elements + "]");
    }

    private static Optional<String> moment(String written, DataType type) {
        Matcher moment = AT_ZONE.matcher(written);
        if (!moment.matches() || !type.is("timestamp") && !type.is("timestamptz")) {
            return Optional.empty();
        }
        String now = moment.group(1).toLowerCase(Locale.ROOT).startsWith("now") ? "now()" : "CURRENT_TIMESTAMP";
        return Optional.of("(" + now + " AT TIME ZONE " + moment.group(2) + "::text)");
    }

    private Optional<String> nextValue(String written, Column.Value value) {
        boolean plain = NEXT_VALUE.matcher(written.toLowerCase(Locale.ROOT)).matches();
        return value.needs().relations().stream()
                .filter(part -> plain && value.needs().relations().size() == 1)
                .flatMap(part -> path.catalog().relation(part.relation()).stream())
                .filter(Sequence.class::isInstance)
                .map(sequence -> "nextval(" + StringConstant.of(path.write(sequence)) + "::regclass)")
                .findFirst();
    }

    private Optional<String> certain(String written, DataType type) {
        String lower = written.toLowerCase(Locale.ROOT);
        Matcher literal = LITERAL.matcher(written);
        Matcher negative = NEGATIVE.matcher(written);
        if (KEYWORDS.contains(lower)) {
            return Optional.of(lower.startsWith("t") || lower.startsWith("f") ? lower : lower.toUpperCase(Locale.ROOT));
        }
        if (lower.equals("null")) {
            return Optional.of("NULL::" + path.write(type.withoutModifiers()));
        }
        if (NUMBER.matcher(written).matches()) {
            return Optional.of(written);
        }
        if (negative.matches()) {
            return Optional.of("'-" + negative.group(1) + "'::integer");
        }
        if (literal.matches()) {
            boolean same = literal.group(2) == null || isType(literal.group(2), type);
            return same ? literal(literal.group(1), type) : Optional.empty();
        }
        Matcher empty = EMPTY_ARRAY.matcher(written);
        return empty.matches() && isType(empty.group(1), type)
                ? Optional.of("ARRAY[]::" + path.write(type.withoutModifiers()))
                : Optional.empty();
    }

    /** A cast to what an expression is already leaves nothing behind. */
    private String withoutCast(String lower, DataType type) {
        int cast = lower.lastIndexOf("::");
        boolean moment = cast > 0 && lower.startsWith("now") && type.is("timestamptz");
        return moment && isType(lower.substring(cast + 2), type)
                ? lower.substring(0, cast).strip()
                : lower;
    }

    private boolean isType(String written, DataType type) {
        String name = written.strip().toLowerCase(Locale.ROOT);
        return name.equals(path.write(type.withoutModifiers()).toLowerCase(Locale.ROOT))
                || name.equals(type.name().name() + (type.array() ? "[]" : ""))
                || name.equals(type.name() + (type.array() ? "[]" : ""));
    }

    private Optional<String> literal(String quoted, DataType type) {
        if (type.is("bool")) {
            String lower = quoted.toLowerCase(Locale.ROOT);
            return TRUE.contains(lower)
                    ? Optional.of("true")
                    : Optional.of("false").filter(text -> FALSE.contains(lower));
        }
        String content = quoted.substring(1, quoted.length() - 1);
        if (type.is("int4") && content.matches("0|[1-9]\\d*")) {
            return Optional.of(content);
        }
        if (type.is("numeric") && content.matches("\\d+\\.\\d+")) {
            return Optional.of(content);
        }
        return Optional.of(quoted + "::" + path.write(type.withoutModifiers()))
                .filter(text -> looksAsWritten(content, type));
    }

    private boolean looksAsWritten(String content, DataType type) {
        if (type.array()) {
            return content.equals("{}");
        }
        if (type.isBuiltIn()) {
            Pattern form = UNCHANGED.get(type.name().name());
            return form != null && form.matcher(content).matches();
        }
        return path.catalog().type(type.name()).orElse(null) instanceof Type.Enum labels
                ? labels.labels().contains(content)
                : type.name().name().equals("citext");
    }

    private Optional<String> call(String lower, Column.Value value) {
        Matcher call = CALL.matcher(lower);
        if (!call.matches()) {
            return Optional.empty();
        }
        String name = call.group(2);
        return value.needs().routines().stream()
                .filter(routine -> routine.name().equals(name))
                .map(path::writeRoutine)
                .findFirst()
                .or(() -> Optional.of(name).filter(text -> isBuiltIn(call.group(1), text)))
                .map(text -> text + "()");
    }

    private static boolean isBuiltIn(@Nullable String schema, String name) {
        return (schema == null || schema.equals("pg_catalog")) && BuiltInFunctions.exists(name);
    }
}
