package dev.greenlight.postgres;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The storage parameters of tables, views and indexes and what they may be (manual CREATE TABLE, CREATE VIEW and CREATE
 * INDEX; {@code reloptions.c}).
 */
public final class StorageParameters {
    private static final String NUMBER = "[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+)?";

    /** What is kept so. */
    public enum Kind {
        TABLE,
        TOAST,
        VIEW,
        BTREE,
        HASH,
        GIST,
        GIN,
        SPGIST,
        BRIN
    }

    /** What a parameter may be. */
    private sealed interface Value {
        record Flag() implements Value {}

        record Number(boolean whole, double least, double most) implements Value {}

        record OneOf(Set<String> words) implements Value {}

        /** What came later may say more. */
        record Since(int version, Value before, Value now) implements Value {}
    }

    private static final Value FLAG = new Value.Flag();
    private static final Value SWITCH = new Value.Since(
            14, FLAG, new Value.OneOf(Set.of("auto", "on", "off", "true", "false", "yes", "no", "1", "0")));
    private static final Value FILL = whole(10, 100);
    private static final Value SCALE = new Value.Number(false, 0, 100);

    private static final Map<Kind, Map<String, Value>> ALL = Map.of(
            Kind.TABLE, tables(),
            Kind.TOAST, vacuum(),
            Kind.VIEW,
                    Map.of(
                            "security_barrier", FLAG,
                            "security_invoker", FLAG,
                            "check_option", new Value.OneOf(Set.of("local", "cascaded"))),
            Kind.BTREE,
                    Map.of(
                            "fillfactor", FILL,
                            "deduplicate_items", FLAG,
                            "vacuum_cleanup_index_scale_factor", new Value.Number(false, 0, 1e10)),
            Kind.HASH, Map.of("fillfactor", FILL),
            Kind.GIST, Map.of("fillfactor", FILL, "buffering", new Value.OneOf(Set.of("on", "off", "auto"))),
            Kind.GIN, Map.of("fastupdate", FLAG, "gin_pending_list_limit", whole(64, Integer.MAX_VALUE)),
            Kind.SPGIST, Map.of("fillfactor", FILL),
            Kind.BRIN, Map.of("pages_per_range", whole(1, 131_072), "autosummarize", FLAG));

    private StorageParameters() {}

    private static Value whole(int least, int most) {
        return new Value.Number(true, least, most);
    }

    private static Map<String, Value> tables() {
        Map<String, Value> tables = new TreeMap<>(vacuum());
        tables.put("fillfactor", FILL);
        tables.put("toast_tuple_target", whole(128, 8160));
        tables.put("parallel_workers", whole(0, 1024));
        tables.put("user_catalog_table", FLAG);
        tables.put("autovacuum_analyze_threshold", whole(0, Integer.MAX_VALUE));
        tables.put("autovacuum_analyze_scale_factor", SCALE);
        return tables;
    }

    /** What a table and what is stored beside it have in common. */
    private static Map<String, Value> vacuum() {
        Map<String, Value> vacuum = new TreeMap<>();
        vacuum.put("autovacuum_enabled", FLAG);
        vacuum.put("vacuum_truncate", FLAG);
        vacuum.put("vacuum_index_cleanup", SWITCH);
        vacuum.put("autovacuum_vacuum_threshold", whole(0, Integer.MAX_VALUE));
        vacuum.put("autovacuum_vacuum_max_threshold", whole(-1, Integer.MAX_VALUE));
        vacuum.put("autovacuum_vacuum_insert_threshold", whole(-1, Integer.MAX_VALUE));
        vacuum.put("autovacuum_vacuum_scale_factor", SCALE);
        vacuum.put("autovacuum_vacuum_insert_scale_factor", SCALE);
        vacuum.put("autovacuum_vacuum_cost_delay", SCALE);
        vacuum.put("autovacuum_vacuum_cost_limit", whole(1, 10_000));
        vacuum.put("autovacuum_freeze_min_age", whole(0, 1_000_000_000));
        vacuum.put("autovacuum_freeze_max_age", whole(100_000, 2_000_000_000));
        vacuum.put("autovacuum_freeze_table_age", whole(0, 2_000_000_000));
        vacuum.put("autovacuum_multixact_freeze_min_age", whole(0, 1_000_000_000));
        vacuum.put("autovacuum_multixact_freeze_max_age", whole(10_000, 2_000_000_000));
        vacuum.put("autovacuum_multixact_freeze_table_age", whole(0, 2_000_000_000));
        vacuum.put("log_autovacuum_min_duration", whole(-1, Integer.MAX_VALUE));
        vacuum.put("vacuum_max_eager_freeze_failure_rate", new Value.Number(false, 0, 1));
        return vacuum;
    }

    /** The kind of index that an access method makes; empty for those of extensions. */
    public static Optional<Kind> ofMethod(String method) {
        return switch (method) {
            case "btree" -> Optional.of(Kind.BTREE);
            case "hash" -> Optional.of(Kind.HASH);
            case "gist" -> Optional.of(Kind.GIST);
            case "gin" -> Optional.of(Kind.GIN);
            case "spgist" -> Optional.of(Kind.SPGIST);
            case "brin" -> Optional.of(Kind.BRIN);
            default -> Optional.empty();
        };
    }

    /**
     * Why a parameter cannot have a value, in PostgreSQL's words; empty where it can.
     *
     * @param text {@code true} where no value is written
     */
    public static Optional<String> complaint(Kind kind, String name, String text, PostgresVersion version) {
        Value value = ALL.get(kind).get(name);
        return value == null
                ? Optional.of("unrecognized parameter \"" + name + "\"")
                : complaint(value, name, text, version);
    }

    private static Optional<String> complaint(Value value, String name, String text, PostgresVersion version) {
        return switch (value) {
            case Value.Since since ->
                complaint(version.isAtLeast(since.version()) ? since.now() : since.before(), name, text, version);
            case Value.Flag ignored ->
                isFlag(text)
                        ? Optional.empty()
                        : Optional.of("invalid value for boolean option \"" + name + "\": " + text);
            case Value.OneOf one ->
                one.words().contains(text.toLowerCase(Locale.ROOT))
                        ? Optional.empty()
                        : Optional.of("invalid value for enum option \"" + name + "\": " + text);
            case Value.Number number -> complaint(number, name, text);
        };
    }

    private static Optional<String> complaint(Value.Number number, String name, String text) {
        if (text.toLowerCase(Locale.ROOT).startsWith("0x")) {
            return Optional.empty();
        }
        if (!text.matches(NUMBER)) {
            String kind = number.whole() ? "integer" : "floating point";
            return Optional.of("invalid value for " + kind + " option \"" + name + "\": " + text);
        }
        double value = Double.parseDouble(text);
        double meant = number.whole() ? Math.rint(value) : value;
        return meant < number.least() || meant > number.most()
                ? Optional.of("value " + text + " out of bounds for option \"" + name + "\"")
                : Optional.empty();
    }

    /** The beginning of a word is enough, as far as it is unique ({@code parse_bool}). */
    private static boolean isFlag(String text) {
        String word = text.toLowerCase(Locale.ROOT);
        return !word.isEmpty()
                && ("true".startsWith(word)
                        || "false".startsWith(word)
                        || "yes".startsWith(word)
                        || "no".startsWith(word)
                        || Set.of("on", "off", "of", "1", "0").contains(word));
    }
}
