package dev.greenlight.lint;

import dev.greenlight.graph.order.Ordering;
import dev.greenlight.graph.order.SafeOrder;
import dev.greenlight.source.SourceRead.Unreadable;
import java.util.List;

/**
 * In which order the migrations of a project go through.
 *
 * @param histories in the order of their folders
 * @param unreadable files that could not be read; what they make or need plays no part
 */
public record SafeOrders(List<OfHistory> histories, List<Unreadable> unreadable) {
    public SafeOrders {
        histories = List.copyOf(histories);
        unreadable = List.copyOf(unreadable);
    }

    /** The answer for the history in a folder. */
    public record OfHistory(String folder, Ordering ordering) {
        /** Whether all goes through in the order that there is. */
        public boolean isRight() {
            return ordering instanceof Ordering.Found found
                    && found.moves().isEmpty()
                    && found.hopeless().isEmpty();
        }
    }

    public static SafeOrders of(LintRequest request) {
        ReplayedProject project = ReplayedProject.of(request);
        return new SafeOrders(project.histories().stream().map(SafeOrders::of).toList(), project.unreadable());
    }

    private static OfHistory of(ReplayedHistory replayed) {
        return new OfHistory(
                replayed.history().folder(), SafeOrder.of(replayed.run(), replayed.scripts(), replayed.options()));
    }
}
