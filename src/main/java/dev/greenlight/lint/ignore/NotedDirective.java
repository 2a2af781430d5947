package dev.greenlight.lint.ignore;

import dev.greenlight.catalog.Origin;
import dev.greenlight.lint.Hidden.Cause;
import dev.greenlight.rule.Directive;
import dev.greenlight.rule.Directive.Ignore;
import dev.greenlight.rule.Directive.RuleName;
import dev.greenlight.rule.Finding;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** A directive, and what it has hidden so far. */
final class NotedDirective {
    private final Directive directive;
    private final boolean followed;
    private final Set<String> used = new TreeSet<>();

    /** {@code followed} tells whether all that it speaks of is understood. */
    NotedDirective(Directive directive, boolean followed) {
        this.directive = directive;
        this.followed = followed;
    }

    Directive directive() {
        return directive;
    }

    /** Why the finding is hidden by it; empty if it is not. */
    Optional<Cause> hide(Finding finding) {
        if (!(directive instanceof Ignore ignore) || !ignore.names(finding.rule()) || !ignore.covers(finding)) {
            return Optional.empty();
        }
        used.add(finding.rule());
        return Optional.of(new Cause.Ignored(new Origin(ignore.file(), ignore.span()), ignore.reason()));
    }

    /** The names in it that have hidden nothing, of rules that find nothing there as far as can be known. */
    List<RuleName> idle(Predicate<String> isRule) {
        if (!(directive instanceof Ignore ignore) || ignore.reach() != null && !followed) {
            return List.of();
        }
        return ignore.rules().stream()
                .filter(name -> isRule.test(name.id()) && !used.contains(name.id()))
                .toList();
    }
}
