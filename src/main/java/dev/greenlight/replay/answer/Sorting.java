package dev.greenlight.replay.answer;

/** The order of values in ORDER BY (manual 7.5). What the collation of the database decides is not known. */
final class Sorting {
    private Sorting() {}

    /** @throws Unreadable if it is not known which comes first */
    static int compare(Term.Order order, Datum left, Datum right) {
        boolean leftNull = left instanceof Datum.Null;
        boolean rightNull = right instanceof Datum.Null;
        if (leftNull || rightNull) {
            int nulls = Boolean.compare(rightNull, leftNull);
            return order.nullsFirst() ? nulls : -nulls;
        }
        Datum equal = Comparison.compare("=", left, right);
        if (Logic.isTrue(equal)) {
            return 0;
        }
        Datum less = Comparison.compare("<", left, right);
        if (less instanceof Datum.Unknown unknown) {
            throw new Unreadable(unknown.reason());
        }
        int sign = Logic.isTrue(less) ? -1 : 1;
        return order.descending() ? -sign : sign;
    }

    /** An order that does for rows that have none. */
    static int byName(Datum left, Datum right) {
        return left instanceof Datum.Text a && right instanceof Datum.Text b
                ? a.value().compareTo(b.value())
                : 0;
    }
}
