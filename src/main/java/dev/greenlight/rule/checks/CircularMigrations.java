package dev.greenlight.rule.checks;

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

    static String words(Edge edge) {
        return "%s needs %s, which %s makes"
                .formatted(edge.place(), edge.what(), edge.made().origin());
    }

    private static Observation observe(Circle circle) {
        String message = circle.edges().stream()
                .map(CircularMigrations::words)
                .collect(Collectors.joining("; ", "no order satisfies these migrations: ", ""));
        Observation observation = Observation.at(circle.edges().getFirst().at(), message);
        for (Edge edge : circle.edges()) {
            observation = observation.because(edge.place(), "needs " + edge.what());
        }
        return observation.safely(CircleCut.of(circle));
    }
}
