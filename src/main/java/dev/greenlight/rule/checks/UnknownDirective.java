package dev.greenlight.rule.checks;

import dev.greenlight.rule.Directive;
import dev.greenlight.rule.Directive.Misspelt;
import dev.greenlight.rule.DirectiveRule;
import dev.greenlight.rule.DirectiveUse;
import dev.greenlight.rule.Observation;
import java.util.stream.Stream;

final class UnknownDirective implements DirectiveRule {
    @Override
    public Stream<Observation> check(DirectiveUse use) {
        return switch (use.directive()) {
            case Misspelt misspelt -> Stream.of(Observation.at(misspelt.span(), message(misspelt)));
            case Directive.Ignore ignored -> Stream.empty();
        };
    }

    private static String message(Misspelt misspelt) {
        return switch (misspelt.mistake()) {
            case FORM -> "not understood, so nothing is ignored: write greenlight:ignore rule-id reason";
            case FORM_FOR_FILE -> "not understood, so nothing is ignored: write greenlight:ignore-file rule-id reason";
            case BESIDE_CODE -> "beside code, so nothing is ignored: put greenlight:ignore-file in a line of its own";
        };
    }
}
