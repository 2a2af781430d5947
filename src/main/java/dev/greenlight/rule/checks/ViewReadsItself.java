package dev.greenlight.rule.checks;

import dev.greenlight.graph.ViewCircle;
import dev.greenlight.rule.Change;
import dev.greenlight.rule.Observation;
import dev.greenlight.rule.Rule;
import java.util.stream.Stream;

/** Speaks of circles from which no query comes back; see {@link CircularViews} for the others. */
final class ViewReadsItself implements Rule {
    @Override
    public Stream<Observation> check(Change change) {
        return ClosedViewCircles.observe(change, ViewReadsItself::words)
                .map(found -> found.safely("Let one of them read the tables that it stands on.", ""));
    }

    static boolean speaksOf(ViewCircle circle) {
        return circle.isOfViewsAlone() || circle.isEndless();
    }

    private static Stream<String> words(ViewCircle circle, String way) {
        String failure = circle.isOfViewsAlone() ? "infinite recursion, 42P17" : "stack depth limit exceeded, 54001";
        return speaksOf(circle) ? Stream.of("every query of it fails: " + way + " (" + failure + ")") : Stream.empty();
    }
}
