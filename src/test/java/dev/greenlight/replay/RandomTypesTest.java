package dev.greenlight.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlight.catalog.View;
import dev.greenlight.oracle.Oracle;
import dev.greenlight.postgres.QualifiedName;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Functions and operators put together of columns of many types, whether they go together or not: a type that is known
 * here is the server's, and what is an error here is one there.
 */
@Tag("postgres")
class RandomTypesTest {
    private static final int EXPRESSIONS = 8_000;
    private static final long SEED = 20_261_128;

    private static final List<String> SCHEMA = List.of(
            "create type mood as enum ('sad', 'ok')",
            "create domain email as varchar(40)",
            "create domain positive as int check (value > 0)",
            "create type pair as (a int, b text)",
            "create function own(x int) returns numeric language sql as 'select 1.5'",
            "create function own(x text) returns date language sql as 'select current_date'",
            "create function own(x int, y text default 'a') returns bigint language sql as 'select 1::bigint'",
            "create function own(variadic x numeric[]) returns real language sql as 'select 1::real'",
            "create function same(x anyelement, y anyelement) returns anyelement language sql as 'select x'",
            "create function near(x anycompatible, y anycompatible) returns anycompatible language sql as 'select x'",
            "create table t (i int, s smallint, b bigint, n numeric(8,2), f real, d double precision, t text,"
                    + " v varchar(10), c char(3), nm name, dt date, ts timestamp, tz timestamptz(3), iv interval,"
                    + " tm time, bo boolean, j jsonb, js json, ia int[], ta text[], va varchar(5)[], m mood,"
                    + " em email, p positive, u uuid, bt bytea, r int4range, o oid, mn money, pr pair, ip inet)");

    @Test
    void neverDiffersFromTheServer() throws SQLException {
        List<String> expressions = expressions();
        List<Answer> here = here(expressions);
        List<String> differences = new ArrayList<>();
        int known = 0;
        try (Connection connection = Oracle.postgres().connect();
                Statement session = connection.createStatement()) {
            session.setEscapeProcessing(false);
            for (String statement : SCHEMA) {
                session.execute(statement);
            }
            for (int i = 0; i < expressions.size(); i++) {
                Answer there = there(session, expressions.get(i));
                known += here.get(i).isKnown() ? 1 : 0;
                if (!here.get(i).agrees(there)) {
                    differences.add("server " + there + ", replay " + here.get(i) + ": " + expressions.get(i));
                }
            }
        }
        assertThat(String.join("\n", differences)).isEmpty();
        assertThat(known).isGreaterThan(EXPRESSIONS * 9 / 10);
    }

    /** A type or an error, of which the other is empty; both are where nothing is known. */
    private record Answer(String type, String error) {
        boolean isKnown() {
            return !type.isEmpty() || !error.isEmpty();
        }

        /** Where both are errors there may be several, of which the server tells the one that it meets first. */
        boolean agrees(Answer server) {
            return !isKnown() || equals(server) || !server.error.isEmpty();
        }
    }

    private static List<String> expressions() {
        Random random = new Random(SEED);
        List<String> expressions = new ArrayList<>();
        for (int i = 0; i < EXPRESSIONS; i++) {
            expressions.add(new Expressions(random).any(2));
        }
        return expressions;
    }

    private static List<Answer> here(List<String> expressions) {
        List<String> statements = new ArrayList<>(SCHEMA);
        for (int i = 0; i < expressions.size(); i++) {
            statements.add("create view v" + i + " as select " + expressions.get(i) + " as x from t");
        }
        HistoryRun run =
                Replaying.plain().openness(ReplayOptions.Openness.CLOSED).run(String.join(";\n", statements));
        List<Step> steps = Replaying.steps(run);
        List<Answer> answers = new ArrayList<>();
        for (int i = 0; i < expressions.size(); i++) {
            Step step = steps.get(SCHEMA.size() + i);
            QualifiedName name = new QualifiedName("public", "v" + i);
            answers.add(step.error()
                    .map(error -> new Answer("", error.state().code()))
                    .orElseGet(() -> new Answer(type((View) step.after().relation(name).orElseThrow()), "")));
        }
        return answers;
    }

