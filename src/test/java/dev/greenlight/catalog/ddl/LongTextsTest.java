package dev.greenlight.catalog.ddl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlight.catalog.Column;
import dev.greenlight.catalog.Table;
import dev.greenlight.postgres.QualifiedName;
import dev.greenlight.replay.HistoryRun;
import dev.greenlight.replay.Replaying;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** However long a constant is and whatever is in it, what has it is written, and at once. */
@Timeout(60)
class LongTextsTest {
    private static final String LONG = "it''s ".repeat(20_000);

    @Test
    void a_default_may_be_a_long_text() {
        assertThat(defaultOf("a text DEFAULT '" + LONG + "'")).isEqualTo("'" + LONG + "'::text");
    }

    @Test
    void a_default_may_be_an_array_of_many_texts() {
        String written = texts("");
        assertThat(defaultOf("a text[] DEFAULT array[" + written + "]")).isEqualTo("ARRAY[" + texts("::text") + "]");
    }

    private static String texts(String cast) {
        return IntStream.range(0, 20_000).mapToObj(i -> "'" + i + "'" + cast).collect(Collectors.joining(", "));
    }

    @Test
    void a_condition_may_compare_with_a_long_text() {
        assertThat(check("a <> '" + LONG + "'")).isEqualTo("CHECK ((a <> '" + LONG + "'::text))");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "is", "in", "in (", "between", "not between", "= any", "lower("})
    void blanks_around_words_in_a_constant_cost_nothing(String words) {
        String blanks = " ".repeat(5_000);
        String constant = "'x" + blanks + words + blanks + "y'";
        assertThat(check("a = " + constant)).isEqualTo("CHECK ((a = " + constant + "::text))");
    }

    @Test
    void blanks_around_words_make_no_difference() {
        String blanks = " ".repeat(5_000);
        assertThat(check("a between 'b' and 'c' and lower( a ) is not null".replace(" ", blanks)))
                .isEqualTo("CHECK ((((a >= 'b'::text) AND (a <= 'c'::text)) AND (lower(a) IS NOT NULL)))");
        assertThat(check("a not in ( 'b', 'c' )".replace(" ", blanks)))
                .isEqualTo("CHECK ((a <> ALL (ARRAY['b'::text, 'c'::text])))");
    }

    private static String defaultOf(String definition) {
        HistoryRun run = Replaying.plain().run("CREATE TABLE t (" + definition + ")");
        Column column = table(run).columns().getFirst();
        return new DefaultText(path(run)).of(column, column.defaultValue());
    }

    private static String check(String condition) {
        HistoryRun run = Replaying.plain().run("CREATE TABLE t (a text, CHECK (" + condition + "))");
        return new ConstraintText(table(run), path(run))
                .of(table(run).constraints().getFirst());
    }

    private static Table table(HistoryRun run) {
        return (Table) run.result().relation(new QualifiedName("public", "t")).orElseThrow();
    }

    private static SearchPath path(HistoryRun run) {
        return new SearchPath(run.result(), run.searchPath());
    }
}
