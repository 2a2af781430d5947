package dev.greenlight.rule;

import dev.greenlight.rule.Directive.RuleName;
import java.util.List;

/**
 * A directive and what came of it.
 *
 * @param idle the rules named in it that have nothing to hide there; none where that cannot be known
 */
public record DirectiveUse(Directive directive, List<RuleName> idle) {
    public DirectiveUse {
        idle = List.copyOf(idle);
    }
}
