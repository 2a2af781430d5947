package dev.greenlight.rule.checks;

import dev.greenlight.catalog.Relation;

/** How messages name things. */
final class Words {
    private Words() {}

    /** A relation as people call it: without the schema where that is {@code public}. */
    static String name(Relation relation) {
        return relation.name().display();
    }

    static String column(Relation relation, String column) {
        return name(relation) + "." + column;
    }
}
