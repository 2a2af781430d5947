package dev.greenlight.lint.config;

import dev.greenlight.effect.TableSize;
import dev.greenlight.effect.TableSizes;
import dev.greenlight.postgres.QualifiedName;
import dev.greenlight.source.yaml.YamlValue.Items;
import dev.greenlight.source.yaml.YamlValue.Key;
import dev.greenlight.source.yaml.YamlValue.Keys;
import dev.greenlight.source.yaml.YamlValue.Scalar;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Reads what a configuration says about the size of tables: {@code tables}. */
final class TableSizesReader {
    private static final String ROWS = "a number of rows such as 80M, or rows: and size: with their values";

    private final String path;
    private final Problems problems;

    TableSizesReader(String path, Problems problems) {
        this.path = path;
        this.problems = problems;
    }

    Optional<TableSizes> read(Fields fields) {
        List<Key> keys = fields.free("tables", "tables, each with its size");
        Map<QualifiedName, TableSize> sizes = new LinkedHashMap<>();
        for (Key key : keys) {
            size(key).ifPresent(size -> sizes.put(name(key.name()), size));
        }
        return keys.isEmpty() ? Optional.empty() : Optional.of(new TableSizes(sizes));
    }

    /** As in the catalog, without quotes; one without a schema is meant in whatever schema it is. */
    private static QualifiedName name(String written) {
        int dot = written.indexOf('.');
        return dot < 0
                ? new QualifiedName("", written)
                : new QualifiedName(written.substring(0, dot), written.substring(dot + 1));
    }

    private Optional<TableSize> size(Key key) {
        return switch (key.value()) {
            case Scalar scalar -> rows(key, scalar);
            case Keys block -> Optional.of(size(Fields.of(path, block, problems)));
            case Items items -> {
                wrong(key, items.kind());
                yield Optional.empty();
            }
        };
    }

    private Optional<TableSize> rows(Key key, Scalar scalar) {
        Optional<Long> rows = Quantity.rows(scalar.text());
        if (rows.isEmpty()) {
            wrong(key, scalar.text().isEmpty() ? scalar.kind() : scalar.text());
        }
        return rows.map(number -> new TableSize(OptionalLong.of(number), OptionalLong.empty()));
    }

    private TableSize size(Fields fields) {
        Optional<Setting<Long>> rows = fields.value("rows", Quantity::rows, "a number of rows such as 80M");
        Optional<Setting<Long>> bytes = fields.value("size", Quantity::bytes, "a number of bytes such as 12 GB");
        fields.end();
        return new TableSize(number(rows), number(bytes));
    }

    private static OptionalLong number(Optional<Setting<Long>> setting) {
        return setting.map(value -> OptionalLong.of(value.value())).orElse(OptionalLong.empty());
    }

    private void wrong(Key key, String found) {
        problems.add(key.value().line(), key.name() + " has to be " + ROWS + ", not " + found);
    }
}
