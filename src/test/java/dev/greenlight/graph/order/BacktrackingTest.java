package dev.greenlight.graph.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlight.migration.Direction;
import dev.greenlight.migration.Migration;
import dev.greenlight.migration.Script;
import dev.greenlight.postgres.PostgresVersion;
import dev.greenlight.replay.Rehearsal;
import dev.greenlight.replay.ReplayOptions;
import dev.greenlight.replay.Replaying;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BacktrackingTest {
    private static final ReplayOptions OPTIONS =
            ReplayOptions.of(PostgresVersion.NEWEST, ReplayOptions.Openness.CLOSED);

    private final Script parts = script("V1.sql", "CREATE TABLE parts (id bigint PRIMARY KEY);");
    private final Script prices = script("V2.sql", "CREATE TABLE prices (part bigint REFERENCES parts);");
    private final Script notes = script("V3.sql", "CREATE TABLE notes (id bigint);");
    private final List<Script> scripts = List.of(prices, parts, notes);

    @Test
    void what_is_given_is_heeded_with_what_is_needed() {
        assertThat(search(Precedences.none(scripts))).contains(List.of(parts, prices, notes));
        assertThat(search(Precedences.none(scripts).with(notes.migration(), parts.migration())))
                .contains(List.of(notes, parts, prices));
        assertThat(search(Precedences.none(scripts).with(notes.migration(), prices.migration())))
                .contains(List.of(parts, notes, prices));
    }

    @Test
    void there_is_none_where_what_is_given_goes_against_what_is_needed() {
        assertThat(search(Precedences.none(scripts).with(prices.migration(), parts.migration())))
                .isEmpty();
    }

    private Optional<List<Script>> search(Precedences given) {
        Footprints footprints = Footprints.of(scripts, Rehearsal.assuming(scripts, OPTIONS));
        Rehearsal start = Rehearsal.of(
                Replaying.plain().openness(ReplayOptions.Openness.CLOSED).runScripts(scripts), scripts, OPTIONS);
        return Backtracking.search(scripts, start, footprints, given)
                .map(order -> order.stream().map(this::script).toList());
    }

    private Script script(Migration migration) {
        return scripts.stream()
                .filter(script -> script.migration() == migration)
                .findFirst()
                .orElseThrow();
    }

    private static Script script(String path, String sql) {
        return Replaying.plain().script(path, sql, Direction.UP);
    }
}
