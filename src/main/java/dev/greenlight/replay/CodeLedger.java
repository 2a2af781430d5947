package dev.greenlight.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What running code leaves behind beside a state: the statements that it ran, and what could not be followed. */
final class CodeLedger {
    private final List<Step> steps = new ArrayList<>();
    private final List<String> reasons = new ArrayList<>();
    private final CodeBudget budget;
    private boolean spent;

    CodeLedger(CodeBudget budget) {
        this.budget = budget;
    }

    void ran(Step step) {
        steps.add(step);
    }

    void notFollowed(String reason) {
        if (!reasons.contains(reason)) {
            reasons.add(reason);
        }
    }

    /** Whether one more statement is run. */
    boolean spend() {
        boolean more = budget.spend();
        if (!more) {
            spent = true;
            notFollowed("more than " + CodeBudget.MOST_STATEMENTS + " statements");
        }
        return more;
    }

    /** Whether there were more statements than are run. */
    boolean isSpent() {
        return spent;
    }

    CodeBudget budget() {
        return budget;
    }

    /** How many statements have run; see {@link #rollBackTo}. */
    int mark() {
        return steps.size();
    }

    /** Forgets what ran since: a handler's block has rolled it back. */
    void rollBackTo(int mark) {
        steps.subList(mark, steps.size()).clear();
    }

    List<Step> steps() {
        return List.copyOf(steps);
    }

    /** Why it is not known what the code does, if it is not. */
    Optional<String> reason() {
        return reasons.stream().findFirst();
    }
}
