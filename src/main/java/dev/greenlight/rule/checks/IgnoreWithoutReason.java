package dev.greenlight.rule.checks;

import dev.greenlight.rule.Directive.Ignore;
import dev.greenlight.rule.Directive.RuleName;
import dev.greenlight.rule.DirectiveRule;
import dev.greenlight.rule.DirectiveUse;
import dev.greenlight.rule.Observation;
import java.util.stream.Collectors;
import java.util.stream.Stream;

final class IgnoreWithoutReason implements DirectiveRule {
    @Override
    public Stream<Observation> check(DirectiveUse use) {
        if (use.directive() instanceof Ignore ignore && !ignore.rules().isEmpty() && !saysWhy(ignore.reason())) {
            return Stream.of(
                    Observation.at(ignore.span(), "nobody will know why %s is ignored".formatted(rules(ignore))));
        }
        return Stream.empty();
    }

    private static String rules(Ignore ignore) {
        return ignore.rules().stream().map(RuleName::id).map(Words::brief).collect(Collectors.joining(", "));
    }

    private static boolean saysWhy(String reason) {
        return reason.codePoints().anyMatch(Character::isLetterOrDigit);
    }
}
