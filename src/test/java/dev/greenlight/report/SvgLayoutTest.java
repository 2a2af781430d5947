package dev.greenlight.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlight.graph.map.DependencyMap;
import dev.greenlight.graph.map.Node;
import dev.greenlight.lint.DependencyMaps;
import dev.greenlight.lint.LintRequest;
import dev.greenlight.source.MemoryTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SvgLayoutTest {
    /** With 30 the arrows have words at them, with 200 the map has parts. */
    @ParameterizedTest
    @CsvSource({"30, MIGRATION", "30, OBJECT", "200, MIGRATION", "200, OBJECT"})
    void nothing_lies_on_anything_else(int migrations, DependencyMaps.Level level) {
        DependencyMap map = DependencyMaps.of(request(migrations), level, 1)
                .map()
                .reduced()
                .connected()
                .parted();

        SvgLayout.Drawing drawing = SvgLayout.of(map);

        assertThat(drawing.boxes()).hasSameSizeAs(map.nodes());
        assertThat(drawing.arrows()).hasSameSizeAs(map.links());
        List<SvgLayout.Box> taken = new ArrayList<>(drawing.boxes().values());
        drawing.arrows().forEach(arrow -> arrow.labels().forEach(label -> taken.add(label.box())));
        for (int i = 0; i < taken.size(); i++) {
            for (int j = 0; j < i; j++) {
                assertThat(overlap(taken.get(i), taken.get(j))).isFalse();
            }
        }
        drawing.boxes()
                .values()
                .forEach(box -> assertThat(isWithin(box, drawing)).isTrue());
        drawing.boxes()
                .forEach((node, box) ->
                        assertThat(isInItsPart(node, box, drawing)).isTrue());
    }

    private static boolean overlap(SvgLayout.Box one, SvgLayout.Box other) {
        return one.corner().x() < other.corner().x() + other.width()
                && other.corner().x() < one.corner().x() + one.width()
                && one.corner().y() < other.corner().y() + other.height()
                && other.corner().y() < one.corner().y() + one.height();
    }

    private static boolean isWithin(SvgLayout.Box box, SvgLayout.Drawing drawing) {
        return isWithin(box, new SvgLayout.Box(new SvgLayout.Point(0, 0), drawing.width(), drawing.height()));
    }

    private static boolean isWithin(SvgLayout.Box inner, SvgLayout.Box outer) {
        return inner.corner().x() >= outer.corner().x()
                && inner.corner().y() >= outer.corner().y()
                && inner.corner().x() + inner.width() <= outer.corner().x() + outer.width()
                && inner.corner().y() + inner.height() <= outer.corner().y() + outer.height();
    }

    private static boolean isInItsPart(Node node, SvgLayout.Box box, SvgLayout.Drawing drawing) {
        return drawing.parts().entrySet().stream()
                .allMatch(part -> part.getKey().equals(node.cluster()) == overlap(part.getValue(), box)
                        && (!part.getKey().equals(node.cluster()) || isWithin(box, part.getValue())));
    }

    /** Each third migration makes a table that refers to an earlier one; the others build on some table. */
    private static LintRequest request(int migrations) {
        Map<String, String> files = new TreeMap<>();
        for (int i = 0; i < migrations; i++) {
            int earlier = i * 7 % (i / 3 + 1);
            String sql = switch (i % 3) {
                case 0 ->
                    "CREATE TABLE t" + i / 3 + " (id bigint PRIMARY KEY"
                            + (i == 0 ? "" : ", other bigint REFERENCES t" + i * 5 % (i / 3)) + ");";
                case 1 -> "ALTER TABLE t" + earlier + " ADD COLUMN c" + i + " integer;";
                default -> "CREATE VIEW v" + i + " AS SELECT a.id FROM t" + earlier + " a, t" + i / 6 + " b;";
            };
            files.put(String.format("db/V%03d__step.sql", i + 1), sql);
        }
        return LintRequest.of(MemoryTree.of(files), List.of("db"));
    }
}
