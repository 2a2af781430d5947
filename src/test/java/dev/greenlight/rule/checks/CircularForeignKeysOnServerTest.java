package dev.greenlight.rule.checks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlight.oracle.Oracle;
import dev.greenlight.oracle.ServerError;
import dev.greenlight.oracle.ServerSession;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the page says of rows of tables that refer to each other is what servers do. */
@Tag("postgres")
class CircularForeignKeysOnServerTest {
    private static final String TABLES = """
            CREATE TABLE a (id int PRIMARY KEY, b int NOT NULL);
            CREATE TABLE b (id int PRIMARY KEY, a int NOT NULL REFERENCES a);
            ALTER TABLE a ADD CONSTRAINT a_b_fkey FOREIGN KEY (b) REFERENCES b""";
    private static final String BOTH = "BEGIN; INSERT INTO a VALUES (1, 1); INSERT INTO b VALUES (1, 1); COMMIT";

    @ParameterizedTest
    @MethodSource("dev.greenlight.oracle.Oracle#each")
    void no_plain_insert_puts_a_first_row_into_a_strict_circle(Oracle postgres) {
        try (ServerSession session = session(postgres, "")) {
            assertThat(state(session.send(BOTH))).isEqualTo("23503");
            session.send("ROLLBACK");
            assertThat(state(session.send("INSERT INTO b VALUES (1, 1)"))).isEqualTo("23503");
        }
    }

    @ParameterizedTest
    @MethodSource("dev.greenlight.oracle.Oracle#each")
    void one_statement_that_writes_to_all_does_and_no_plain_delete_takes_it_out(Oracle postgres) {
        try (ServerSession session = session(postgres, "")) {
            session.require("WITH row AS (INSERT INTO a VALUES (1, 1)) INSERT INTO b VALUES (1, 1)");
            assertThat(state(session.send("DELETE FROM a"))).isEqualTo("23503");
            assertThat(state(session.send("DELETE FROM b"))).isEqualTo("23503");
        }
    }

    @ParameterizedTest
    @MethodSource("dev.greenlight.oracle.Oracle#each")
    void a_key_that_is_checked_at_the_end_opens_it(Oracle postgres) {
        try (ServerSession session = session(postgres, " DEFERRABLE INITIALLY DEFERRED")) {
            session.require(BOTH);
            session.require("BEGIN; DELETE FROM b; DELETE FROM a; COMMIT");
        }
    }

    @ParameterizedTest
    @MethodSource("dev.greenlight.oracle.Oracle#each")
    void what_is_recommended_opens_it(Oracle postgres) {
        try (ServerSession session = session(postgres, "")) {
            session.require("ALTER TABLE a ALTER CONSTRAINT a_b_fkey DEFERRABLE INITIALLY DEFERRED");
            session.require(BOTH);
        }
    }

    @ParameterizedTest
    @MethodSource("dev.greenlight.oracle.Oracle#each")
    void a_column_that_may_be_null_opens_it(Oracle postgres) {
        try (ServerSession session = session(postgres, "; ALTER TABLE a ALTER COLUMN b DROP NOT NULL")) {
            session.require("INSERT INTO a VALUES (1, NULL); INSERT INTO b VALUES (1, 1); UPDATE a SET b = 1");
        }
    }

    private static ServerSession session(Oracle postgres, String rest) {
        ServerSession session = new ServerSession(postgres.connect());
        session.require(TABLES + rest);
        return session;
    }

    private static String state(Optional<ServerError> error) {
        return error.orElseThrow().sqlState();
    }
}
