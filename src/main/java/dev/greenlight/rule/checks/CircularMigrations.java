package dev.greenlight.rule.checks;

import dev.greenlight.catalog.Origin;
import dev.greenlight.graph.Circle;
import dev.greenlight.graph.Edge;
import dev.greenlight.rule.Change;
import dev.greenlight.rule.Observation;
import dev.greenlight.rule.Rule;
import java.util.stream.Collectors;
import java.util.stream.Stream;

final class CircularMigrations implements Rule {
    @Override
    public Stream<Observation> check(Change change) {
        return change.graph().circleFrom(change.step()).stream().map(CircularMigrations::observe);
    }

    private static Observation observe(Circle circle) {
        String message = circle.edges().stream()
                .map(edge -> "%s needs %s, which %s makes"
                        .formatted(place(edge), edge.what(), edge.made().origin()))
                .collect(Collectors.joining("; ", "no order satisfies these migrations: ", ""));
        Observation observation = Observation.at(circle.edges().getFirst().at(), message);
        for (Edge edge : circle.edges()) {
            observation = observation.because(place(edge), "needs " + edge.what());
        }
        return observation.safely(
                "Open the circle: make the tables first, and add the reference between them in a later migration.", "");
    }

    /** Where a migration names what it needs. */
    private static Origin place(Edge edge) {
        return new Origin(edge.step().file(), edge.at());
    }
}
