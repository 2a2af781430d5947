package dev.greenlight.report;

import dev.greenlight.graph.map.DependencyMap;
import dev.greenlight.graph.map.Link;
import dev.greenlight.graph.map.Node;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** A graph of Graphviz (graphviz.org, The DOT Language). What comes first is at the left. */
final class DotFormat implements DependencyFormat {
    @Override
    public String id() {
        return "dot";
    }

    @Override
    public boolean isPicture() {
        return true;
    }

    @Override
    public void write(DependencyMap map, Appendable out) throws IOException {
        out.append("digraph dependencies {\n");
        out.append("    graph [rankdir=RL, fontname=\"sans-serif\", label=" + quoted(LinkText.below(map)) + "]\n");
        out.append("    node [shape=box, fontname=\"monospace\", fontsize=11]\n");
        out.append("    edge [fontname=\"sans-serif\", fontsize=9]\n");
        int cluster = 0;
        for (Map.Entry<String, List<Node>> part : map.clusters().entrySet()) {
            boolean named = !part.getKey().isEmpty();
            if (named) {
                out.append("    subgraph cluster_" + ++cluster + " {\n");
                out.append("        label=" + quoted(part.getKey()) + "\n");
            }
            for (Node node : part.getValue()) {
                out.append(named ? "        " : "    ").append(node(node)).append("\n");
            }
            out.append(named ? "    }\n" : "");
        }
        for (Link link : map.links()) {
            out.append("    " + edge(link, map) + "\n");
        }
        out.append("}\n");
    }

    private static String node(Node node) {
        String shape = switch (node.kind()) {
            case MIGRATION, TABLE -> "";
            case VIEW -> ", style=rounded";
            case SEQUENCE -> ", shape=cylinder";
            case TYPE -> ", shape=hexagon";
            case ROUTINE -> ", shape=component";
            case MISSING -> ", style=dashed, color=\"#cf222e\"";
        };
        String mark = node.marked() ? ", penwidth=3, color=\"#0969da\"" : "";
        return node.id() + " [label=" + quoted(node.name()) + shape + mark + "]";
    }

    private static String edge(Link link, DependencyMap map) {
        boolean red = link.circular() || link.when() == Link.When.UNMET;
        String label = LinkText.label(link, map);
        return link.from().id() + " -> " + link.to().id()
                + " [tooltip=" + quoted(LinkText.whole(link))
                + (label.isEmpty() ? "" : ", label=" + quoted(label))
                + (link.when() == Link.When.LATER ? ", style=dashed" : "")
                + (red ? ", color=\"#cf222e\"" : "")
                + "]";
    }

    /** A backslash begins what Graphviz reads as an escape, and so does an ampersand of HTML. */
    private static String quoted(String text) {
        return "\""
                + VisibleText.of(text)
                        .replace("\\", "\\\\")
                        .replace("&", "&amp;")
                        .replace("\"", "\\\"")
                + "\"";
    }
}
