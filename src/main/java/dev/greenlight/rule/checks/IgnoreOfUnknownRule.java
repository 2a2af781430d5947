package dev.greenlight.rule.checks;

import dev.greenlight.rule.Directive.Ignore;
import dev.greenlight.rule.DirectiveRule;
import dev.greenlight.rule.DirectiveUse;
import dev.greenlight.rule.Nearest;
import dev.greenlight.rule.Observation;
import java.util.List;
import java.util.stream.Stream;

final class IgnoreOfUnknownRule implements DirectiveRule {
    @Override
    public Stream<Observation> check(DirectiveUse use) {
        if (!(use.directive() instanceof Ignore ignore)) {
            return Stream.empty();
        }
        if (ignore.rules().isEmpty()) {
            return Stream.of(Observation.at(ignore.span(), "it names no rule, so nothing is ignored"));
        }
        List<String> known = Checks.ids();
        return ignore.rules().stream()
                .filter(name -> !known.contains(name.id()))
                .map(name -> Observation.at(
                        name.span(),
                        "there is no rule " + Words.brief(name.id()) + Nearest.question(name.id(), known)));
    }
}
