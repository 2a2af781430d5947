package dev.greenlight.source.yaml;

import java.util.List;

/** A value of a YAML document as far as people write settings: words, lists and keys, each with its line. */
public sealed interface YamlValue {
    /** Where it begins, counted from 1. */
    int line();

    /** What it is, as a message names it. */
    String kind();

    /** A word or number as written; {@code ~} and nothing at all are the empty text. */
    record Scalar(String text, int line) implements YamlValue {
        @Override
        public String kind() {
            return text.isEmpty() ? "nothing" : "a single value";
        }
    }

    record Items(List<YamlValue> values, int line) implements YamlValue {
        public Items {
            values = List.copyOf(values);
        }

        @Override
        public String kind() {
            return "a list";
        }
    }

    /** In the order of the file. */
    record Keys(List<Key> keys, int line) implements YamlValue {
        public Keys {
            keys = List.copyOf(keys);
        }

        @Override
        public String kind() {
            return "keys with values";
        }
    }

    record Key(String name, int line, YamlValue value) {}
}
