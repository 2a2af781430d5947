package dev.greenlight.lint.check;

import dev.greenlight.catalog.Origin;
import dev.greenlight.rule.Level;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * Something in the schema that migrations leave that somebody can act on.
 *
 * @param check what it is, such as {@code foreign-key-without-index}
 * @param object what it is about, as people call it; holds names from files as they are, reports escape them
 * @param place where that was made, or lost; null where nothing is there
 * @param message the consequence in one line
 * @param remedy what to do in one line, SQL where it is certain
 */
public record Recommendation(
        String check, Level level, String object, @Nullable Origin place, String message, String remedy) {
    /** The worst first, then by kind and by what it is about. */
    public static final Comparator<Recommendation> IN_ORDER = Comparator.comparing(
                    Recommendation::level, Comparator.reverseOrder())
            .thenComparing(Recommendation::check)
            .thenComparing(Recommendation::object)
            .thenComparing(Recommendation::message);
}
