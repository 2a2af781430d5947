package dev.greenlight.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlight.source.Piece;
import dev.greenlight.source.Span;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is certain, what is not and why, and where the parts of a text come from. */
class AnswersTest {
    private static final List<String> ORDERS = List.of(
            "create table orders (id int primary key, total int, constraint total_check check (total > 0))",
            "create index orders_total on orders (total)",
            "create type mood as enum ('sad', 'happy')");

    private static final String HAS_TOTAL =
            "exists (select 1 from information_schema.columns where table_name = 'orders' and column_name = 'total')";
    private static final String HAS_STATE =
            "exists (select 1 from information_schema.columns where table_name = 'orders' and column_name = 'state')";

    @Test
    void anEmptyDatabaseHasNothing() {
        Asking empty = Asking.after(List.of());
        assertThat(empty.value(HAS_TOTAL)).isEqualTo("f");
        assertThat(empty.value("to_regclass('orders') is null")).isEqualTo("t");
        assertThat(empty.value("exists (select 1 from pg_type where typname = 'mood')"))
                .isEqualTo("f");
    }

    @Test
    void whatAStatementMayHaveMadeIsUnknown() {
        Asking doubtful = Asking.after(ORDERS, Doubt.ofMade(List.of("state", "angry", "lines", "state_check")));
        assertThat(doubtful.value(HAS_TOTAL)).isEqualTo("t");
        assertUnknown(doubtful, HAS_STATE);
        assertUnknown(doubtful, "exists (select 1 from information_schema.tables where table_name = 'lines')");
        assertUnknown(doubtful, "to_regclass('lines') is null");
        assertUnknown(doubtful, "exists (select 1 from pg_constraint where conname = 'state_check')");
        assertUnknown(
                doubtful, "exists (select 1 from pg_enum where enumtypid = 'mood'::regtype and enumlabel = 'angry')");
        assertUnknown(doubtful, "exists (select 1 from pg_indexes where indexname = 'lines')");
        assertUnknown(doubtful, "(select count(*) from information_schema.columns where table_name = 'orders')");
        assertThat(doubtful.value("exists (select 1 from pg_indexes where indexname = 'orders_id')"))
                .isEqualTo("f");
    }

    @Test
    void whatAStatementMayHaveDroppedIsUnknown() {
        Asking doubtful = Asking.after(ORDERS, Doubt.ofGone(List.of("total", "total_check", "orders_total")));
        assertUnknown(doubtful, HAS_TOTAL);
        assertThat(doubtful.value(HAS_STATE)).isEqualTo("f");
        assertUnknown(doubtful, "to_regclass('orders_total') is null");
        assertUnknown(doubtful, "exists (select 1 from pg_constraint where conname = 'total_check')");
        assertThat(doubtful.value("exists (select 1 from pg_constraint where conname = 'orders_pkey')"))
                .isEqualTo("t");
    }

    @Test
    void namesThatAStatementPutsTogetherMayBeAnything() {
        Asking doubtful = Asking.after(ORDERS, Definition.anything());
        assertUnknown(doubtful, HAS_TOTAL);
        assertUnknown(doubtful, HAS_STATE);
        assertUnknown(doubtful, "to_regclass('anything') is null");
        assertUnknown(doubtful, "exists (select 1 from pg_trigger where tgname = 'anything')");
    }

    @Test
    void ofATableThatIsOnlyAssumedNothingIsKnown() {
        Asking open = Asking.open(List.of("alter table orders add column state text"));
        assertUnknown(open, HAS_TOTAL);
        assertUnknown(
                open, "exists (select 1 from pg_constraint where conrelid = 'orders'::regclass and contype = 'p')");
        assertUnknown(open, "to_regclass('lines') is not null");
        assertUnknown(open, "exists (select 1 from pg_constraint where conname = 'total_check')");
    }

