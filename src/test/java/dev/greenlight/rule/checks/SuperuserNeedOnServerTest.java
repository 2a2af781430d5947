package dev.greenlight.rule.checks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlight.oracle.Oracle;
import dev.greenlight.source.Span;
import dev.greenlight.sql.Parser;
import dev.greenlight.sql.Splitter;
import dev.greenlight.sql.StatementText;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a server refuses to a role that may do all in its database but is no superuser. */
@Tag("postgres")
class SuperuserNeedOnServerTest {
    private static final String BEFORE = """
            CREATE TYPE pair AS (a int, b int);
            CREATE FOREIGN DATA WRAPPER w;
            CREATE SERVER s FOREIGN DATA WRAPPER w;
            CREATE OPERATOR FAMILY f USING btree;
            CREATE FUNCTION handler() RETURNS language_handler LANGUAGE c AS 'plpgsql', 'plpgsql_call_handler';
            CREATE ROLE owner;
            GRANT USAGE ON FOREIGN DATA WRAPPER w TO owner;
            ALTER DATABASE %s OWNER TO owner;
            ALTER SCHEMA public OWNER TO owner;
            ALTER TYPE pair OWNER TO owner;
            ALTER SERVER s OWNER TO owner;
            ALTER OPERATOR FAMILY f USING btree OWNER TO owner;
            SET SESSION AUTHORIZATION owner;
            CREATE TABLE t (a int);
            CREATE FUNCTION same(pair, pair) RETURNS boolean LANGUAGE sql AS 'SELECT true';
            CREATE FUNCTION to_pair(int) RETURNS pair LANGUAGE sql AS 'SELECT row($1, $1)::pair';
            CREATE PUBLICATION mine;
            """;

    private static final String STATEMENTS = """
            CREATE PUBLICATION p FOR ALL TABLES;
            CREATE PUBLICATION p FOR TABLES IN SCHEMA public;
            CREATE PUBLICATION p FOR TABLE t WITH (publish = 'insert');
            ALTER PUBLICATION mine ADD TABLES IN SCHEMA public;
            ALTER PUBLICATION mine SET TABLES IN SCHEMA public;
            ALTER PUBLICATION mine SET TABLE t;
            CREATE SUBSCRIPTION p CONNECTION 'dbname=x' PUBLICATION p WITH (connect = false);
            CREATE OPERATOR === (LEFTARG = pair, RIGHTARG = pair, FUNCTION = same);
            CREATE OPERATOR FAMILY g USING btree;
            CREATE OPERATOR CLASS c FOR TYPE pair USING btree AS STORAGE int;
            ALTER OPERATOR FAMILY f USING btree ADD OPERATOR 1 < (int4, int4);
            ALTER OPERATOR FAMILY f USING btree DROP OPERATOR 1 (int4, int4);
            CREATE LANGUAGE l HANDLER handler;
            CREATE ACCESS METHOD m TYPE INDEX HANDLER bthandler;
            CREATE CAST (pair AS text) WITHOUT FUNCTION;
            CREATE CAST (int AS pair) WITH FUNCTION to_pair(int);
            CREATE CAST (pair AS bigint) WITH INOUT;
            CREATE CONVERSION c FOR 'UTF8' TO 'LATIN1' FROM utf8_to_iso8859_1;
            CREATE COLLATION c (locale = 'C');
            CREATE TEXT SEARCH PARSER p (START = prsd_start, GETTOKEN = prsd_nexttoken, END = prsd_end, LEXTYPES = prsd_lextype);
            CREATE TEXT SEARCH TEMPLATE p (LEXIZE = dsimple_lexize);
            CREATE TEXT SEARCH DICTIONARY p (TEMPLATE = simple);
            CREATE TEXT SEARCH CONFIGURATION p (COPY = simple);
            CREATE FOREIGN DATA WRAPPER v;
            ALTER FOREIGN DATA WRAPPER w OPTIONS (a 'b');
            CREATE SERVER r FOREIGN DATA WRAPPER w;
            ALTER SERVER s VERSION '2';
            CREATE USER MAPPING FOR CURRENT_USER SERVER s;
            CREATE STATISTICS ON a, (a + 1) FROM t;
            CREATE EVENT TRIGGER e ON sql_drop EXECUTE FUNCTION handler();
            CREATE FUNCTION g() RETURNS int LANGUAGE internal AS 'int4in';
            CREATE FUNCTION g() RETURNS int LANGUAGE sql AS 'SELECT 1';
            SET session_replication_role = replica;
            CHECKPOINT;
            DISCARD PLANS
            """;

    @Test
    void a_server_refuses_what_is_said_to_need_a_superuser() throws SQLException {
        List<String> disagreements = new ArrayList<>();
        try (Connection connection = Oracle.postgres().connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(BEFORE.formatted(connection.getCatalog()));
            for (StatementText text : Splitter.split(STATEMENTS, new Span(0, STATEMENTS.length()))) {
                String sql =
                        STATEMENTS.substring(text.span().start(), text.span().end());
                boolean foretold = SuperuserNeed.of(Parser.parse(text), text).isPresent();
                String answer = answer(connection, statement, sql);
                if (foretold != answer.startsWith("42501")) {
                    disagreements.add(sql + ": " + answer);
                }
            }
            connection.rollback();
        }
        assertThat(disagreements).isEmpty();
    }

    private static String answer(Connection connection, Statement statement, String sql) throws SQLException {
        var before = connection.setSavepoint();
        try {
            statement.execute(sql);
            return "no error";
        } catch (SQLException e) {
            return e.getSQLState() + " " + e.getMessage();
        } finally {
            connection.rollback(before);
        }
    }
}
