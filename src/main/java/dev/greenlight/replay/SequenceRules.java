package dev.greenlight.replay;

import dev.greenlight.catalog.Sequence.Limits;
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
import org.jspecify.annotations.Nullable;

/** What the options of a sequence must obey, in the order of {@code init_params} in {@code sequence.c}. */
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
     * Of a new sequence: what is not written is the default.
     *
     * @param integer what it is without AS, by its internal name
     * @return its limits; null where they are not known
     */
    @Nullable
    Limits requireNew(String integer) {
        requireOnce();
        String type = type().orElse(LARGEST.containsKey(integer) ? integer : "int8");
        boolean ascending = increment(ONE).signum() > 0;
        Limits defaults = new Limits(
                type,
                ONE,
                ascending ? ONE : smallest(type),
                ascending ? LARGEST.get(type) : ONE.negate(),
                ascending ? ONE : ONE.negate());
        return require(defaults, true);
    }

    /** Of one that is altered, as {@link #requireNew}: what is not written stays. */
    @Nullable
    Limits requireChange(@Nullable Limits before) {
        requireOnce();
        Optional<String> type = type();
        if (before == null) {
            increment(ONE);
            requireRest();
            return null;
        }
        return require(retyped(before, type.orElse(before.type())), false);
    }

    /** Limits that were those of the type become those of the other one. */
    private static Limits retyped(Limits before, String type) {
        boolean largest = before.max().equals(LARGEST.get(before.type()));
        boolean least = before.min().equals(smallest(before.type()));
        return new Limits(
                type,
                before.increment(),
                least ? smallest(type) : before.min(),
                largest ? LARGEST.get(type) : before.max(),
                before.start());
    }

    private @Nullable Limits require(Limits otherwise, boolean isNew) {
        BigInteger increment = increment(otherwise.increment());
        boolean ascending = increment.signum() > 0;
        String type = otherwise.type();
        BigInteger max = limit("maxvalue", otherwise.max(), ascending ? LARGEST.get(type) : ONE.negate());
        requireBetween("MAXVALUE", max, type);
        BigInteger min = limit("minvalue", otherwise.min(), ascending ? ONE : smallest(type));
        requireBetween("MINVALUE", min, type);
        if (min.compareTo(max) >= 0) {
            throw rejected("MINVALUE (" + min + ") must be less than MAXVALUE (" + max + ")", "minvalue");
        }
        BigInteger first = ascending ? min : max;
        BigInteger start = number("start with", "start").orElse(isNew ? first : otherwise.start());
        requireWithin("START", start, min, max);
        number("restart with", "restart").ifPresent(restart -> requireWithin("RESTART", restart, min, max));
        requireRest();
        return options.stream().allMatch(SequenceRules::isRead) ? new Limits(type, increment, min, max, start) : null;
    }

    private static BigInteger smallest(String type) {
        return LARGEST.get(type).negate().subtract(ONE);
    }

    private BigInteger increment(BigInteger otherwise) {
        BigInteger increment = number("increment by", "increment").orElse(otherwise);
        if (increment.signum() == 0) {
            throw rejected("INCREMENT must not be zero", "increment");
        }
        return increment;
    }

    /** @param none what it is behind NO */
    private BigInteger limit(String name, BigInteger otherwise, BigInteger none) {
        return Setting.find(options, "no " + name).isPresent()
                ? none
                : number(name).orElse(otherwise);
    }

    /** A number that is none here has a hole in it. */
    private static boolean isRead(Setting option) {
        boolean number = List.of("increment", "increment by", "maxvalue", "minvalue", "start", "start with")
                .contains(option.name());
        return !number || integer(option).isPresent();
    }

    private void requireRest() {
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

    private Optional<String> type() {
        Optional<DataType> type = Setting.find(options, "as")
                .flatMap(option -> TypeName.startOf(option.value()))
                .map(execution.names()::type);
        if (type.isEmpty() || !type.get().isKnown()) {
            return Optional.empty();
        }
        String name = type.get().name().name();
        if (type.get().array() || !type.get().isBuiltIn() || !LARGEST.containsKey(name)) {
            throw rejected("sequence type must be smallint, integer, or bigint", "as");
        }
        return Optional.of(name);
    }

    private void requireBetween(String what, BigInteger value, String type) {
        if (value.compareTo(smallest(type)) < 0 || value.compareTo(LARGEST.get(type)) > 0) {
            throw rejected(what + " (" + value + ") is out of range for sequence data type", what);
        }
    }

    private void requireWithin(String what, BigInteger value, BigInteger min, BigInteger max) {
        if (value.compareTo(min) < 0) {
            throw rejected(what + " value (" + value + ") cannot be less than MINVALUE (" + min + ")", what);
        }
        if (value.compareTo(max) > 0) {
            throw rejected(what + " value (" + value + ") cannot be greater than MAXVALUE (" + max + ")", what);
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
