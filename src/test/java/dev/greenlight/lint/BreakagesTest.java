package dev.greenlight.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlight.catalog.Origin;
import dev.greenlight.rule.Finding;
import dev.greenlight.source.MemoryTree;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What a change breaks of migrations that it does not touch, and where that is said. */
final class BreakagesTest {
    private static final String ORDERS = "CREATE TABLE orders (id bigint PRIMARY KEY, note text);";
    private static final String VIEW = "CREATE VIEW notes AS SELECT note FROM orders;";

    private final Map<String, String> before = new TreeMap<>();
    private final Map<String, String> after = new TreeMap<>();

    @Test
    void aNewMigrationBetweenOldOnesIsToldOfAtItsStatement() {
        both("V1__orders.sql", ORDERS);
        both("V3__note.sql", "SELECT 1;\nALTER TABLE orders ADD CONSTRAINT c CHECK (note <> '') NOT VALID;");
        after.put(
                "db/V2__more.sql",
                "CREATE TABLE more (id bigint);\nDROP TABLE orders;\nCREATE TABLE less (id bigint);");

        Finding finding = single("V2__more.sql:2 unmet-reference");

        assertThat(finding.message()).isEqualTo("breaks V3__note.sql:2: relation \"orders\" does not exist (42P01)");
        assertThat(finding.related()).singleElement().satisfies(related -> {
            assertThat(related.place()).hasToString("db/V3__note.sql:2");
            assertThat(related.message()).isEqualTo("this fails then");
        });
    }

