package dev.greenlight.rule;

import dev.greenlight.catalog.Origin;
import dev.greenlight.effect.OperationEffect;
import dev.greenlight.remedy.SafeForm;
import dev.greenlight.source.Span;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a rule has to say about a statement, before its page gives it a weight.
 *
 * @param span what to mark: the smallest part of the statement that says it
 * @param message the consequence in one line
 * @param lasting what takes long, if it is but for that that there is something to say
 */
public record Observation(
        Span span,
        String message,
        @Nullable SafeForm safeForm,
        List<Finding.Related> related,
        @Nullable OperationEffect lasting) {
    public Observation {
        related = List.copyOf(related);
    }

    public static Observation at(Span span, String message) {
        return new Observation(span, message, null, List.of(), null);
    }

    /** Said only where it is not known to be over in a moment, and with how long it takes if that is known. */
    public Observation lasting(OperationEffect effect) {
        return new Observation(span, message, safeForm, related, effect);
    }

    boolean isWorthSaying() {
        return lasting == null || lasting.duration().isLong();
    }

    String fullMessage() {
        return lasting == null || lasting.estimate() == null
                ? message
                : message + " (" + lasting.estimate().words() + ")";
    }

    /** With a way to write it so that it does no harm. */
    public Observation safely(SafeForm form) {
        return new Observation(span, message, form, related, lasting);
    }

    /** With words on what to do about it. */
    public Observation safely(String advice, String sql) {
        return new Observation(span, message, new SafeForm(advice, sql), related, lasting);
    }

    /** With one more place that explains it; nothing is added where the place is unknown. */
    public Observation because(@Nullable Origin place, String words) {
        if (place == null) {
            return this;
        }
        List<Finding.Related> all = new ArrayList<>(related);
        all.add(new Finding.Related(place, words));
        return new Observation(span, message, safeForm, all, lasting);
    }
}
