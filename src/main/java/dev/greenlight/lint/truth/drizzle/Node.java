package dev.greenlight.lint.truth.drizzle;

import dev.greenlight.catalog.Origin;
import dev.greenlight.source.SourceFile;
import dev.greenlight.source.yaml.YamlValue;
import dev.greenlight.source.yaml.YamlValue.Items;
import dev.greenlight.source.yaml.YamlValue.Key;
import dev.greenlight.source.yaml.YamlValue.Keys;
import dev.greenlight.source.yaml.YamlValue.Scalar;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A part of a snapshot. What is asked of it and is not there, or is something else, is nothing.
 *
 * @param name the key under which it stands; empty in a list
 * @param line where it begins, counted from 1
 */
record Node(SourceFile file, String name, int line, YamlValue value) {
    static Node of(SourceFile file, YamlValue value) {
        return new Node(file, "", value.line(), value);
    }

    Origin place() {
        return new Origin(file, file.lineSpan(line));
    }

    boolean has(String key) {
        return keys().anyMatch(each -> each.name().equals(key));
    }

    /** What stands under a key, in the order of the file. */
    Stream<Node> entries(String key) {
        return find(key).stream().flatMap(Node::entries);
    }

    private Stream<Node> entries() {
        return switch (value) {
            case Keys ignored -> keys().map(key -> new Node(file, key.name(), key.line(), key.value()));
            case Items items -> items.values().stream().map(item -> of(file, item));
            case Scalar ignored -> Stream.empty();
        };
    }

    Optional<Node> find(String key) {
        return keys().filter(each -> each.name().equals(key))
                .map(each -> new Node(file, each.name(), each.line(), each.value()))
                .findFirst();
    }

    private Stream<Key> keys() {
        return value instanceof Keys keys ? keys.keys().stream() : Stream.empty();
    }

    /** Its own text; empty where it is more than a text. */
    String text() {
        return value instanceof Scalar scalar ? scalar.text() : "";
    }

    /** The text under a key; none where it is empty or {@code null}. */
    Optional<String> text(String key) {
        return find(key).map(Node::text).filter(text -> !text.isEmpty());
    }

    String textOr(String key, String otherwise) {
        return text(key).orElse(otherwise);
    }

    boolean isTrue(String key) {
        return text(key).filter("true"::equals).isPresent();
    }

    List<String> texts(String key) {
        return entries(key).map(Node::text).toList();
    }
}
