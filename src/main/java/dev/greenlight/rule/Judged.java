package dev.greenlight.rule;

import dev.greenlight.effect.Effect;
import dev.greenlight.replay.Step;
import java.util.List;
import java.util.stream.Stream;

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

    /** With something that is found only when other states of its history are looked at. */
    public Judged with(Finding finding) {
        List<Finding> all = Stream.concat(findings.stream(), Stream.of(finding))
                .sorted(Finding.IN_ORDER)
                .toList();
        List<String> why = Stream.concat(reasons.stream(), Stream.of(finding.rule()))
                .distinct()
                .sorted()
                .toList();
        return new Judged(step, effect, signal.worst(finding.level().signal()), why, all);
    }
}
