package dev.greenlight.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlight.oracle.Oracle;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Expressions of random constants: what is certain here is never anything else on a server. */
@Tag("postgres")
class RandomAnswersTest {
    private static final int EXPRESSIONS = 6_000;
    private static final long SEED = 20_260_728;

    /** With fewer than this certain the comparison would say little. */
    @Test
    void neverDiffersFromTheServer() throws SQLException {
        Asking asking = Asking.after(List.of());
        Expressions expressions = new Expressions(new Random(SEED));
        List<String> differences = new ArrayList<>();
        int certain = 0;
        try (Connection connection = Oracle.postgres().connect()) {
            for (int i = 0; i < EXPRESSIONS; i++) {
                String expression = expressions.any(4);
                String here = asking.value(expression);
                if (here.startsWith(Asking.UNKNOWN)) {
                    continue;
                }
                certain++;
                String there = AnswersOnServerTest.answer(connection, expression);
                if (!here.equals(there) && !there.startsWith("error")) {
                    differences.add("server " + there + ", replay " + here + ": " + expression);
                }
            }
        }
        assertThat(differences).isEmpty();
    }

    /** Makes expressions of the three types that conditions are about. */
    private record Expressions(Random random) {
        private static final List<String> TEXTS = List.of(
                "'a'",
                "'ab'",
                "'A_b'",
                "''",
                "'x%y'",
                "'it''s'",
                "'10'",
                "$$d$$",
                "'Order'",
                "'a,b'",
                "NULL::text",
                "'a'::text",
                "'b'::name",
                "E'c\\\\d'");
        private static final List<String> NUMBERS =
                List.of("0", "1", "2", "7", "-3", "10", "2.50", "0.5", "NULL::int", "'4'::int", "100000");
        private static final List<String> PATTERNS =
                List.of("'a%'", "'%b'", "'_'", "'%'", "''", "'A\\_b'", "'%\\%%'", "'x__'");
        private static final List<String> REGULAR =
                List.of("'^a'", "'b$'", "'a.'", "'[a-z]+'", "''", "'^[^a]*$'", "'x?y*'", "'\\.'");

        String any(int depth) {
            return switch (random.nextInt(4)) {
                case 0 -> text(depth);
                case 1 -> number(depth);
                default -> truth(depth);
            };
        }

        private String one(List<String> of) {
            return of.get(random.nextInt(of.size()));
        }

        private String text(int depth) {
            if (depth == 0) {
                return one(TEXTS);
            }
            String a = text(depth - 1);
            String b = text(depth - 1);
            return switch (random.nextInt(26)) {
                case 0, 1, 2 -> "(" + a + " || " + b + ")";
                case 3 -> "lower(" + a + ")";
                case 4 -> "upper(" + a + ")";
                case 5 -> "replace(" + a + ", " + one(TEXTS) + ", " + b + ")";
                case 6 -> "left(" + a + ", " + small() + ")";
                case 7 -> "right(" + a + ", " + small() + ")";
                case 8 -> "substr(" + a + ", " + small() + ")";
                case 9 -> "substring(" + a + ", " + small() + ", " + small() + ")";
                case 10 -> "quote_ident(" + a + ")";
                case 11 -> "quote_literal(" + a + ")";
                case 12 -> "quote_nullable(" + a + ")";
                case 13 -> "format('%s-%I-%L', " + a + ", " + b + ", " + any(depth - 1) + ")";
                case 14 -> "concat(" + a + ", " + any(depth - 1) + ", " + b + ")";
                case 15 -> "concat_ws('-', " + a + ", " + b + ", " + number(depth - 1) + ")";
                case 16 -> "coalesce(" + a + ", " + b + ")";
                case 17 -> "nullif(" + a + ", " + b + ")";
                case 18 -> "case when " + truth(depth - 1) + " then " + a + " else " + b + " end";
                case 19 -> "(" + number(depth - 1) + ")::text";
                case 20 -> "(" + truth(depth - 1) + ")::text";
                case 21 -> "array_to_string(array[" + a + ", " + b + "], ',')";
                case 22 -> "(string_to_array(" + a + ", ','))[" + small() + "]";
                case 23 -> "trim(both " + one(TEXTS) + " from " + a + ")";
                case 24 -> "lpad(" + a + ", " + small() + ", " + one(TEXTS) + ")";
                default -> "split_part(" + a + ", " + one(TEXTS) + ", " + small() + ")";
            };
        }

        private String small() {
            return "(" + (random.nextInt(7) - 2) + ")";
        }

        private String number(int depth) {
            if (depth == 0) {
                return one(NUMBERS);
            }
            String a = number(depth - 1);
            String b = number(depth - 1);
            return switch (random.nextInt(13)) {
                case 0, 1 -> "(" + a + " + " + b + ")";
                case 2 -> "(" + a + " - " + b + ")";
                case 3 -> "(" + a + " * " + b + ")";
                case 4 -> "(" + a + " / " + b + ")";
                case 5 -> "(" + a + " % " + b + ")";
                case 6 -> "(- " + a + ")";
                case 7 -> "length(" + text(depth - 1) + ")";
                case 8 -> "coalesce(" + a + ", " + b + ")";
                case 9 -> "(" + a + ")::int";
                case 10 -> "cardinality(array[" + a + ", " + b + "])";
                case 11 -> "strpos(" + text(depth - 1) + ", " + one(TEXTS) + ")";
                default -> "case when " + truth(depth - 1) + " then " + a + " else " + b + " end";
            };
        }

        private String truth(int depth) {
            if (depth == 0) {
                return one(List.of("true", "false", "NULL::boolean"));
            }
            String a = truth(depth - 1);
            String b = truth(depth - 1);
            return switch (random.nextInt(20)) {
                case 0, 1 -> "(" + a + " and " + b + ")";
                case 2, 3 -> "(" + a + " or " + b + ")";
                case 4 -> "(not " + a + ")";
                case 5 ->
                    "(" + a + " is " + one(List.of("", "not ")) + one(List.of("null", "true", "false", "unknown"))
                            + ")";
                case 6, 7 -> "(" + number(depth - 1) + " " + comparison() + " " + number(depth - 1) + ")";
                case 8, 9 -> "(" + text(depth - 1) + " " + one(List.of("=", "<>")) + " " + text(depth - 1) + ")";
                case 10 ->
                    "(" + text(depth - 1) + one(List.of(" like ", " not like ", " ilike ")) + one(PATTERNS) + ")";
                case 11 -> "(" + text(depth - 1) + one(List.of(" ~ ", " !~ ", " ~* ")) + one(REGULAR) + ")";
                case 12 -> "(" + text(depth - 1) + " is distinct from " + text(depth - 1) + ")";
                case 13 -> "(" + number(depth - 1) + " is not distinct from " + number(depth - 1) + ")";
                case 14 -> "(" + number(depth - 1) + " in (" + number(0) + ", " + number(depth - 1) + "))";
                case 15 -> "(" + text(depth - 1) + " not in (" + text(0) + ", " + text(0) + "))";
                case 16 -> "(" + number(depth - 1) + " between " + number(0) + " and " + number(0) + ")";
                case 17 -> "(" + text(depth - 1) + " = any(array[" + text(0) + ", " + text(0) + "]))";
                case 18 -> "(" + text(depth - 1) + " is null)";
                default -> "exists (select 1 where " + a + ")";
            };
        }

        private String comparison() {
            return one(List.of("=", "<>", "<", ">", "<=", ">="));
        }
    }
}
