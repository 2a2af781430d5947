package dev.greenlight.rule.checks;

import dev.greenlight.graph.Declaration;
import dev.greenlight.graph.Edge;
import dev.greenlight.graph.Need;
import dev.greenlight.graph.UnclearDeclaration;
import dev.greenlight.migration.Migration;
import dev.greenlight.rule.Change;
import dev.greenlight.rule.Nearest;
import dev.greenlight.rule.Observation;
import dev.greenlight.rule.Rule;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Speaks at a migration's first statement, in the header above it. */
final class DeclaredDependency implements Rule {
    @Override
    public boolean looksAtIdle() {
        return true;
    }

    @Override
    public Stream<Observation> check(Change change) {
        if (!isFirst(change)) {
            return Stream.empty();
        }
        Migration migration = change.migration().migration();
        return Stream.concat(
                change.graph().declarations().unclearOf(migration).stream()
                        .filter(unclear -> !unclear.candidates().isEmpty() || isWhole(change))
                        .map(unclear -> observe(change, unclear)),
                change.graph().declarations().of(migration).stream()
                        .filter(declared -> !declared.met())
                        .map(declared -> observe(change, declared)));
    }

    static boolean isFirst(Change change) {
        return change.step() == change.migration().steps().getFirst();
    }

    /** Whether all migrations are there: what an open history or a lone file depends on may be elsewhere. */
    private static boolean isWhole(Change change) {
        return !change.history().open() && !change.history().history().partial();
    }

    private static Observation observe(Change change, UnclearDeclaration unclear) {
        String name = Words.brief(unclear.written());
        if (unclear.candidates().isEmpty()) {
            return Observation.at(
                    unclear.at(),
                    "DEPENDS: no migration here is " + name
                            + Nearest.question(
                                    unclear.written(),
                                    change.graph().declarations().names()));
        }
        String candidates =
                unclear.candidates().stream().limit(3).map(Migration::path).collect(Collectors.joining(", "));
        return Observation.at(unclear.at(), "DEPENDS: " + name + " may be any of " + candidates)
                .safely("Write the path from the folder of the migrations on.", "");
    }

    private static Observation observe(Change change, Declaration declared) {
        return change.graph()
                .circleFrom(declared)
                .map(DeclaredDependency::circle)
                .orElseGet(() -> Observation.at(
                                declared.at(), "DEPENDS: " + declared.to().path() + " runs only later")
                        .safely("Give this migration a later version than that one, or take the line out.", ""));
    }

    private static Observation circle(List<Need> needs) {
        String way = needs.stream().map(DeclaredDependency::words).collect(Collectors.joining("; "));
        Observation found = Observation.at(
                ((Declaration) needs.getFirst()).at(), "DEPENDS: no order satisfies what is declared: " + way);
        for (Need need : needs.subList(1, needs.size())) {
            found = found.because(need.place(), "needs " + need.to().path());
        }
        return found.safely("Take out the line that is wrong.", "");
    }

    private static String words(Need need) {
        return switch (need) {
            case Declaration declared ->
                "%s depends on %s".formatted(declared.place(), declared.to().path());
            case Edge edge -> CircularMigrations.words(edge);
        };
    }
}
