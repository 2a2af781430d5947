package dev.greenlight.report;

import dev.greenlight.graph.map.DependencyMap;
import dev.greenlight.graph.map.Link;
import dev.greenlight.graph.map.Node;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A flowchart of Mermaid, which GitHub draws in Markdown (mermaid.js.org, Flowcharts). What comes first is at the left:
 * the chart runs from right to left, for its arrows point to what is needed.
 */
final class MermaidFormat implements DependencyFormat {
    @Override
    public String id() {
        return "mermaid";
    }

    @Override
    public boolean isPicture() {
        return true;
    }

    @Override
    public void write(DependencyMap map, Appendable out) throws IOException {
        out.append("flowchart RL\n");
        int cluster = 0;
        for (Map.Entry<String, List<Node>> part : map.clusters().entrySet()) {
            boolean named = !part.getKey().isEmpty();
            if (named) {
                out.append("    subgraph part" + ++cluster + "[" + quoted(part.getKey()) + "]\n");
            }
            for (Node node : part.getValue()) {
                out.append(named ? "        " : "    ").append(node(node)).append("\n");
            }
            out.append(named ? "    end\n" : "");
        }
        for (Link link : map.links()) {
            out.append("    " + arrow(link, map) + "\n");
        }
        styles(map, out);
        String below = LinkText.below(map);
        out.append(below.isEmpty() ? "" : "    %% " + below + "\n");
    }

    private static String node(Node node) {
        String name = quoted(node.name());
        String shape = switch (node.kind()) {
            case MIGRATION, TABLE -> "[" + name + "]";
            case VIEW -> "([" + name + "])";
            case SEQUENCE -> "[(" + name + ")]";
            case TYPE -> "{{" + name + "}}";
            case ROUTINE -> "[[" + name + "]]";
            case MISSING -> "(" + name + ")";
        };
        String style = LinkText.style(node);
        return node.id() + shape + (style.isEmpty() ? "" : ":::" + style);
    }

    private static String arrow(Link link, DependencyMap map) {
        String label = LinkText.label(link, map);
        String line = link.when() == Link.When.LATER ? "-.->" : "-->";
        String text = label.isEmpty() ? "" : "|" + quoted(label) + "|";
        return link.from().id() + " " + line + text + " " + link.to().id();
    }

    private static void styles(DependencyMap map, Appendable out) throws IOException {
        List<String> red = new ArrayList<>();
        for (int i = 0; i < map.links().size(); i++) {
            Link link = map.links().get(i);
            if (link.circular() || link.when() == Link.When.UNMET) {
                red.add(Integer.toString(i));
            }
        }
        if (map.nodes().stream().anyMatch(node -> node.kind() == Node.Kind.MISSING)) {
            out.append("    classDef missing stroke:#cf222e,stroke-dasharray:4\n");
        }
        if (map.nodes().stream().anyMatch(Node::marked)) {
            out.append("    classDef marked stroke:#0969da,stroke-width:3px\n");
        }
        if (!red.isEmpty()) {
            out.append("    linkStyle " + String.join(",", red) + " stroke:#cf222e\n");
        }
    }

    /** In quotes, everything that Mermaid, Markdown or HTML might read in it as a number of its character. */
    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        VisibleText.of(text).codePoints().forEach(codePoint -> {
            if (Character.isLetterOrDigit(codePoint) || " _-.,/():".indexOf(codePoint) >= 0) {
                quoted.appendCodePoint(codePoint);
            } else {
                quoted.append('#').append(codePoint).append(';');
            }
        });
        return quoted.append('"').toString();
    }
}
