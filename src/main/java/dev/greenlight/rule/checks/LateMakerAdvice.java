package dev.greenlight.rule.checks;

import dev.greenlight.graph.Made;
import dev.greenlight.graph.order.Move;
import dev.greenlight.graph.order.Ordering;
import dev.greenlight.migration.Migration;
import dev.greenlight.replay.MigrationRun;
import dev.greenlight.rule.Change;
import dev.greenlight.sql.Unread;
import java.util.List;
import java.util.stream.Collectors;

/** What to do about a statement that needs what is made only later: which move mends it, as far as a replay has shown. */
final class LateMakerAdvice {
    private static final int FEW_MOVES = 3;

    private final Change change;
    private final Made made;

    LateMakerAdvice(Change change, Made made) {
        this.change = change;
        this.made = made;
    }

    String words() {
        if (made.run() == change.migration()) {
            return "Move this statement behind " + made.origin().brief() + ".";
        }
        return change.better()
                .found()
                .filter(found -> !found.moves().isEmpty())
                .map(this::words)
                .orElseGet(() -> "Move this statement behind " + made.origin().brief()
                        + ": no order of the migrations was found in which all go through.");
    }

    private String words(Ordering.Found found) {
        String rest = rest(found);
        List<Move> moves = found.moves();
        if (moves.size() <= FEW_MOVES) {
            return "Move " + list(moves) + ": replayed so, everything goes through" + rest + ".";
        }
        List<Move> own = moves.stream().filter(this::concerns).toList();
        String shown = own.isEmpty() ? "" : "Move " + list(own) + ". ";
        return "%sReplayed with %d moves, which greenlight order lists, everything goes through%s."
                .formatted(shown, moves.size(), rest);
    }

    /** What a replay has not shown to go through. */
    private String rest(Ordering.Found found) {
        boolean unparsed = change.history().ups().stream()
                .flatMap(MigrationRun::allSteps)
                .anyMatch(step -> step.statement() instanceof Unread.Unparsed);
        if (unparsed) {
            return found.hopeless().isEmpty()
                    ? " but what does not parse"
                    : " but what does not parse, and what fails in any order";
        }
        return found.hopeless().isEmpty() ? "" : " but what fails in any order";
    }

    /** Whether it moves what fails, or what makes what that needs. */
    private boolean concerns(Move move) {
        Migration migration = move.migration();
        return migration == change.migration().migration()
                || migration == made.run().migration();
    }

    private static String list(List<Move> moves) {
        return moves.stream().map(LateMakerAdvice::words).collect(Collectors.joining(" and "));
    }

    private static String words(Move move) {
        Migration before = move.before();
        return move.migration().path() + (before == null ? " to the end" : " before " + before.path());
    }
}
