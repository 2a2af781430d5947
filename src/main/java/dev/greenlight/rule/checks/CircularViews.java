package dev.greenlight.rule.checks;

import dev.greenlight.graph.ViewCircle;
import dev.greenlight.rule.Change;
import dev.greenlight.rule.Observation;
import dev.greenlight.rule.Rule;
import java.util.stream.Stream;

/** Speaks of circles from which a query may come back; see {@link ViewReadsItself} for the others. */
final class CircularViews implements Rule {
    @Override
    public Stream<Observation> check(Change change) {
        return ClosedViewCircles.observe(change, CircularViews::words)
                .map(found -> found.safely(
                        "Let the function read the tables that the view stands on, or move what it is asked for into"
                                + " a view of its own.",
                        ""));
    }

    private static Stream<String> words(ViewCircle circle, String way) {
        if (ViewReadsItself.speaksOf(circle)) {
            return Stream.empty();
        }
        String cost = circle.hasRows()
                ? ": each REFRESH builds on the rows of the last, and a restored dump begins with none"
                : ": a query recurses until the code stops by itself or the stack is full (54001)";
        return Stream.of(way + cost);
    }
}
