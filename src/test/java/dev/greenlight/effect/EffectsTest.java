package dev.greenlight.effect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlight.migration.TransactionMode;
import dev.greenlight.postgres.PostgresVersion;
import dev.greenlight.replay.ReplayOptions;
import dev.greenlight.replay.Replaying;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a server cannot show: what nobody else can notice, and what cannot be known. */
class EffectsTest {
    private static final Optional<ZoneId> UTC = Optional.of(ZoneId.of("UTC"));

    /** Of the last statement of the last file. */
    private static Effect effect(Replaying replaying, Server server, String... files) {
        return new Effects(server).of(Replaying.steps(replaying.run(files)).getLast());
    }

    private static Effect together(String... files) {
        Replaying replaying =
                Replaying.plain().openness(ReplayOptions.Openness.CLOSED).mode(TransactionMode.MIGRATION);
        return effect(replaying, new Server(PostgresVersion.NEWEST, UTC), files);
    }

    private static Effect open(String file) {
        Replaying replaying = Replaying.plain().openness(ReplayOptions.Openness.OPEN);
        return effect(replaying, new Server(PostgresVersion.NEWEST, UTC), file);
    }

    private static Effect onVersion(int version, String... files) {
        Replaying replaying = Replaying.plain().version(version).openness(ReplayOptions.Openness.CLOSED);
        return effect(replaying, new Server(new PostgresVersion(version), UTC), files);
    }

    private static List<String> locks(Effect effect) {
        return words(effect.locks().stream());
    }

    private static List<String> words(Stream<RelationLock> locks) {
        return locks.map(lock ->
                        lock.mode().words() + " on " + lock.relation().name().name())
                .toList();
    }

    private static void assertUnnoticed(Effect effect) {
        assertThat(effect.work()).isEqualTo(Work.CATALOG);
        assertThat(effect.blocks()).isEqualTo(Blocks.NOTHING);
        assertThat(effect.duration()).isEqualTo(Duration.INSTANT);
    }

    @Test
    void rows_of_a_foreign_table_are_not_lost_with_it() {
        String made = "CREATE FOREIGN DATA WRAPPER w; CREATE SERVER s FOREIGN DATA WRAPPER w;"
                + " CREATE FOREIGN TABLE far (a int, b int) SERVER s; CREATE TABLE near (a int, b int)";
        for (String foreign : List.of("DROP FOREIGN TABLE far", "ALTER FOREIGN TABLE far DROP COLUMN b")) {
            String own = foreign.replace("FOREIGN ", "").replace("far", "near");
            assertThat(onVersion(18, made, foreign).reversibility()).isEqualTo(Reversibility.YES);
            assertThat(onVersion(18, made, own).reversibility()).isEqualTo(Reversibility.LOSES_DATA);
        }
    }

    @Test
    void nobody_waits_for_a_table_of_the_same_transaction() {
        assertUnnoticed(together("CREATE TABLE t (a int); CREATE INDEX i ON t (a)"));
        assertUnnoticed(together("CREATE TABLE t (a int); ALTER TABLE t ALTER COLUMN a TYPE bigint"));
        assertUnnoticed(together("CREATE TABLE t (a serial); CREATE INDEX i ON t (a); DROP INDEX i"));
        assertUnnoticed(together("CREATE TABLE t (a serial); ALTER SEQUENCE t_a_seq RESTART"));
    }

    @Test
    void a_table_of_an_earlier_transaction_is_known() {
        assertThat(together("CREATE TABLE t (a int)", "CREATE INDEX i ON t (a)").blocks())
                .isEqualTo(Blocks.WRITES);
    }

    @Test
    void nobody_waits_for_a_temporary_table_its_indexes_and_its_sequences() {
        String table = "CREATE TEMPORARY TABLE t (a serial PRIMARY KEY)";
        assertUnnoticed(together(table, "ALTER TABLE t ALTER COLUMN a TYPE bigint"));
        assertUnnoticed(together(table, "REINDEX INDEX t_pkey"));
        assertUnnoticed(together(table, "ALTER SEQUENCE t_a_seq RESTART"));
    }

    @Test
    void a_foreign_key_of_a_new_table_keeps_writers_of_the_other_table_waiting_for_a_moment() {
        Effect effect = together("CREATE TABLE t (a int PRIMARY KEY)", "CREATE TABLE u (a int REFERENCES t)");
        assertThat(effect.blocks()).isEqualTo(Blocks.WRITES);
        assertThat(effect.work()).isEqualTo(Work.CATALOG);
        assertThat(locks(effect)).containsExactly("SHARE ROW EXCLUSIVE on t", "ACCESS SHARE on t_pkey");
    }

    @Test
    void a_new_table_is_as_good_as_empty_until_it_is_filled_with_what_nobody_has_counted() {
        String other = "CREATE TABLE t (a int PRIMARY KEY)";
        String key = "; ALTER TABLE u ADD FOREIGN KEY (a) REFERENCES t";
        String made = "CREATE TABLE u (a int); ";
        assertThat(together(other, made + "INSERT INTO u VALUES (1)" + key).works())
                .isEmpty();
        Effect effect = together(other, made + "INSERT INTO u SELECT a FROM t" + key);
        assertThat(works(effect)).containsExactly("validation of t");
        assertThat(effect.blocks()).isEqualTo(Blocks.WRITES);
        assertThat(works(together(other, made + "DO 'BEGIN INSERT INTO u SELECT a FROM t; END'" + key)))
                .containsExactly("validation of t");
        assertThat(together(other, made + "SAVEPOINT s; INSERT INTO u SELECT a FROM t; ROLLBACK TO s" + key)
                        .works())
                .isEmpty();
    }