    private static String type(View view) {
        return view.type("x").isKnown() ? view.type("x").display() : "";
    }

    private static Answer there(Statement session, String expression) throws SQLException {
        try {
            session.execute("create view v as select " + expression + " as x from t");
        } catch (SQLException e) {
            return new Answer("", e.getSQLState());
        }
        String query = "select format_type(atttypid, atttypmod) from pg_attribute where attrelid = 'v'::regclass";
        try (ResultSet rows = session.executeQuery(query)) {
            rows.next();
            return new Answer(rows.getString(1), "");
        } finally {
            session.execute("drop view v");
        }
    }

    private record Expressions(Random random) {
        private static final List<String> LEAVES = List.of(
                "i", "s", "b", "n", "f", "d", "t", "v", "c", "nm", "dt", "ts", "tz", "iv", "tm", "bo", "j", "js", "ia",
                "ta", "va", "m", "em", "p", "u", "bt", "r", "o", "mn", "pr", "ip", "1", "2.5", "null", "null", "3000000000",
                "'1'", "true", "(t.pr).b", "t");
        private static final List<String> OPERATORS = List.of(
                "+", "-", "*", "/", "%", "^", "||", "||", "=", "<>", "<", ">=", "~", "~~", "->", "->>", "@>", "<@", "&&",
                "#>", "?", "&", "<<", ">>");
        private static final List<String> ONE = List.of(
                "lower", "upper", "length", "abs", "round", "ceil", "trunc", "max", "min", "sum", "avg", "count",
                "array_agg", "own", "to_json", "to_jsonb", "jsonb_typeof", "unnest", "cardinality", "age", "initcap",
                "md5", "isfinite", "json_agg", "bool_and", "stddev", "sqrt", "sign", "char_length", "octet_length",
                "to_timestamp", "justify_days", "array_to_json", "row_to_json", "host", "lag", "quote_literal", "reverse",
                "jsonb_array_elements", "hashtext", "first_value", "isempty", "to_tsvector", "bit_and", "num_nulls");
        private static final List<String> TWO = List.of(
                "coalesce", "greatest", "least", "nullif", "mod", "power", "round", "left", "repeat", "concat", "format",
                "date_trunc", "date_part", "age", "own", "same", "near", "array_append", "array_cat", "array_to_string",
                "string_to_array", "to_char", "to_date", "div", "string_agg", "lead", "strpos", "generate_series",
                "array_position", "jsonb_extract_path", "trunc", "log", "substr", "lpad", "array_remove", "timezone",
                "starts_with", "json_build_object", "regexp_replace", "array_length", "range_merge", "atan2");
        private static final List<String> TYPES = List.of(
                "int", "bigint", "text", "varchar(5)", "numeric(6,1)", "date", "timestamptz", "boolean", "jsonb", "uuid",
                "text[]", "int[]", "real", "mood", "email", "interval", "char(2)", "bytea", "time", "name", "oid", "inet");

        private String one(List<String> of) {
            return of.get(random.nextInt(of.size()));
        }

        String any(int depth) {
            if (depth == 0) {
                return one(LEAVES);
            }
            String a = any(random.nextInt(depth));
            String b = any(random.nextInt(depth));
            return switch (random.nextInt(16)) {
                case 0, 1, 2, 3, 4 -> "(" + a + " " + one(OPERATORS) + " " + b + ")";
                case 5, 6 -> one(ONE) + "(" + a + ")";
                case 7, 8, 9 -> one(TWO) + "(" + a + ", " + b + ")";
                case 10 -> "(" + a + ")::" + one(TYPES);
                case 11 -> "case when bo then " + a + " else " + b + " end";
                case 12 -> "array[" + a + ", " + b + "]";
                case 13 -> "(select " + a + " union all select " + b + ")";
                case 14 -> "(- " + a + ")";
                default -> "(" + a + " = any (" + b + "))";
            };
        }
    }
}
