package dev.greenlight.sql.plpgsql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlight.sql.plpgsql.BodyFixtures.Fixture;
import dev.greenlight.sql.plpgsql.BodyVerdicts.Outcome;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A real server makes functions of the bodies that are read, and rejects the others for the same at the same place. */
@Tag("postgres")
class BodyOracleTest {

    @Test
    void both_accept_these_bodies() throws SQLException {
        assertThat(others(BodyFixtures.accepted(), Outcome.ACCEPTED)).isEmpty();
    }

    @Test
    void both_reject_these_bodies_at_the_same_place() throws SQLException {
        assertThat(others(BodyFixtures.of("rejected"), Outcome.REJECTED_AT_ONE_PLACE))
                .isEmpty();
    }

    private static Stream<String> others(Stream<Fixture> fixtures, Outcome expected) throws SQLException {
        try (Compiler compiler = new Compiler()) {
            return fixtures
                    .map(fixture -> BodyVerdicts.of(fixture.body(), compiler))
                    .filter(verdicts -> verdicts.outcome() != expected)
                    .map(BodyVerdicts::describe)
                    .toList()
                    .stream();
        }
    }
}
