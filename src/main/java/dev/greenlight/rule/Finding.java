package dev.greenlight.rule;

import dev.greenlight.catalog.Origin;
import dev.greenlight.remedy.SafeForm;
import dev.greenlight.replay.Step.Caller;
import dev.greenlight.source.SourceFile;
import dev.greenlight.source.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something in a migration that somebody can act on.
 *
 * @param rule the rule's id
 * @param span what to mark: the smallest part that says it
 * @param message the consequence in one line, such as {@code orders: writes wait for the whole index build}; holds
 *     names from the file as they are, reports escape them
 * @param related places that explain it, in reading order
 */
public record Finding(
        String rule,
        Level level,
        SourceFile file,
        Span span,
        String message,
        @Nullable SafeForm safeForm,
        List<Related> related) {
    /** Of one statement: by place, and where that is the same the worst first. */
    static final Comparator<Finding> IN_ORDER = Comparator.comparingInt(
                    (Finding finding) -> finding.span().start())
            .thenComparing(Finding::level, Comparator.reverseOrder())
            .thenComparing(Finding::rule);

    public Finding {
        related = List.copyOf(related);
    }

    /**
     * The same at the statement that ran the code in which it was found.
     *
     * @param caller the routine whose code it is; null for a DO block
     */
    Finding in(SourceFile other, @Nullable Caller caller) {
        List<Related> because = new ArrayList<>(related);
        if (caller != null && caller.origin() != null) {
            because.add(new Related(caller.origin(), "in " + caller.name() + "(), which is called here"));
        }
        String code = caller == null ? "a DO block" : caller.name() + "()";
        SafeForm instead = safeForm == null ? null : safeForm.insteadIn(code);
        return new Finding(rule, level, other, file.in(other, span), message, instead, because);
    }

    Finding saying(String other) {
        return new Finding(rule, level, file, span, other, safeForm, related);
    }

    /** Another place and what it has to do with the finding, in a few words. */
    public record Related(Origin place, String message) {}
}
