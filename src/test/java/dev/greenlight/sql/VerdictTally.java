package dev.greenlight.sql;

import dev.greenlight.oracle.ServerError;
import dev.greenlight.sql.Verdicts.Outcome;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** How often the parser and a server agreed, and why not. */
final class VerdictTally {
    private final Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);
    private final Map<String, Integer> reasons = new TreeMap<>();

    void add(Verdicts verdicts) {
        Outcome outcome = verdicts.outcome();
        outcomes.merge(outcome, 1, Integer::sum);
        if (!outcome.agrees()) {
            reasons.merge(outcome + ": " + reason(verdicts), 1, Integer::sum);
        }
    }

    void add(VerdictTally other) {
        other.outcomes.forEach((outcome, count) -> outcomes.merge(outcome, count, Integer::sum));
        other.reasons.forEach((reason, count) -> reasons.merge(reason, count, Integer::sum));
    }

    /** What the one that rejects says, without what is told of the statement itself. */
    private static String reason(Verdicts verdicts) {
        String message = verdicts.error()
                .map(ServerError::message)
                .orElseGet(() -> verdicts.read() instanceof Unread.Unparsed unparsed ? unparsed.message() : "");
        return message.replaceAll("\"[^\"]*\"", "…");
    }

    int count(Outcome outcome) {
        return outcomes.getOrDefault(outcome, 0);
    }

    int all() {
        return outcomes.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** The share of those that both accept or both reject. */
    double agreement() {
        int others = count(Outcome.LOST) + count(Outcome.FALSELY_ACCEPTED);
        return 1 - (double) others / Math.max(1, all());
    }

    /** Among those that both reject the share of those that they reject for the same token. */
    double onePlace() {
        int same = count(Outcome.REJECTED_AT_ONE_PLACE);
        return same == 0 ? 1 : (double) same / (same + count(Outcome.REJECTED_AT_TWO_PLACES));
    }

    static String head() {
        return "%-28s %8s %8s %8s %6s %6s".formatted("", "accepted", "rejected", "elsewh.", "lost", "false");
    }

    String row(String title) {
        return "%-28s %8d %8d %8d %6d %6d"
                .formatted(
                        title,
                        count(Outcome.ACCEPTED),
                        count(Outcome.REJECTED_AT_ONE_PLACE),
                        count(Outcome.REJECTED_AT_TWO_PLACES),
                        count(Outcome.LOST),
                        count(Outcome.FALSELY_ACCEPTED));
    }

    /** Why they disagreed, a line for each reason. */
    String reasons() {
        return reasons.entrySet().stream()
                .map(entry -> "%6d %s%n".formatted(entry.getValue(), entry.getKey()))
                .collect(Collectors.joining());
    }
}
