package dev.greenlight.migration;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a changelog in XML, YAML or JSON says, without how: an element and its attributes in the first, a key and what is
 * below it in the others. What is in a list belongs to the list's key.
 *
 * @param value empty if it has none
 */
record ChangelogNode(String name, String value, List<ChangelogNode> children) {
    /** The root of a changelog in any of the three. */
    static final String ROOT = "databaseChangeLog";

    ChangelogNode {
        children = List.copyOf(children);
    }

    Stream<ChangelogNode> children(String wanted) {
        return children.stream().filter(child -> child.name().equals(wanted));
    }

    /** The value of a child. */
    Optional<String> text(String wanted) {
        return children(wanted).map(ChangelogNode::value).findFirst().filter(found -> !found.isEmpty());
    }

    boolean flag(String wanted, boolean otherwise) {
        return text(wanted).map(Boolean::parseBoolean).orElse(otherwise);
    }

    int number(String wanted, int otherwise) {
        return text(wanted)
                .filter(found -> found.matches("[0-9]{1,9}"))
                .map(Integer::parseInt)
                .orElse(otherwise);
    }
}
