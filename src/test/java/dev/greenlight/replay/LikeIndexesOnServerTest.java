package dev.greenlight.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlight.oracle.EachPostgres;
import dev.greenlight.oracle.Oracle;
import dev.greenlight.oracle.ServerSession;

/** Which indexes a table gets that is made LIKE one with several that are alike. */
final class LikeIndexesOnServerTest {
    private static final String SQL = """
            CREATE TABLE a (id bigint PRIMARY KEY, b int, c int UNIQUE);
            CREATE UNIQUE INDEX a_id ON a (id);
            CREATE INDEX a_b ON a (b);
            CREATE INDEX a_b_again ON a (b);
            CREATE UNIQUE INDEX a_c ON a (c);
            CREATE TABLE t (LIKE a INCLUDING INDEXES);
            """;

    @EachPostgres
    void indexes_that_are_alike_are_made_as_often_as_on_the_server(Oracle oracle) {
        HistoryRun run = Replaying.plain().version(oracle.version().major()).run(SQL);
        try (ServerSession session = new ServerSession(oracle.connect())) {
            session.require(SQL);
            assertThat(CatalogLines.of(run.result())).isEqualTo(session.catalog());
        }
    }
}
