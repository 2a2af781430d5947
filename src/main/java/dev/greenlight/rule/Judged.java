package dev.greenlight.rule;

import dev.greenlight.effect.Effect;
import dev.greenlight.replay.Step;
import java.util.List;

/**
 * A statement with its signal and what was found in it.
 *
 * @param reasons why it is not green, sorted: ids of rules and of {@link Reasons}
 */
public record Judged(Step step, Effect effect, Signal signal, List<String> reasons, List<Finding> findings) {
    public Judged {
        reasons = List.copyOf(reasons);
        findings = List.copyOf(findings);
    }
}
