package dev.greenlight.report;

import dev.greenlight.graph.map.DependencyMap;
import dev.greenlight.graph.map.Link;
import dev.greenlight.graph.map.Node;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** A picture that browsers draw (W3C, SVG 2), for light and dark pages; what an arrow means is told when pointed at. */
final class SvgFormat implements DependencyFormat {
    private static final double FOOTER = 22;
    private static final double HEAD = 8;
    private static final String STYLE = """
            <style>
              text { fill: #1f2328; font: 12px ui-monospace, "DejaVu Sans Mono", Menlo, Consolas, monospace }
              .label { font-size: 10px }
              .paper { fill: #ffffff }
              .part { fill: #f6f8fa; stroke: #59636e; stroke-width: .5 }
              .box { fill: #ffffff; stroke: #59636e }
              .missing { stroke: #cf222e; stroke-dasharray: 4 }
              .marked { stroke: #0969da; stroke-width: 3 }
              .arrow { fill: none; stroke: #59636e }
              .later { stroke-dasharray: 4 3 }
              .red { stroke: #cf222e }
              .head { fill: #59636e }
              .red-head { fill: #cf222e }
              @media (prefers-color-scheme: dark) {
                text { fill: #f0f6fc }
                .paper, .box { fill: #0d1117 }
                .part { fill: #151b23 }
                .part, .box, .arrow { stroke: #9198a1 }
                .head { fill: #9198a1 }
                .missing, .red { stroke: #ff7b72 }
                .red-head { fill: #ff7b72 }
                .marked { stroke: #58a6ff }
              }
            </style>
            """;

    @Override
    public String id() {
        return "svg";
    }

    @Override
    public boolean isPicture() {
        return true;
    }

    @Override
    public void write(DependencyMap map, Appendable out) throws IOException {
        SvgLayout.Drawing drawing = SvgLayout.of(map);
        String below = LinkText.below(map);
        double width = Math.max(drawing.width(), DisplayWidth.of(below) * 8.0);
        double height = drawing.height() + (below.isEmpty() ? 0 : FOOTER);
        out.append("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" + number(width) + "\" height=\""
                + number(height) + "\" viewBox=\"0 0 " + number(width) + " " + number(height) + "\">\n");
        out.append(STYLE);
        out.append("<rect class=\"paper\" width=\"100%\" height=\"100%\"/>\n");
        for (Map.Entry<String, SvgLayout.Box> part : drawing.parts().entrySet()) {
            out.append(part(part.getKey(), part.getValue()));
        }
        for (SvgLayout.Arrow arrow : drawing.arrows()) {
            out.append(arrow(arrow));
        }
        for (Map.Entry<Node, SvgLayout.Box> box : drawing.boxes().entrySet()) {
            out.append(box(box.getKey(), box.getValue()));
        }
        out.append(below.isEmpty() ? "" : text(below, "", 12, drawing.height() + 12, "start"));
        out.append("</svg>\n");
    }

    private static String part(String name, SvgLayout.Box box) {
        return rectangle("part", 6, box)
                + text(name, "", box.corner().x() + 10, box.corner().y() + 17, "start");
    }

    private static String box(Node node, SvgLayout.Box box) {
        double round = switch (node.kind()) {
            case MIGRATION, TABLE, MISSING -> 3;
            case VIEW, SEQUENCE, TYPE, ROUTINE -> box.height() / 2;
        };
        String style = LinkText.style(node);
        SvgLayout.Point center = box.center();
        return "<g>" + title(node) + rectangle(style.isEmpty() ? "box" : "box " + style, round, box)
                + text(node.name(), "", center.x(), center.y() + 4, "middle") + "</g>\n";
    }

    private static String title(Node node) {
        String kind = node.kind().name().toLowerCase(Locale.ROOT);
        String place = node.origin() == null ? "" : ", " + node.origin().file().path();
        return "<title>" + escaped(kind + " " + node.name() + place) + "</title>";
    }

    private static String arrow(SvgLayout.Arrow arrow) {
        Link link = arrow.link();
        boolean red = link.circular() || link.when() == Link.When.UNMET;
        String style = "arrow" + (link.when() == Link.When.LATER ? " later" : "") + (red ? " red" : "");
        String labels = arrow.labels().stream()
                .map(label -> text(
                        label.text(),
                        "label",
                        label.box().corner().x(),
                        label.box().corner().y() + 10,
                        "start"))
                .collect(Collectors.joining());
        return "<g><title>" + escaped(LinkText.whole(link)) + "</title><path class=\"" + style + "\" d=\""
                + path(arrow.points()) + "\"/>" + head(arrow.points(), red ? "red-head" : "head") + labels + "</g>\n";
    }

    /** A triangle of its own: of markers, which SVG has for this, some viewers draw only the first few hundred. */
    private static String head(List<SvgLayout.Point> points, String style) {
        SvgLayout.Point tip = points.getLast();
        SvgLayout.Point before = points.get(points.size() - 2);
        double length = Math.hypot(tip.x() - before.x(), tip.y() - before.y());
        double alongX = HEAD * (tip.x() - before.x()) / length;
        double alongY = HEAD * (tip.y() - before.y()) / length;
        List<SvgLayout.Point> corners = List.of(
                tip,
                new SvgLayout.Point(tip.x() - alongX - alongY / 2, tip.y() - alongY + alongX / 2),
                new SvgLayout.Point(tip.x() - alongX + alongY / 2, tip.y() - alongY - alongX / 2));
        return "<path class=\"" + style + "\" d=\"" + path(corners) + "z\"/>";
    }

    private static String path(List<SvgLayout.Point> points) {
        return points.stream()
                .map(point -> number(point.x()) + " " + number(point.y()))
                .collect(Collectors.joining(" L", "M", ""));
    }

    private static String rectangle(String style, double round, SvgLayout.Box box) {
        return "<rect class=\"" + style + "\" x=\"" + number(box.corner().x()) + "\" y=\""
                + number(box.corner().y()) + "\" width=\"" + number(box.width()) + "\" height=\""
                + number(box.height()) + "\" rx=\"" + number(round) + "\"/>";
    }

    private static String text(String text, String style, double x, double y, String anchor) {
        String styled = style.isEmpty() ? "" : " class=\"" + style + "\"";
        return "<text" + styled + " x=\"" + number(x) + "\" y=\"" + number(y) + "\" text-anchor=\"" + anchor + "\">"
                + escaped(VisibleText.of(text)) + "</text>";
    }

    private static String number(double value) {
        double rounded = Math.round(value * 10) / 10.0;
        return rounded == Math.rint(rounded) ? Long.toString((long) rounded) : Double.toString(rounded);
    }

    private static String escaped(String text) {
        return VisibleText.of(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
