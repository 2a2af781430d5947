package dev.greenlight.lint.config;

import dev.greenlight.rule.Nearest;
import dev.greenlight.source.yaml.YamlValue;
import dev.greenlight.source.yaml.YamlValue.Items;
import dev.greenlight.source.yaml.YamlValue.Key;
import dev.greenlight.source.yaml.YamlValue.Keys;
import dev.greenlight.source.yaml.YamlValue.Scalar;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The keys of one block, asked for by name. Values of the wrong shape are problems and count as not given; what nobody
 * has asked for in the end is a key that there is not.
 */
final class Fields {
    private final String path;
    private final int line;
    private final Problems problems;
    private final Map<String, Key> keys = new LinkedHashMap<>();
    private final Set<String> known = new TreeSet<>();

    private Fields(String path, int line, List<Key> keys, Problems problems) {
        this.path = path;
        this.line = line;
        this.problems = problems;
        keys.forEach(key -> this.keys.put(key.name(), key));
    }

    /** @param path of the file, as it is named */
    static Fields of(String path, YamlValue value, Problems problems) {
        return switch (value) {
            case Keys block -> new Fields(path, block.line(), block.keys(), problems);
            case Scalar scalar when scalar.text().isEmpty() -> new Fields(path, value.line(), List.of(), problems);
            case Scalar scalar -> expected("keys with values", scalar, path, problems);
            case Items items -> expected("keys with values", items, path, problems);
        };
    }

    private static Fields expected(String expected, YamlValue found, String path, Problems problems) {
        problems.add(found.line(), "here have to be " + expected + ", not " + found.kind());
        return new Fields(path, found.line(), List.of(), problems);
    }

    /** A single value, read by {@code reader}, which gives nothing for a wrong one. */
    <T> Optional<Setting<T>> value(String key, Function<String, Optional<T>> reader, String expected) {
        return value(key, reader, expected, List.of());
    }

    private <T> Optional<Setting<T>> value(
            String key, Function<String, Optional<T>> reader, String expected, Collection<String> words) {
        Optional<Key> found = key(key);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        if (!(found.get().value() instanceof Scalar scalar)) {
            wrong(found.get(), expected, found.get().value().kind());
            return Optional.empty();
        }
        Optional<T> value = reader.apply(scalar.text());
        if (value.isEmpty()) {
            String written = scalar.text().isEmpty() ? scalar.kind() : scalar.text();
            wrong(found.get(), expected, written + Nearest.question(scalar.text(), words));
        }
        return value.map(it -> new Setting<>(it, from(scalar.line())));
    }

    /** One of some words. */
    <T> Optional<Setting<T>> word(String key, Function<String, Optional<T>> reader, List<String> words) {
        return value(key, reader, Words.or(words), words);
    }

    Optional<Setting<String>> text(String key, String expected) {
        return value(key, text -> text.isBlank() ? Optional.empty() : Optional.of(text), expected);
    }

    /** A list of single values, or one. */
    Optional<Setting<List<String>>> texts(String key, String expected) {
        Optional<Key> found = key(key);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        List<String> texts = new ArrayList<>();
        for (YamlValue item : items(found.get().value())) {
            if (item instanceof Scalar scalar && !scalar.text().isBlank()) {
                texts.add(scalar.text());
            } else {
                problems.add(item.line(), key + " has to be " + expected + ", not " + item.kind());
            }
        }
        return Optional.of(new Setting<>(List.copyOf(texts), from(found.get().line())));
    }

    /** The blocks of a list. */
    Stream<YamlValue> blocks(String key, String expected) {
        Optional<Key> found = block(key);
        if (found.isPresent() && !(found.get().value() instanceof Items)) {
            wrong(found.get(), expected, found.get().value().kind());
            return Stream.empty();
        }
        return found.stream().flatMap(it -> items(it.value()).stream());
    }

    /** The keys of the block below a key. */
    Optional<Fields> within(String key) {
        return block(key).map(found -> of(path, found.value(), problems));
    }

    /** The block below a key, whatever its keys are called. */
    List<Key> free(String key, String expected) {
        Optional<Key> found = block(key);
        if (found.isPresent() && found.get().value() instanceof Keys block) {
            return block.keys();
        }
        found.ifPresent(it -> wrong(it, expected, it.value().kind()));
        return List.of();
    }

    /** Says of each key that is left that there is none of that name. */
    void end() {
        for (Key key : keys.values()) {
            if (!known.contains(key.name())) {
                String nearest = Nearest.question(key.name(), known);
                String hint = nearest.isEmpty() ? "; known are " + String.join(", ", known) : nearest;
                problems.add(key.line(), "there is no key " + key.name() + hint);
            }
        }
    }

    String from(int line) {
        return path + ":" + line;
    }

    /** Where the block begins. */
    int line() {
        return line;
    }

    boolean has(String name) {
        return keys.containsKey(name);
    }

    private Optional<Key> key(String name) {
        known.add(name);
        return Optional.ofNullable(keys.get(name));
    }

    /** A key with something below it: all of that may be commented out. */
    private Optional<Key> block(String name) {
        return key(name)
                .filter(key ->
                        !(key.value() instanceof Scalar scalar && scalar.text().isEmpty()));
    }

    private static List<YamlValue> items(YamlValue value) {
        return value instanceof Items items ? items.values() : List.of(value);
    }

    private void wrong(Key key, String expected, String found) {
        problems.add(key.value().line(), key.name() + " has to be " + expected + ", not " + found);
    }
}