    private static List<String> works(Effect effect) {
        return effect.works().stream()
                .map(work -> work.work().id() + " of " + work.relation().name().name())
                .toList();
    }

    @Test
    void whether_a_transaction_takes_it_can_depend_on_what_it_is_about() {
        String tables =
                "CREATE TABLE t (a int PRIMARY KEY); CREATE TABLE parts (a int PRIMARY KEY) PARTITION BY LIST (a)";
        assertThat(onVersion(18, tables, "REINDEX TABLE t").inTransaction()).isTrue();
        assertThat(onVersion(18, tables, "REINDEX TABLE parts").inTransaction()).isFalse();
        assertThat(onVersion(13, tables, "REINDEX TABLE parts").inTransaction()).isTrue();
        assertThat(onVersion(18, tables, "CLUSTER parts USING parts_pkey").inTransaction())
                .isFalse();
        assertThat(onVersion(18, tables, "VACUUM t").inTransaction()).isFalse();
        assertThat(together(tables, "VACUUM t").inTransaction()).isFalse();
    }

    @Test
    void locks_on_indexes_that_say_no_more_than_those_on_their_tables_are_no_main_locks() {
        Effect rewrite = together("CREATE TABLE t (a int PRIMARY KEY)", "ALTER TABLE t ALTER COLUMN a TYPE bigint");
        assertThat(locks(rewrite)).containsExactly("ACCESS EXCLUSIVE on t", "ACCESS EXCLUSIVE on t_pkey");
        assertThat(words(rewrite.mainLocks().stream())).containsExactly("ACCESS EXCLUSIVE on t");
        Effect reindex = together("CREATE TABLE t (a int PRIMARY KEY)", "REINDEX TABLE t");
        assertThat(words(reindex.mainLocks().stream())).containsExactly("SHARE on t", "ACCESS EXCLUSIVE on t_pkey");
    }

    @Test
    void a_column_of_unknown_type_is_written_anew_unless_the_new_type_takes_any_text() {
        assertThat(open("ALTER TABLE t ALTER COLUMN a TYPE bigint").work()).isEqualTo(Work.REWRITE);
        assertThat(open("ALTER TABLE t ALTER COLUMN a TYPE text").work()).isEqualTo(Work.CATALOG);
        assertThat(open("ALTER TABLE t ALTER COLUMN a TYPE varchar(20)").work()).isEqualTo(Work.CATALOG);
        assertThat(open("ALTER TABLE t ALTER COLUMN a TYPE text USING lower(a)").work())
                .isEqualTo(Work.REWRITE);
    }

    @Test
    void what_is_only_assumed_is_locked_like_all_else() {
        assertThat(locks(open("ALTER TABLE t DROP COLUMN a"))).containsExactly("ACCESS EXCLUSIVE on t");
        assertThat(locks(open("ALTER TABLE t DROP CONSTRAINT c"))).containsExactly("ACCESS EXCLUSIVE on t");
        Effect validation = open("ALTER TABLE t VALIDATE CONSTRAINT c");
        assertThat(locks(validation)).containsExactly("SHARE UPDATE EXCLUSIVE on t");
        assertThat(validation.work()).isEqualTo(Work.SCAN);
    }

    @Test
    void without_a_time_zone_the_worse_of_both_is_said() {
        Replaying replaying = Replaying.plain().openness(ReplayOptions.Openness.CLOSED);
        Server server = new Server(PostgresVersion.NEWEST, Optional.empty());
        String sql = "CREATE TABLE t (a timestamp); ALTER TABLE t ALTER COLUMN a TYPE timestamptz";
        assertThat(effect(replaying, server, sql).work()).isEqualTo(Work.REWRITE);
    }

    @ParameterizedTest
    @CsvSource({"IMMUTABLE, CATALOG", "STABLE, CATALOG", "VOLATILE, REWRITE", "'', REWRITE"})
    void a_function_of_the_history_is_as_volatile_as_it_says(String volatility, Work work) {
        String function = "CREATE FUNCTION f() RETURNS int LANGUAGE plpgsql " + volatility
                + " AS 'BEGIN RETURN 1; END'; CREATE TABLE t (a int)";
        assertThat(together(function, "ALTER TABLE t ADD COLUMN b int DEFAULT f() + 1")
                        .work())
                .isEqualTo(work);
    }

    @Test
    void before_18_privileges_take_no_lock() {
        String[] files = {"CREATE TABLE t (a int)", "GRANT SELECT ON t TO PUBLIC"};
        assertThat(locks(onVersion(17, files))).isEmpty();
        assertThat(locks(onVersion(18, files))).containsExactly("ACCESS SHARE on t");
    }

    @Test
    void before_18_what_children_do_not_inherit_does_not_lock_them() {
        String[] files = {
            "CREATE TABLE t (a int); CREATE TABLE child () INHERITS (t)",
            "ALTER TABLE t ADD CONSTRAINT c CHECK (a > 0) NO INHERIT"
        };
        assertThat(locks(onVersion(17, files))).containsExactly("ACCESS EXCLUSIVE on t");
        assertThat(locks(onVersion(18, files))).containsExactly("ACCESS EXCLUSIVE on child", "ACCESS EXCLUSIVE on t");
    }
}
