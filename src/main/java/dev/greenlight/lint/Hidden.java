package dev.greenlight.lint;

import dev.greenlight.catalog.Origin;
import dev.greenlight.rule.Finding;

/** A finding that is not shown, and why: it counts for no verdict and no exit code. */
public record Hidden(Finding finding, Cause cause) {

    /** What hides a finding. */
    public sealed interface Cause {
        /**
         * A comment in its file asks for it.
         *
         * @param reason as the comment says it; empty if it says none
         */
        record Ignored(Origin comment, String reason) implements Cause {}

        /** It was there when the baseline was written. */
        record InBaseline() implements Cause {}
    }
}
