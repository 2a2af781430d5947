package dev.greenlight.rule.checks;

import dev.greenlight.graph.KeyCircle;
import dev.greenlight.remedy.SafeForms;
import dev.greenlight.rule.Change;
import dev.greenlight.rule.Observation;
import dev.greenlight.rule.Rule;
import java.util.stream.Stream;

/** Speaks at the statement that closes the circle, unless a later one opens it again. */
final class CircularForeignKeys implements Rule {
    @Override
    public Stream<Observation> check(Change change) {
        return KeyCircles.observe(
                change,
                KeyCircle::closedFrom,
                circle -> "none of these tables takes a first row: " + KeyCircles.way(circle) + ", at once",
                circle -> SafeForms.deferred(
                        circle.keys().getFirst().table(),
                        circle.keys().getFirst().constraint().name()));
    }
}
