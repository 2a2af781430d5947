package dev.greenlight.report;

import dev.greenlight.graph.map.DependencyMap;
import dev.greenlight.graph.map.Link;
import dev.greenlight.graph.map.Node;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.elk.alg.layered.options.LayeredMetaDataProvider;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.core.RecursiveGraphLayoutEngine;
import org.eclipse.elk.core.data.LayoutMetaDataService;
import org.eclipse.elk.core.math.ElkPadding;
import org.eclipse.elk.core.math.KVector;
import org.eclipse.elk.core.options.CoreOptions;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.options.EdgeRouting;
import org.eclipse.elk.core.options.HierarchyHandling;
import org.eclipse.elk.core.options.SizeConstraint;
import org.eclipse.elk.core.util.BasicProgressMonitor;
import org.eclipse.elk.graph.ElkBendPoint;
import org.eclipse.elk.graph.ElkEdge;
import org.eclipse.elk.graph.ElkEdgeSection;
import org.eclipse.elk.graph.ElkLabel;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.ElkShape;
import org.eclipse.elk.graph.util.ElkGraphUtil;

/**
 * Places the nodes and arrows of a map so that none lies on another: in layers, by Eclipse Layout Kernel's layered
 * algorithm. All numbers are pixels from the upper left corner.
 */
final class SvgLayout {
    /** How wide a character is of the monospaced font of 12 pixels that boxes are written in, and of 10 for labels. */
    private static final double CHARACTER = 7.3;

    private static final double LABEL_CHARACTER = 6.1;
    private static final double BOX_HEIGHT = 26;
    private static final double LABEL_HEIGHT = 13;
    /** More arrows than that are drawn together where they end in the same box. */
    private static final int MOST_BY_THEMSELVES = 150;

    private static final double MARGIN = 12;
    private static final double TITLE_HEIGHT = 26;

    private final DependencyMap map;
    private final ElkNode root = ElkGraphUtil.createGraph();
    private final Map<String, ElkNode> parts = new LinkedHashMap<>();
    private final Map<Node, ElkNode> boxes = new LinkedHashMap<>();
    private final Map<Link, ElkEdge> arrows = new LinkedHashMap<>();

    private SvgLayout(DependencyMap map) {
        this.map = map;
    }

    record Point(double x, double y) {}

    record Box(Point corner, double width, double height) {
        Point center() {
            return new Point(corner.x + width / 2, corner.y + height / 2);
        }
    }

    /** A text with the box that it fills; empty ones are of no size. */
    record Label(String text, Box box) {}

    record Arrow(Link link, List<Point> points, List<Label> labels) {
        Arrow {
            points = List.copyOf(points);
            labels = List.copyOf(labels);
        }
    }

    /** All that is placed, in the order of the map. */
    record Drawing(double width, double height, Map<String, Box> parts, Map<Node, Box> boxes, List<Arrow> arrows) {}

    static Drawing of(DependencyMap map) {
        SvgLayout layout = new SvgLayout(map);
        layout.build();
        LayoutMetaDataService.getInstance().registerLayoutMetaDataProviders(new LayeredMetaDataProvider());
        new RecursiveGraphLayoutEngine().layout(layout.root, new BasicProgressMonitor());
        return layout.drawing();
    }

    private void build() {
        options(root);
        root.setProperty(CoreOptions.HIERARCHY_HANDLING, HierarchyHandling.INCLUDE_CHILDREN);
        root.setProperty(CoreOptions.PADDING, new ElkPadding(MARGIN));
        map.clusters().forEach((name, nodes) -> {
            ElkNode parent = name.isEmpty() ? root : part(name);
            nodes.forEach(node -> boxes.put(node, box(parent, node)));
        });
        for (Link link : map.links()) {
            ElkEdge edge = ElkGraphUtil.createSimpleEdge(boxes.get(link.from()), boxes.get(link.to()));
            String label = VisibleText.of(LinkText.label(link, map));
            if (!label.isEmpty()) {
                size(ElkGraphUtil.createLabel(label, edge), label, LABEL_CHARACTER, LABEL_HEIGHT);
            }
            arrows.put(link, edge);
        }
    }

