package dev.greenlight.rule.checks;

import dev.greenlight.catalog.Relation;
import dev.greenlight.migration.Direction;
import dev.greenlight.rule.Change;

/** How messages name things. */
final class Words {
    private static final int MOST_CHARACTERS = 60;

    private Words() {}

    /** A relation as people call it: without the schema where that is {@code public}. */
    static String name(Relation relation) {
        return relation.name().display();
    }

    static String column(Relation relation, String column) {
        return name(relation) + "." + column;
    }

    /** What a statement that fails does to those who run it: a down is not deployed. */
    static String stops(Change change) {
        return change.migration().migration().direction() == Direction.DOWN
                ? "going back stops here: "
                : "the deploy stops here: ";
    }

    /** A word that somebody wrote where a name is due, which may be anything. */
    static String brief(String word) {
        return word.length() <= MOST_CHARACTERS ? word : word.substring(0, MOST_CHARACTERS) + "…";
    }
}
