package dev.greenlight.effect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlight.migration.Direction;
import dev.greenlight.migration.Script;
import dev.greenlight.migration.TransactionMode;
import dev.greenlight.postgres.PostgresVersion;
import dev.greenlight.postgres.QualifiedName;
import dev.greenlight.replay.Replaying;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EstimatesTest {
    private static final String TABLES = """
            CREATE TABLE a (id bigint PRIMARY KEY, n int);
            CREATE TABLE b (id bigint PRIMARY KEY, a bigint, t text);
            CREATE INDEX ON b (t);
            CREATE TABLE p (id bigint, n int) PARTITION BY RANGE (id);
            CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (1) TO (10);
            CREATE TABLE p2 PARTITION OF p FOR VALUES FROM (10) TO (20);
            """;

    @Test
    void an_index_takes_the_rows_of_its_table() {
        assertThat(words("CREATE INDEX ON a (n)", Map.of("a", 80_000_000L))).isEqualTo("≈ 4 min at 80 M rows");
    }

    @Test
    void a_foreign_key_takes_those_of_both_and_needs_both_sizes() {
        String key = "ALTER TABLE b ADD FOREIGN KEY (a) REFERENCES a";
        assertThat(words(key, Map.of("a", 10_000_000L, "b", 40_000_000L))).isEqualTo("≈ 75 s at 50 M rows");
        assertThat(words(key, Map.of("b", 40_000_000L))).isEqualTo("unknown");
    }

    @Test
    void a_rewrite_builds_every_index() {
        assertThat(words("ALTER TABLE b ALTER a TYPE int", Map.of("b", 4_000_000L)))
                .isEqualTo("≈ 28 s at 4 M rows");
        assertThat(words("ALTER TABLE a ALTER n TYPE bigint", Map.of("a", 4_000_000L)))
                .isEqualTo("≈ 18 s at 4 M rows");
    }

    @Test
    void partitions_are_their_table_once_where_they_are_not_known_themselves() {
        String check = "ALTER TABLE p ADD CHECK (n > 0)";
        assertThat(words(check, Map.of("p", 20_000_000L))).isEqualTo("≈ 10 s at 20 M rows");
        assertThat(words(check, Map.of("p1", 2_000_000L, "p2", 4_000_000L))).isEqualTo("≈ 3 s at 6 M rows");
        assertThat(words(check, Map.of("p1", 2_000_000L))).isEqualTo("unknown");
    }

    @Test
    void what_changes_the_catalog_alone_needs_no_estimate() {
        Effect effect = effect("ALTER TABLE a ADD m int", Map.of("a", 80_000_000L));
        assertThat(effect.estimate()).isNull();
        assertThat(effect.duration()).isEqualTo(dev.greenlight.effect.Duration.INSTANT);
    }

    @Test
    void what_is_small_is_brief() {
        assertThat(effect("CREATE INDEX ON a (n)", Map.of("a", 200_000L)).duration())
                .isEqualTo(dev.greenlight.effect.Duration.BRIEF);
        assertThat(effect("CREATE INDEX ON a (n)", Map.of("a", 2_000_000L)).duration())
                .isEqualTo(dev.greenlight.effect.Duration.GROWS);
        assertThat(effect("DROP INDEX CONCURRENTLY b_t_idx", Map.of("b", 1L)).duration())
                .isEqualTo(dev.greenlight.effect.Duration.UNBOUNDED);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, < 1 s at 0 rows",
        "900, 1, < 1 s at 1 row",
        "1000, 999, ≈ 1 s at 999 rows",
        "1500, 1500, ≈ 1.5 s at 1.5 k rows",
        "89900, 123456, ≈ 90 s at 123 k rows",
        "90000, 1000000, ≈ 1.5 min at 1 M rows",
        "5400000, 9960000, ≈ 1.5 h at 10 M rows",
        "172800000, 2500000000, ≈ 2 days at 2.5 G rows",
    })
    void words_have_two_figures(long millis, long rows, String words) {
        assertThat(new Estimate(Duration.ofMillis(millis), rows).words()).isEqualTo(words);
    }

    private static String words(String sql, Map<String, Long> rows) {
        Estimate estimate = effect(sql, rows).estimate();
        return estimate == null ? "unknown" : estimate.words();
    }

    private static Effect effect(String sql, Map<String, Long> rows) {
        Map<QualifiedName, TableSize> sizes = new HashMap<>();
        rows.forEach((table, number) -> sizes.put(
                new QualifiedName("public", table), new TableSize(OptionalLong.of(number), OptionalLong.empty())));
        Replaying replaying = Replaying.plain().mode(TransactionMode.NONE);
        List<Script> scripts =
                List.of(replaying.script("0.sql", TABLES, Direction.UP), replaying.script("1.sql", sql, Direction.UP));
        Effects effects = new Effects(new Server(PostgresVersion.NEWEST, Optional.empty()), new TableSizes(sizes));
        return effects.of(replaying.runScripts(scripts).runs().getLast().steps().getFirst());
    }
}
