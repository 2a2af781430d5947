package dev.greenlight.rule.checks;

import dev.greenlight.graph.Declaration;
import dev.greenlight.graph.IdleDeclarations;
import dev.greenlight.rule.Change;
import dev.greenlight.rule.Observation;
import dev.greenlight.rule.Rule;
import java.util.stream.Stream;

/** Speaks at a migration's first statement, in the header above it. */
final class UnneededDependency implements Rule {
    @Override
    public boolean looksAtIdle() {
        return true;
    }

    @Override
    public Stream<Observation> check(Change change) {
        return DeclaredDependency.isFirst(change)
                ? change.graph().declarations().of(change.migration().migration()).stream()
                        .filter(declared -> IdleDeclarations.isIdle(change.graph(), change.history(), declared))
                        .map(UnneededDependency::observe)
                : Stream.empty();
    }

    private static Observation observe(Declaration declared) {
        return Observation.at(
                        declared.at(), "DEPENDS: nothing of " + declared.to().path() + " is needed here")
                .safely("Take the name out of the line.", "");
    }
}
