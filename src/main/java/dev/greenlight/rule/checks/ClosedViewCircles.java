package dev.greenlight.rule.checks;

import dev.greenlight.catalog.Origin;
import dev.greenlight.graph.ViewCircle;
import dev.greenlight.replay.ObjectOperation;
import dev.greenlight.replay.Operation;
import dev.greenlight.rule.Change;
import dev.greenlight.rule.Observation;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The circles of views that a statement closes, and that are closed still when the history has run. */
final class ClosedViewCircles {
    private ClosedViewCircles() {}

    /** Says of the first one what {@code words} make of it. */
    static Stream<Observation> observe(Change change, BiFunction<ViewCircle, String, Stream<String>> words) {
        return change.step().operations().stream()
                .flatMap(operation -> closed(change, operation)
                        .flatMap(circle -> words.apply(circle, way(circle))
                                .map(message -> because(Observation.at(operation.span(), message), circle))))
                .limit(1);
    }

    private static Stream<ViewCircle> closed(Change change, Operation operation) {
        @Nullable Origin made = made(operation);
        return made == null
                ? Stream.empty()
                : change.graph().viewCircles().stream()
                        .filter(circle -> circle.isClosedBy(made, change.step().after()));
    }

    private static @Nullable Origin made(Operation operation) {
        if (operation instanceof ObjectOperation.CreateView create) {
            return create.view().origin();
        }
        return operation instanceof ObjectOperation.CreateRoutine create
                ? create.routine().origin()
                : null;
    }

    /** {@code a reads b, b calls f(), f() names a}. */
    private static String way(ViewCircle circle) {
        List<ViewCircle.Member> members = circle.members();
        return IntStream.range(0, members.size())
                .mapToObj(i -> words(members.get(i), members.get((i + 1) % members.size())))
                .collect(Collectors.joining(", "));
    }

    private static String words(ViewCircle.Member member, ViewCircle.Member next) {
        String verb = switch (next) {
            case ViewCircle.OfView ignored -> " reads ";
            case ViewCircle.OfRoutine ignored -> " calls ";
        };
        return name(member) + verb + name(next);
    }

    private static String name(ViewCircle.Member member) {
        String name = member.name().display();
        return switch (member) {
            case ViewCircle.OfView ignored -> name;
            case ViewCircle.OfRoutine ignored -> name + "()";
        };
    }

    private static Observation because(Observation observation, ViewCircle circle) {
        Observation found = observation;
        for (ViewCircle.Member member : circle.members()) {
            found = found.because(member.origin(), name(member));
        }
        return found;
    }
}
