package dev.greenlight.graph.order;

/** How many migrations may still be run in a search. Counted, and not timed, so that the answer is the same each time. */
final class Patience {
    private int left;

    Patience(int migrations) {
        this.left = migrations;
    }

    void spendOne() {
        left--;
    }

    boolean isOver() {
        return left <= 0;
    }
}
