package dev.greenlight.migration;

import dev.greenlight.source.yaml.YamlProblem;
import dev.greenlight.source.yaml.YamlReader;
import dev.greenlight.source.yaml.YamlText;
import dev.greenlight.source.yaml.YamlValue;
import dev.greenlight.source.yaml.YamlValue.Items;
import dev.greenlight.source.yaml.YamlValue.Keys;
import dev.greenlight.source.yaml.YamlValue.Scalar;
import java.util.List;
import java.util.stream.Stream;

/** Reads a changelog in YAML or JSON: Liquibase, too, has one reader for both (its JsonChangeLogParser). */
final class YamlChangelog {
    private YamlChangelog() {}

    static ChangelogText read(String text) {
        YamlText yaml = YamlReader.read(text);
        return new ChangelogText(
                yaml.documents().stream()
                        .flatMap(YamlChangelog::nodes)
                        .filter(node -> node.name().equals(ChangelogNode.ROOT))
                        .findFirst(),
                yaml.problems().stream().map(YamlProblem::toString).findFirst());
    }

    /** What is in a list belongs to what the list belongs to. */
    private static Stream<ChangelogNode> nodes(YamlValue value) {
        return switch (value) {
            case Scalar scalar -> Stream.empty();
            case Items items -> items.values().stream().flatMap(YamlChangelog::nodes);
            case Keys keys -> keys.keys().stream().map(key -> node(key.name(), key.value()));
        };
    }

    private static ChangelogNode node(String name, YamlValue value) {
        return value instanceof Scalar scalar
                ? new ChangelogNode(name, scalar.text(), List.of())
                : new ChangelogNode(name, "", nodes(value).toList());
    }
}
