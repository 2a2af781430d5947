package dev.greenlight.report;

import dev.greenlight.lint.Verdict;
import dev.greenlight.rule.Level;
import dev.greenlight.rule.Signal;

/** A signal as a coloured sign with its word, for not everyone sees the colour. */
final class MarkdownSignal {
    private MarkdownSignal() {}

    static String of(Signal signal) {
        return sign(signal) + " " + signal.id();
    }

    static String of(Level level) {
        return level == Level.NOTE ? "🔵 note" : of(level.signal());
    }

    static String of(Verdict verdict) {
        Signal signal = switch (verdict) {
            case SAFE -> Signal.GREEN;
            case NEEDS_CHANGES -> Signal.YELLOW;
            case BLOCKED -> Signal.RED;
        };
        return sign(signal) + " " + verdict.words();
    }

    private static String sign(Signal signal) {
        return switch (signal) {
            case GREEN -> "🟢";
            case YELLOW -> "🟡";
            case RED -> "🔴";
        };
    }
}
