package dev.greenlight.rule;

import dev.greenlight.effect.Effect;
import dev.greenlight.effect.Effects;
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

    /** Whether it is one of the reasons that what the statement does is not known. */
    public boolean isNotUnderstood() {
        return reasons.contains(Reasons.NOT_UNDERSTOOD);
    }

    /** A statement and before it what the code has run that it runs: what was found in them is found in it. */
    static Judged together(List<Judged> parts) {
        if (parts.size() == 1) {
            return parts.getFirst();
        }
        Step whole = parts.getLast().step();
        List<Finding> findings = parts.stream()
                .flatMap(part -> part.findings(whole))
                .distinct()
                .sorted(Finding.IN_ORDER)
                .toList();
        List<String> reasons = parts.stream()
                .flatMap(part -> part.reasons().stream())
                .distinct()
                .sorted()
                .toList();
        Signal signal = parts.stream().map(Judged::signal).reduce(Signal.GREEN, Signal::worst);
        List<Effect> effects = parts.stream().map(Judged::effect).toList();
        return new Judged(whole, Effects.together(effects), signal, reasons, findings);
    }

    private Stream<Finding> findings(Step whole) {
        return step == whole
                ? findings.stream()
                : findings.stream().map(finding -> finding.in(whole.file(), step.caller()));
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
