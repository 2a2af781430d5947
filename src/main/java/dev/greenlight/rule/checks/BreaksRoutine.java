package dev.greenlight.rule.checks;

import dev.greenlight.catalog.Origin;
import dev.greenlight.catalog.Routine;
import dev.greenlight.postgres.SqlState;
import dev.greenlight.replay.BrokenRoutine;
import dev.greenlight.replay.ColumnOperation;
import dev.greenlight.replay.SqlError;
import dev.greenlight.rule.Change;
import dev.greenlight.rule.Observation;
import dev.greenlight.rule.Rule;
import java.util.stream.Stream;

final class BreaksRoutine implements Rule {
    private static final int MOST_PLACES = 3;

    @Override
    public Stream<Observation> check(Change change) {
        return change.migration().broken().stream()
                .filter(broken -> broken.step() == change.step())
                .flatMap(broken ->
                        Stream.ofNullable(broken.routine().origin()).map(origin -> observation(broken, origin)));
    }

    private static Observation observation(BrokenRoutine broken, Origin origin) {
        Observation observation = Observation.at(
                        broken.operation().span(),
                        words(broken, origin, broken.errors().getFirst().state()))
                .safely("Replace or drop the " + broken.routine().kind() + " in the same migration.", "");
        for (SqlError error :
                broken.errors().subList(0, Math.min(MOST_PLACES, broken.errors().size()))) {
            observation = observation.because(new Origin(origin.file(), error.span()), "it fails here");
        }
        return observation;
    }

    private static String words(BrokenRoutine broken, Origin origin, SqlState state) {
        Routine routine = broken.routine();
        if (broken.operation() instanceof ColumnOperation.ChangeColumnType) {
            return routine.name().display() + "() (" + origin.brief() + ") does not go with the new type of "
                    + broken.used() + ": the next call fails (" + state.code() + ")";
        }
        boolean unfilled = state == SqlState.NOT_NULL_VIOLATION;
        if (state == SqlState.DATATYPE_MISMATCH) {
            return routine.name().display() + "() (" + origin.brief() + ") returns other columns of " + broken.used()
                    + " than it says: the next call fails (" + state.code() + ")";
        }
        String call = routine.returns().is("trigger") ? "write that fires it" : unfilled ? "row" : "call";
        return routine.name().display() + "() (" + origin.brief() + ") "
                + (unfilled ? "gives no value for " : "still uses ") + broken.used() + ": the next " + call
                + " fails (" + state.code() + ")";
    }
}
