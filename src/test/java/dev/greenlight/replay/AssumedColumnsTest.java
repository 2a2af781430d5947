package dev.greenlight.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlight.catalog.Column;
import dev.greenlight.catalog.Index;
import dev.greenlight.catalog.Table;
import dev.greenlight.catalog.TableConstraint;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a history that begins in the middle names of its tables is there, and what is done to it is known. */
class AssumedColumnsTest {
    private static HistoryRun run(String sql) {
        HistoryRun run = Replaying.plain().openness(ReplayOptions.Openness.OPEN).run(sql);
        assertThat(Replaying.errors(run)).isEmpty();
        return run;
    }

    private static <T extends Operation> T last(String sql, Class<T> type) {
        return type.cast(Replaying.steps(run(sql)).getLast().operations().getFirst());
    }

    private static Table table(String sql) {
        return run(sql).result().tables().findFirst().orElseThrow();
    }

    private static List<String> columns(Table table) {
        return table.columns().stream().map(Column::name).toList();
    }

    @Test
    void a_column_is_dropped() {
        assertThat(last("ALTER TABLE t DROP COLUMN a", ColumnOperation.DropColumn.class)
                        .column()
                        .name())
                .isEqualTo("a");
        assertThat(last("ALTER TABLE t DROP COLUMN IF EXISTS a", ColumnOperation.DropColumn.class)
                        .column()
                        .name())
                .isEqualTo("a");
        assertThat(columns(table("ALTER TABLE t DROP COLUMN a"))).isEmpty();
        assertThat(columns(table("ALTER TABLE t DROP COLUMN a; ALTER TABLE t ADD COLUMN a int")))
                .containsExactly("a");
    }

    @Test
    void a_column_changes() {
        assertThat(columns(table("ALTER TABLE t ALTER COLUMN a SET NOT NULL, ALTER COLUMN b TYPE text")))
                .containsExactly("b", "a");
        assertThat(columns(table("ALTER TABLE t RENAME COLUMN a TO b"))).containsExactly("b");
    }

    @Test
    void keys_have_their_columns() {
        Table table = table("ALTER TABLE t ADD CONSTRAINT k UNIQUE (a, b)");
        assertThat(columns(table)).containsExactly("a", "b");
        assertThat(table.constraint("k").map(TableConstraint::columns)).hasValue(List.of(1, 2));
        TableConstraint.ForeignKey key =
                (TableConstraint.ForeignKey) table("ALTER TABLE t ADD CONSTRAINT k FOREIGN KEY (a) REFERENCES t (b)")
                        .constraint("k")
                        .orElseThrow();
        assertThat(key.columns()).isNotEqualTo(key.referencedColumns());
    }

    @Test
    void indexes_have_their_columns() {
        Index index = last("CREATE INDEX i ON t (a, lower(b))", IndexOperation.CreateIndex.class)
                .index();
        assertThat(index.keys()).extracting(Index.Key::column).containsExactly(1, 0);
    }

    @Test
    void a_check_proves_not_null() {
        String sql = """
                ALTER TABLE t ADD CONSTRAINT c CHECK (a IS NOT NULL) NOT VALID;
                ALTER TABLE t VALIDATE CONSTRAINT c;
                ALTER TABLE t ALTER COLUMN a SET NOT NULL""";
        assertThat(last(sql, ColumnOperation.SetNotNull.class).proven()).isTrue();
    }

    @Test
    void a_primary_key_says_nothing_of_rows_that_are_not_known() {
        var add = last("ALTER TABLE t ADD PRIMARY KEY USING INDEX i", ConstraintOperation.AddConstraint.class);
        assertThat(add.constraint().name()).isEqualTo("i");
        assertThat(add.becomesNotNull()).isEmpty();
    }

    @Test
    void constraints_and_triggers_are_dropped() {
        assertThat(last("ALTER TABLE t DROP CONSTRAINT c", TableOperation.ChangeTable.class)
                        .relation()
                        .name()
                        .name())
                .isEqualTo("t");
        assertThat(last("DROP TRIGGER r ON t", ObjectOperation.DropAttachment.class)
                        .attachment()
                        .name())
                .isEqualTo("r");
    }
}
