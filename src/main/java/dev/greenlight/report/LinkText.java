package dev.greenlight.report;

import dev.greenlight.graph.map.DependencyMap;
import dev.greenlight.graph.map.Link;
import dev.greenlight.graph.map.Node;
import java.util.List;

/** What is written at the arrows and below a picture; not yet escaped for any format. */
final class LinkText {
    private static final int MOST_WORDS = 2;
    /** With more arrows than that, words at them hide one another. */
    private static final int MOST_LABELLED = 30;

    private LinkText() {}

    /** A few words; none where the picture is too full for them. */
    static String label(Link link, DependencyMap map) {
        if (map.links().size() > MOST_LABELLED && link.when() != Link.When.UNMET) {
            return "";
        }
        List<String> shown = link.what().stream().limit(MOST_WORDS).toList();
        int more = link.what().size() - shown.size();
        return String.join(", ", shown) + (more > 0 ? " and " + more + " more" : "");
    }

    /** All that is known of it, in one line. */
    static String whole(Link link) {
        String when = switch (link.when()) {
            case UNMET -> " (not there yet)";
            case NOW -> "";
            case LATER -> " (when its code runs)";
        };
        return link.from().name() + " needs " + link.to().name() + ": " + String.join(", ", link.what()) + when;
    }

    /** What of the map is not in the picture; nothing where all of it is. */
    static String below(DependencyMap map) {
        return switch (map.apart()) {
            case 0 -> "";
            case 1 -> "1 more needs nothing, and nothing needs it";
            default -> map.apart() + " more need nothing, and nothing needs them";
        };
    }

    /** The style of a node: what was asked for, what is missing, or what it is. */
    static String style(Node node) {
        return switch (node.kind()) {
            case MISSING -> "missing";
            case MIGRATION, TABLE, VIEW, SEQUENCE, TYPE, ROUTINE -> node.marked() ? "marked" : "";
        };
    }
}
