package dev.greenlight.rule.checks;

import dev.greenlight.rule.Directive.Ignore;
import dev.greenlight.rule.DirectiveRule;
import dev.greenlight.rule.DirectiveUse;
import dev.greenlight.rule.Observation;
import java.util.stream.Stream;

final class UnusedIgnore implements DirectiveRule {
    @Override
    public Stream<Observation> check(DirectiveUse use) {
        if (!(use.directive() instanceof Ignore ignore)) {
            return Stream.empty();
        }
        return use.idle().stream()
                .map(name -> Observation.at(name.span(), message(ignore, name.id()))
                        .safely("Take it out, so that it hides nothing that comes later.", ""));
    }

    private static String message(Ignore ignore, String rule) {
        if (ignore.reach() == null) {
            return "hides nothing: no statement follows it";
        }
        return switch (ignore.scope()) {
            case STATEMENT -> "hides nothing: %s finds nothing in this statement".formatted(rule);
            case FILE -> "hides nothing: %s finds nothing in this file".formatted(rule);
        };
    }
}