    @Test
    void itsStatementIsRedForIt() {
        both("V1__orders.sql", ORDERS);
        both("V3__items.sql", "CREATE TABLE items (id bigint);");
        after.put("db/V2__items.sql", "CREATE TABLE items (id bigint);");

        Review review = review(true);

        assertThat(review.findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.message())
                        .isEqualTo("breaks V3__items.sql:1: relation \"items\" already exists (42P07)"));
        assertThat(review.migrations()).singleElement().satisfies(migration -> {
            assertThat(migration.migration().path()).isEqualTo("db/V2__items.sql");
            assertThat(migration.statements().getFirst().reasons()).containsExactly("rejected-by-postgres");
        });
        assertThat(review.summary().red()).isEqualTo(1);
        assertThat(review.summary().verdict()).isEqualTo(Verdict.BLOCKED);
    }

    @Test
    void ofSeveralNewMigrationsTheOneThatDoesItIsTold() {
        both("V1__orders.sql", ORDERS);
        both("R__notes.sql", VIEW);
        for (int i = 2; i < 12; i++) {
            after.put("db/V" + i + "__t.sql", "CREATE TABLE t" + i + " (id bigint);");
        }
        after.put("db/V7__t.sql", "SELECT 1;\nALTER TABLE orders RENAME COLUMN note TO text;");

        assertThat(findings()).contains("V7__t.sql:2 unmet-reference").hasSize(2);
    }

    @Test
    void whatBreaksSeveralIsToldOfOnce() {
        both("V1__orders.sql", ORDERS + "CREATE TABLE items (id bigint);");
        both("V3__a.sql", "ALTER TABLE orders ADD COLUMN a text;");
        both("V4__b.sql", "ALTER TABLE items ADD COLUMN b text;");
        after.put("db/V2__none.sql", "DROP TABLE orders, items;");

        Finding finding = single("V2__none.sql:1 unmet-reference");

        assertThat(finding.message())
                .isEqualTo("breaks V3__a.sql:1: relation \"orders\" does not exist (42P01), and 1 more");
        assertThat(finding.related()).hasSize(2);
    }

    @Test
    void anEditedStatementIsToldOf() {
        before.put("db/V1__orders.sql", "CREATE TABLE a (id bigint);\n" + ORDERS + "\nCREATE TABLE b (id bigint);");
        after.put(
                "db/V1__orders.sql",
                "CREATE TABLE a (id bigint);\nCREATE TABLE orders (id bigint);\nCREATE TABLE b (id bigint);");
        both("V2__notes.sql", VIEW);

        assertThat(findings()).containsExactly("V1__orders.sql:2 unmet-reference");
    }

    @Test
    void aStatementThatAnEditAddsIsToldOf() {
        before.put("db/V1__orders.sql", ORDERS);
        after.put("db/V1__orders.sql", ORDERS + "\nCREATE TABLE a (id bigint);\nDROP TABLE orders;\nSELECT 1;");
        both("V2__notes.sql", VIEW);

        assertThat(findings()).containsExactly("V1__orders.sql:3 unmet-reference");
    }

    @Test
    void whereAnEditOnlyTakesAwayTheOldStatementIsToldOf() {
        before.put("db/V1__orders.sql", "CREATE TABLE a (id bigint);\n" + ORDERS);
        after.put("db/V1__orders.sql", "CREATE TABLE a (id bigint);\n");
        both("V2__notes.sql", VIEW);

        assertThat(single("V2__notes.sql:1 unmet-reference").message())
                .isEqualTo("the change of db/V1__orders.sql breaks this: relation \"orders\" does not exist (42P01)");
    }

    @Test
    void whereAFileIsGoneTheOldStatementIsToldOf() {
        both("V1__a.sql", "CREATE TABLE a (id bigint);");
        before.put("db/V2__orders.sql", ORDERS);
        both("V3__notes.sql", VIEW);

        Review review = review(true);

        assertThat(LintedFiles.findings(review)).containsExactly("V3__notes.sql:1 unmet-reference");
        assertThat(review.findings().getFirst().message())
                .isEqualTo("the deletion of db/V2__orders.sql breaks this: relation \"orders\" does not exist (42P01)");
        assertThat(review.summary().verdict()).isEqualTo(Verdict.BLOCKED);
        assertThat(review.notes()).containsExactly("no migration changed since then", "db: taken for flyway: 2 up");
    }

    @Test
    void aRenamedFileThatRunsAsBeforeBreaksNothing() {
        before.put("db/V1__orders.sql", ORDERS);
        after.put("db/V1__order.sql", ORDERS);
        both("V2__notes.sql", VIEW);

        assertThat(findings()).isEmpty();
    }

    @Test
    void whatFailedBeforeIsNobodysNews() {
        both("V1__orders.sql", "ALTER TABLE orders ADD COLUMN note text;");
        after.put("db/V2__t.sql", "CREATE TABLE t (id bigint);");

        assertThat(findings()).isEmpty();
    }

    @Test
    void aHistoryThatANewMigrationClosesBreaksNothing() {
        both("V1__old.sql", "ALTER TABLE a ADD x int; ALTER TABLE b ADD x int; ALTER TABLE c ADD x int;");
        StringBuilder tables = new StringBuilder();
        for (int i = 0; i < 40; i++) {
            tables.append("CREATE TABLE t").append(i).append(" (id bigint);\n");
        }
        after.put("db/V2__many.sql", tables.toString());

        assertThat(findings()).isEmpty();
    }

    @Test
    void aBrokenDownIsNoVerdictOnTheDeploy() {
        both("1_orders.up.sql", ORDERS);
        both("1_orders.down.sql", "DROP TABLE orders;");
        both("3_note.up.sql", "ALTER TABLE orders DROP COLUMN IF EXISTS note;");
        both("3_note.down.sql", "ALTER TABLE orders ADD COLUMN note text;");
        after.put(
                "db/2_text.up.sql",
                "ALTER TABLE orders ADD COLUMN text text;\nALTER TABLE orders DROP COLUMN note;\n"
                        + "ALTER TABLE orders ADD COLUMN IF NOT EXISTS note varchar;");
        after.put("db/3_note.up.sql", "SELECT 1;");

        Review review = review(true);

        assertThat(review.findings())
                .filteredOn(finding -> finding.message().contains("3_note.down.sql"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.message())
                        .isEqualTo("breaks 3_note.down.sql:1: column \"note\" of relation \"orders\" already exists"
                                + " (42701)"));
    }

    @Test
    void ofMoreThanCanBeLookedIntoNoneIsLost() {
        int many = 150;
        for (int i = 0; i < many; i++) {
            both("V1_%03d__t.sql".formatted(i), "CREATE TABLE t%d (id bigint);".formatted(i));
            both("V3_%03d__t.sql".formatted(i), "ALTER TABLE t%d ADD COLUMN note text;".formatted(i));
            after.put("db/V2_%03d__t.sql".formatted(i), "DROP TABLE t%d;".formatted(i));
        }

        List<String> messages =
                review(true).findings().stream().map(Finding::message).toList();

        assertThat(messages)
                .filteredOn(message -> message.startsWith("breaks V3_000__t.sql:1: "))
                .hasSize(1);
        assertThat(messages)
                .filteredOn(message -> message.startsWith("what changed breaks this: "))
                .isNotEmpty();
        assertThat(messages).filteredOn(message -> message.contains("break")).hasSize(many);
    }

    @Test
    void withoutABaseTheOthersAreReplayedAlone() {
        both("V1__orders.sql", ORDERS);
        both("V3__note.sql", VIEW);
        after.put("db/V2__none.sql", "DROP TABLE orders;");

        assertThat(LintedFiles.findings(review(false))).contains("V2__none.sql:1 unmet-reference");

        before.put("db/V1__orders.sql", "CREATE TABLE orders (id int, note text);");
        after.remove("db/V2__none.sql");
        assertThat(LintedFiles.findings(review(false))).isEmpty();
    }

    @Test
    void aChangedSchemaOfBeforeIsToldOfAtTheOldStatement() {
        before.put("schema.sql", ORDERS);
        after.put("schema.sql", "SELECT 1;");
        both("V1__notes.sql", VIEW);

        assertThat(single("V1__notes.sql:1 unmet-reference").message()).startsWith("what changed breaks this: ");
    }

    private void both(String name, String text) {
        before.put("db/" + name, text);
        after.put("db/" + name, text);
    }

    /** The one finding that there is because of the change, which must be this. */
    private Finding single(String expected) {
        List<Finding> broken = review(true).findings().stream()
                .filter(finding -> finding.message().contains("breaks "))
                .toList();
        assertThat(broken).hasSize(1);
        Finding finding = broken.getFirst();
        String place = new Origin(finding.file(), finding.span()).toString();
        assertThat(place + " " + finding.rule()).isEqualTo("db/" + expected);
        return finding;
    }

    private List<String> findings() {
        return LintedFiles.findings(review(true));
    }

    private Review review(boolean withBase) {
        TreeSet<String> changed = new TreeSet<>(before.keySet());
        changed.addAll(after.keySet());
        changed.removeIf(path -> Objects.equals(before.get(path), after.get(path)));
        Scope scope =
                new Scope(changed, withBase ? Optional.of(MemoryTree.of(before)) : Optional.empty(), "since then");
        MemoryTree now = MemoryTree.of(after);
        List<String> schema = after.containsKey("schema.sql") ? List.of("schema.sql") : List.of();
        return Linter.lint(
                LintRequest.of(now, List.of("db")).withBaselineSchema(schema).withScope(scope));
    }
}
