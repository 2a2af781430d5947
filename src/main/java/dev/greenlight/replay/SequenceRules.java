package dev.greenlight.replay;

import dev.greenlight.postgres.DataType;
import dev.greenlight.postgres.SqlState;
import dev.greenlight.source.Span;
import dev.greenlight.sql.Setting;
import dev.greenlight.sql.TypeName;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What the options of a sequence must obey, in the order of {@code init_params} in {@code sequence.c}. Of a sequence that
 * is altered it is not known what it was, so that only an option that is wrong by itself is refused.
 */
final class SequenceRules {
    private static final Map<String, BigInteger> LARGEST = Map.of(
            "int2", BigInteger.valueOf(Short.MAX_VALUE),
            "int4", BigInteger.valueOf(Integer.MAX_VALUE),
            "int8", BigInteger.valueOf(Long.MAX_VALUE));
    private static final BigInteger ONE = BigInteger.ONE;

    private final Execution execution;
    private final List<Setting> options;

    SequenceRules(Execution execution, List<Setting> options) {
        this.execution = execution;
        this.options = options;
    }

    /**
     * @param integer what it is without AS, by its internal name
     * @param isNew whether what is not written is the default
     */
    void require(String integer, boolean isNew) {
        requireOnce();
        String type = type(integer);
        BigInteger increment = number("increment by", "increment").orElse(ONE);
        if (increment.signum() == 0) {
            throw rejected("INCREMENT must not be zero", "increment");
        }
        if (isNew) {
            requireLimits(type, increment.signum() > 0);
        }
        number("cache").filter(cache -> cache.signum() <= 0).ifPresent(cache -> {
            throw rejected("CACHE (" + cache + ") must be greater than zero", "cache");
        });
        requireOwner();
    }

    private void requireOnce() {
        Lists.repeated(options, SequenceRules::kind).ifPresent(option -> {
            String message = "conflicting or redundant options";
            throw execution.reject(SqlState.SYNTAX_ERROR, message, option.span());
        });
    }

    /** What an option is about, whether it gives a value or takes it away. */
    private static String kind(Setting option) {
        String name = option.name();
        if (name.startsWith("increment")) {
            return "increment";
        }
        return name.startsWith("no ") ? name.substring("no ".length()) : name;
    }

    private String type(String otherwise) {
        Optional<DataType> type = Setting.find(options, "as")
                .flatMap(option -> TypeName.startOf(option.value()))
                .map(execution.names()::type);
        if (type.isEmpty() || !type.get().isKnown()) {
            return otherwise;
        }
        String name = type.get().name().name();
        if (type.get().array() || !type.get().isBuiltIn() || !LARGEST.containsKey(name)) {
            throw rejected("sequence type must be smallint, integer, or bigint", "as");
        }
        return name;
    }

    private void requireLimits(String type, boolean ascending) {
        BigInteger largest = LARGEST.get(type);
        BigInteger smallest = largest.negate().subtract(ONE);
        BigInteger max = number("maxvalue").orElse(ascending ? largest : ONE.negate());
        requireBetween("MAXVALUE", max, smallest, largest);
        BigInteger min = number("minvalue").orElse(ascending ? ONE : smallest);
        requireBetween("MINVALUE", min, smallest, largest);
        if (min.compareTo(max) >= 0) {
            throw rejected("MINVALUE (" + min + ") must be less than MAXVALUE (" + max + ")", "minvalue");
        }
        BigInteger start = number("start with", "start").orElse(ascending ? min : max);
        if (start.compareTo(min) < 0) {
            throw rejected("START value (" + start + ") cannot be less than MINVALUE (" + min + ")", "start");
        }
        if (start.compareTo(max) > 0) {
            throw rejected("START value (" + start + ") cannot be greater than MAXVALUE (" + max + ")", "start");
        }
    }

    private void requireBetween(String what, BigInteger value, BigInteger smallest, BigInteger largest) {
        if (value.compareTo(smallest) < 0 || value.compareTo(largest) > 0) {
            throw rejected(what + " (" + value + ") is out of range for sequence data type", what);
        }
    }

    private void requireOwner() {
        Setting.find(options, "owned by")
                .filter(option ->
                        option.value().size() == 1 && !option.value().getFirst().isWord("none"))
                .ifPresent(option -> {
                    throw execution.reject(SqlState.SYNTAX_ERROR, "invalid OWNED BY option", option.span());
                });
    }

    private Optional<BigInteger> number(String... names) {
        return Setting.find(options, names).flatMap(SequenceRules::integer);
    }

    private static Optional<BigInteger> integer(Setting setting) {
        String text = setting.text().replace(" ", "").replace("+", "");
        return text.matches("-?[0-9]{1,20}") ? Optional.of(new BigInteger(text)) : Optional.empty();
    }

    private Rejected rejected(String message, String option) {
        Span span = options.stream()
                .filter(setting -> setting.name().startsWith(option.toLowerCase(Locale.ROOT)))
                .map(Setting::span)
                .findFirst()
                .orElseGet(() -> options.getFirst().span());
        return execution.reject(SqlState.INVALID_PARAMETER_VALUE, message, span);
    }
}
