package dev.greenlight.report;

import dev.greenlight.graph.Declaration;
import dev.greenlight.graph.order.Failure;
import dev.greenlight.graph.order.Move;
import dev.greenlight.graph.order.Ordering;
import dev.greenlight.lint.SafeOrders;
import dev.greenlight.migration.Migration;
import dev.greenlight.source.SourceFile;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Says to people in which order migrations go through, how to bring it about, or why there is none. */
public final class OrderText {
    private final Appendable out;

    private OrderText(Appendable out) {
        this.out = out;
    }

    public static void write(SafeOrders orders, Appendable out) throws IOException {
        OrderText text = new OrderText(out);
        String separator = "";
        for (SafeOrders.OfHistory history : orders.histories()) {
            out.append(separator);
            if (orders.histories().size() > 1) {
                text.line(history.folder() + ":");
            }
            text.write(history.ordering());
            separator = "\n";
        }
    }

    private void write(Ordering ordering) throws IOException {
        switch (ordering) {
            case Ordering.Found found -> write(found);
            case Ordering.None none -> {
                line(
                        none.circular()
                                ? "there is no safe order: these need each other, and nothing else makes it"
                                : "there is no safe order: all were tried, and in the one that there is");
                reasons(none.reasons(), false);
            }
            case Ordering.Unknown unknown -> {
                line("no safe order was found; where the search came farthest, these did not go through");
                reasons(unknown.stuck(), false);
            }
        }
        if (!ordering.hopeless().isEmpty()) {
            line("");
            line("in any order");
            reasons(ordering.hopeless(), true);
        }
    }

    private void write(Ordering.Found found) throws IOException {
        if (found.moves().isEmpty()) {
            int count = found.order().size();
            line(
                    found.hopeless().isEmpty()
                            ? "the order is right: " + (count == 1 ? "1 migration" : count + " migrations")
                                    + ", and each finds what it needs"
                            : "no order is better than this one");
            return;
        }
        line("the order is wrong");
        reasons(found.now(), false);
        for (Declaration declared : found.declared()) {
            line("  " + declared.place() + " depends on " + declared.to().path() + ", as it declares");
        }
        line("");
        line(found.moves().size() == 1 ? "move" : "move these, the fewest that were found");
        for (Move move : found.moves()) {
            Migration before = move.before();
            line("  " + move.migration().path() + (before == null ? " to the end" : " before " + before.path()));
        }
        line("");
        line("then all go through, as a replay has shown, in this order");
        Set<Migration> moved =
                found.moves().stream().map(Move::migration).collect(Collectors.toCollection(HashSet::new));
        for (Migration migration : found.order()) {
            line((moved.contains(migration) ? "> " : "  ") + migration.path());
        }
    }

    private void reasons(List<Failure> failures, boolean hopeless) throws IOException {
        for (Failure failure : failures) {
            line("  " + place(failure) + " " + reason(failure, hopeless));
        }
    }

    private static String place(Failure failure) {
        SourceFile file = failure.step().file();
        return file.written().path() + ":"
                + file.position(failure.error().span().start()).line();
    }

    private static String reason(Failure failure, boolean hopeless) {
        if (failure.error().missing() == null) {
            return "fails: " + failure.error().message() + " ("
                    + failure.error().state().code() + ")";
        }
        String makers = failure.makers().stream().map(Migration::path).collect(Collectors.joining(" or "));
        String from = hopeless ? "no migration makes" : makers.isEmpty() ? "is not there then" : makers + " makes";
        return "needs " + failure.what() + ", which " + from;
    }

    private void line(String text) throws IOException {
        out.append(VisibleText.of(text)).append('\n');
    }
}
