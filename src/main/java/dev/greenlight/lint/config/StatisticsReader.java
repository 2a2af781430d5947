package dev.greenlight.lint.config;

import dev.greenlight.effect.TableSize;
import dev.greenlight.effect.TableSizes;
import dev.greenlight.postgres.QualifiedName;
import dev.greenlight.source.SourceFile;
import dev.greenlight.source.yaml.YamlReader;
import dev.greenlight.source.yaml.YamlText;
import dev.greenlight.source.yaml.YamlValue;
import dev.greenlight.source.yaml.YamlValue.Items;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Reads what a database says of the size of its tables: the JSON that the query in the README gives, a list of objects
 * with {@code schema}, {@code table}, {@code rows} and {@code bytes}, of which the last two may be null. Other fields
 * are passed over.
 */
public final class StatisticsReader {
    private final SourceFile file;
    private final Problems problems;

    private StatisticsReader(SourceFile file) {
        this.file = file;
        this.problems = new Problems(file.path());
    }

    /** @param problems in the order of lines; statistics with any are not to be used */
    public record Read(TableSizes sizes, List<ConfigurationProblem> problems) {
        public Read {
            problems = List.copyOf(problems);
        }
    }

    public static Read read(SourceFile file) {
        StatisticsReader reader = new StatisticsReader(file);
        TableSizes sizes = reader.sizes();
        return new Read(sizes, reader.problems.all());
    }

    private TableSizes sizes() {
        YamlText text = YamlReader.read(file.text());
        text.problems().forEach(problem -> problems.add(problem.line(), problem.message()));
        Optional<YamlValue> document = text.documents().stream().findFirst();
        if (document.isPresent()
                && document.get() instanceof Items items
                && problems.all().isEmpty()) {
            return new TableSizes(sizes(items));
        }
        if (problems.all().isEmpty()) {
            problems.add(1, "this has to be the list of tables that the query gives");
        }
        return TableSizes.UNKNOWN;
    }

    private Map<QualifiedName, TableSize> sizes(Items items) {
        Map<QualifiedName, TableSize> sizes = new LinkedHashMap<>();
        for (YamlValue item : items.values()) {
            Fields fields = Fields.of(file.path(), item, problems);
            Optional<Setting<String>> schema = fields.text("schema", "the schema's name");
            Optional<Setting<String>> table = fields.text("table", "the table's name");
            TableSize size = new TableSize(number(fields, "rows"), number(fields, "bytes"));
            if (schema.isPresent() && table.isPresent()) {
                sizes.put(new QualifiedName(schema.get().value(), table.get().value()), size);
            } else if (problems.all().isEmpty()) {
                problems.add(item.line(), "a table needs its schema and its name");
            }
        }
        return sizes;
    }

    private static OptionalLong number(Fields fields, String key) {
        return fields.value(key, StatisticsReader::number, "a number or null")
                .map(Setting::value)
                .orElse(OptionalLong.empty());
    }

    private static Optional<OptionalLong> number(String text) {
        return text.isEmpty() || text.equals("null")
                ? Optional.of(OptionalLong.empty())
                : Quantity.rows(text).map(OptionalLong::of);
    }
}
