package dev.greenlight.lint;

import dev.greenlight.effect.Effect;
import dev.greenlight.replay.Step;
import dev.greenlight.rule.Signal;
import java.util.List;

/**
 * A statement judged.
 *
 * @param reasons why it is not green: ids of rules, or {@code works-long}, {@code strong-locks-together},
 *     {@code new-constraint}, {@code not-understood}; sorted
 */
public record StatementReview(Step step, Effect effect, Signal signal, List<String> reasons) {
    public StatementReview {
        reasons = List.copyOf(reasons);
    }
}
