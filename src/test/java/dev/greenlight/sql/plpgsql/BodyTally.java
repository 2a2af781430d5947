package dev.greenlight.sql.plpgsql;

import dev.greenlight.sql.plpgsql.BodyVerdicts.Outcome;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** How often the parser and a server agreed on bodies, and where they first did not. */
final class BodyTally {
    private final Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);
    private final List<String> disagreements = new ArrayList<>();
    private final List<String> undecided = new ArrayList<>();

    void add(BodyVerdicts verdicts) {
        Outcome outcome = verdicts.outcome();
        outcomes.merge(outcome, 1, Integer::sum);
        if (!outcome.agrees() || outcome == Outcome.REJECTED_AT_TWO_PLACES) {
            disagreements.add(verdicts.describe());
        } else if (outcome == Outcome.UNDECIDED) {
            undecided.add(verdicts.describe());
        }
    }

    int count(Outcome outcome) {
        return outcomes.getOrDefault(outcome, 0);
    }

    /** The share of those that both accept or both reject. */
    double agreement() {
        int decided = outcomes.values().stream().mapToInt(Integer::intValue).sum() - count(Outcome.UNDECIDED);
        int others = count(Outcome.LOST) + count(Outcome.FALSELY_ACCEPTED);
        return 1 - (double) others / Math.max(1, decided);
    }

    /** Among those that both reject the share of those that they reject for the same token and with the same code. */
    double onePlace() {
        int same = count(Outcome.REJECTED_AT_ONE_PLACE);
        return same == 0 ? 1 : (double) same / (same + count(Outcome.REJECTED_AT_TWO_PLACES));
    }

    List<String> disagreements() {
        return List.copyOf(disagreements);
    }

    List<String> undecided() {
        return List.copyOf(undecided);
    }

    @Override
    public String toString() {
        return "%s agreement %.4f, one place %.4f".formatted(outcomes, agreement(), onePlace());
    }
}
