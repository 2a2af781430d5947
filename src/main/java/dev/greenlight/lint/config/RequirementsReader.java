package dev.greenlight.lint.config;

import dev.greenlight.lint.check.Requirements;
import dev.greenlight.source.yaml.YamlValue.Items;
import dev.greenlight.source.yaml.YamlValue.Key;
import dev.greenlight.source.yaml.YamlValue.Keys;
import dev.greenlight.source.yaml.YamlValue.Scalar;
import java.util.List;
import java.util.Optional;

/** Reads what a configuration says that the application needs of the schema: {@code require}. */
final class RequirementsReader {
    private static final String COLUMNS = "a column or a list of columns";

    private final String path;
    private final Problems problems;

    RequirementsReader(String path, Problems problems) {
        this.path = path;
        this.problems = problems;
    }

    Optional<Requirements> read(Fields fields) {
        return fields.within("require").map(this::requirements);
    }

    private Requirements requirements(Fields require) {
        List<Key> keys = require.free("tables", "tables, each with its columns");
        Optional<Fields> tables = require.within("tables").filter(block -> !keys.isEmpty());
        require.end();
        return new Requirements(keys.stream()
                .flatMap(key -> tables.stream().map(block -> table(block, key)))
                .toList());
    }

    private Requirements.Table table(Fields tables, Key key) {
        return switch (key.value()) {
            case Keys block -> table(tables, key, Fields.of(path, block, problems));
            case Scalar scalar when scalar.text().isEmpty() -> table(tables, key, List.of(), List.of());
            case Scalar ignored -> table(tables, key, columns(tables, key.name()), List.of());
            case Items ignored -> table(tables, key, columns(tables, key.name()), List.of());
        };
    }

    private static Requirements.Table table(Fields tables, Key key, Fields columns) {
        Requirements.Table table = table(tables, key, columns(columns, "required"), columns(columns, "optional"));
        columns.end();
        return table;
    }

    private static Requirements.Table table(Fields tables, Key key, List<String> required, List<String> optional) {
        return new Requirements.Table(key.name(), tables.from(key.line()), required, optional);
    }

    private static List<String> columns(Fields fields, String key) {
        return fields.texts(key, COLUMNS).map(Setting::value).orElse(List.of());
    }
}