    private void options(ElkNode node) {
        node.setProperty(CoreOptions.ALGORITHM, LayeredOptions.ALGORITHM_ID);
        node.setProperty(CoreOptions.DIRECTION, Direction.LEFT);
        node.setProperty(CoreOptions.EDGE_ROUTING, EdgeRouting.ORTHOGONAL);
        boolean merged = map.links().size() > MOST_BY_THEMSELVES;
        node.setProperty(LayeredOptions.MERGE_EDGES, merged);
        node.setProperty(LayeredOptions.MERGE_HIERARCHY_EDGES, merged);
        node.setProperty(LayeredOptions.SPACING_NODE_NODE, 14.0);
        node.setProperty(LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, 34.0);
        node.setProperty(LayeredOptions.SPACING_EDGE_NODE_BETWEEN_LAYERS, 12.0);
    }

    private ElkNode part(String name) {
        ElkNode part = ElkGraphUtil.createNode(root);
        options(part);
        part.setProperty(CoreOptions.PADDING, new ElkPadding(TITLE_HEIGHT, MARGIN, MARGIN, MARGIN));
        parts.put(name, part);
        return part;
    }

    private static ElkNode box(ElkNode parent, Node node) {
        ElkNode box = ElkGraphUtil.createNode(parent);
        size(box, VisibleText.of(node.name()), CHARACTER, BOX_HEIGHT);
        box.setWidth(box.getWidth() + 2 * MARGIN);
        // A box with many arrows grows, so that each has its place.
        box.setProperty(
                CoreOptions.NODE_SIZE_CONSTRAINTS, EnumSet.of(SizeConstraint.PORTS, SizeConstraint.MINIMUM_SIZE));
        box.setProperty(CoreOptions.NODE_SIZE_MINIMUM, new KVector(box.getWidth(), box.getHeight()));
        return box;
    }

    private static void size(ElkShape shape, String text, double character, double height) {
        shape.setDimensions(DisplayWidth.of(text) * character, height);
    }

    private Drawing drawing() {
        Map<String, Box> placedParts = new LinkedHashMap<>();
        parts.forEach((name, part) -> placedParts.put(name, placed(part, part.getParent())));
        Map<Node, Box> placedBoxes = new LinkedHashMap<>();
        boxes.forEach((node, box) -> placedBoxes.put(node, placed(box, box.getParent())));
        List<Arrow> placedArrows = new ArrayList<>();
        arrows.forEach((link, edge) -> placedArrows.add(arrow(link, edge)));
        return new Drawing(root.getWidth(), root.getHeight(), placedParts, placedBoxes, placedArrows);
    }

    private static Arrow arrow(Link link, ElkEdge edge) {
        List<Point> points = new ArrayList<>();
        for (ElkEdgeSection section : edge.getSections()) {
            points.add(point(section.getStartX(), section.getStartY(), edge.getContainingNode()));
            for (ElkBendPoint bend : section.getBendPoints()) {
                points.add(point(bend.getX(), bend.getY(), edge.getContainingNode()));
            }
            points.add(point(section.getEndX(), section.getEndY(), edge.getContainingNode()));
        }
        List<Label> labels = new ArrayList<>();
        for (ElkLabel label : edge.getLabels()) {
            labels.add(new Label(label.getText(), placed(label, edge.getContainingNode())));
        }
        return new Arrow(link, points, labels);
    }

    private static Box placed(ElkShape shape, ElkNode within) {
        return new Box(point(shape.getX(), shape.getY(), within), shape.getWidth(), shape.getHeight());
    }

    /** What is placed within a node is placed from that node's corner. */
    private static Point point(double x, double y, ElkNode within) {
        double left = x;
        double top = y;
        for (ElkNode node = within; node.getParent() != null; node = node.getParent()) {
            left += node.getX();
            top += node.getY();
        }
        return new Point(left, top);
    }
}