    @Test
    void anOpenHistoryKnowsTheTablesThatItMakes() {
        Asking open = Asking.open(ORDERS);
        assertThat(open.value(HAS_TOTAL)).isEqualTo("t");
        assertThat(open.value(HAS_STATE)).isEqualTo("f");
        assertThat(open.value("to_regclass('orders') is not null")).isEqualTo("t");
        assertUnknown(open, "to_regclass('lines') is not null");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "exists (select 1 from orders)",
                "exists (select 1 from pg_roles where rolname = 'app')",
                "exists (select 1 from pg_publication_tables where tablename = 'orders')",
                "exists (select 1 from information_schema.schemata where schema_name = 'auth')",
                "exists (select 1 from pg_extension where extname = 'pgcrypto')",
                "to_regclass('pg_catalog.pg_everything') is null",
                "obj_description('orders'::regclass) is null",
                "has_table_privilege('orders', 'select')",
                "mine()",
                "current_setting('server_version_num')::int >= 150000"
            })
    void whatOnlyTheServerKnowsIsUnknown(String question) {
        assertUnknown(Asking.after(ORDERS), question);
    }

    @Test
    void aRoutineOfTheHistoryMayBeMeantByTheNameOfABuiltInOne() {
        Asking asking = Asking.after(List.of(
                "create function lower(a int) returns int language sql as 'select 1'",
                "create function upper(a text) returns text language sql as 'select 1'"));
        assertUnknown(asking, "lower('A')");
        assertThat(asking.value("pg_catalog.lower('A')")).isEqualTo("a");
    }

    @Test
    void unknownPartsDoNotMatterWhereTheOthersDecide() {
        Asking asking = Asking.after(ORDERS);
        assertThat(asking.value("exists (select 1 from orders) and 1 = 2")).isEqualTo("f");
        assertThat(asking.value("exists (select 1 from orders) or " + HAS_TOTAL))
                .isEqualTo("t");
        assertThat(asking.value("null and (select count(*) from orders) > 0")).startsWith(Asking.UNKNOWN);
        assertThat(asking.value("(select count(*) from orders) >= 0")).isEqualTo("t");
    }

    @Test
    void tellsWhyItIsUnknown() {
        assertThat(Asking.after(ORDERS).value("exists (select 1 from orders)"))
                .isEqualTo(Asking.UNKNOWN + "rows of orders");
        assertThat(Asking.after(ORDERS).value("1 in (select 1 union select 2)"))
                .isEqualTo(Asking.UNKNOWN + "an expression with UNION");
    }

    @Test
    void variablesAndFieldsAreReadWhereNoColumnHasTheirName() {
        Map<String, Value> row = new LinkedHashMap<>();
        row.put("name", text("total"));
        Asking asking = Asking.after(ORDERS)
                .with(Map.of(
                        "t", text("orders"),
                        "r", new Value.Fields(row),
                        "n", new Value.Number(BigDecimal.valueOf(3)),
                        "table_name", text("orders"),
                        "list", new Value.Elements(List.of(text("a"), text("orders")))));
        assertThat(asking.value("format('%I.%I', t, r.name) || n")).isEqualTo("orders.total3");
        assertThat(asking.value("exists (select 1 from information_schema.columns c"
                        + " where c.table_name = t and c.column_name = r.name)"))
                .isEqualTo("t");
        assertThat(asking.value("exists (select 1 from pg_tables where tablename = any(list))"))
                .isEqualTo("t");
        assertUnknown(asking, "exists (select 1 from information_schema.tables where table_name = 'orders')");
        assertUnknown(asking, "missing || 'x'");
    }

    @Test
    void partsOfATextKeepTheirPlaces() {
        Asking asking = Asking.after(ORDERS).with(Map.of("t", text("Orders")));
        String question = "format('DROP TABLE %I', t) || ' CASCADE'";
        Value.Text text = (Value.Text) asking.valueOf(question);
        assertThat(text.value()).isEqualTo("DROP TABLE \"Orders\" CASCADE");
        assertThat(text.pieces())
                .containsExactly(
                        piece(question, "DROP TABLE ", "DROP TABLE "),
                        piece(question, "\"Orders\"", "t)"),
                        piece(question, " CASCADE", " CASCADE"));
    }

    @Test
    void aTextWithEscapesStandsForItsWholeConstant() {
        String question = "'it''s'";
        Value.Text text = (Value.Text) Asking.after(List.of()).valueOf(question);
        assertThat(text.pieces()).containsExactly(new Piece("it's", new Span(0, question.length())));
        Value.Text dollar = (Value.Text) Asking.after(List.of()).valueOf("$x$DROP$x$");
        assertThat(dollar.pieces()).containsExactly(new Piece("DROP", new Span(3, 7)));
    }

    private static Piece piece(String question, String text, String origin) {
        int start = question.indexOf(origin);
        int end = origin.equals("t)") ? start + 1 : start + origin.length();
        return new Piece(text, new Span(start, end));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(",
                "exists (",
                "select",
                "a.b.c.d.e",
                "'x' ||",
                "case when",
                "array[",
                "1 in ()",
                "not",
                ")",
                "x =>"
            })
    void whatIsNoExpressionIsUnknown(String question) {
        assertUnknown(Asking.after(ORDERS), question);
    }

    @Test
    void deepAndLongExpressionsAreLeftAlone() {
        Asking asking = Asking.after(List.of());
        assertUnknown(asking, "(".repeat(50_000) + "1" + ")".repeat(50_000));
        assertUnknown(asking, "not ".repeat(50_000) + "true");
        assertUnknown(asking, "1" + " + 1".repeat(50_000));
        assertUnknown(asking, "- ".repeat(50_000) + "1");
        assertUnknown(asking, "case when true then ".repeat(20_000));
    }

    @Test
    @Timeout(60)
    void whatTakesLongIsLeftAlone() {
        Asking asking = Asking.after(ORDERS);
        assertThat(asking.value("(".repeat(100) + "true" + " between true and true)".repeat(100)))
                .isEqualTo("t");
        assertUnknown(asking, "(select count(*) from generate_series(1, 9999) a, generate_series(1, 9999) b)");
        assertUnknown(asking, "(select ".repeat(100) + "1" + " where 1 = 1)".repeat(100) + " = (" + "1" + ")");
        assertUnknown(
                asking,
                "exists (select 1 from generate_series(1, 9999) a, generate_series(1, 9999) b where a + b = 0)");
        assertThat(asking.value("'" + "a".repeat(180) + "' ~ 'a*a*a*b'")).isEqualTo("f");
        assertUnknown(asking, "'" + "a".repeat(180) + "' ~ 'a*a*a*a*b'");
        assertUnknown(asking, "repeat(repeat('a', 99999), 99999)");
    }

    private static void assertUnknown(Asking asking, String question) {
        assertThat(asking.value(question)).as(question).startsWith(Asking.UNKNOWN);
    }

    private static Value text(String value) {
        return new Value.Text(List.of(new Piece(value, new Span(0, 0))));
    }
}
