package dev.greenlight.lint.config;

import dev.greenlight.lint.Threshold;
import dev.greenlight.migration.Histories;
import dev.greenlight.migration.TransactionMode;
import dev.greenlight.postgres.PostgresVersion;
import dev.greenlight.replay.ReplayOptions.Openness;
import dev.greenlight.source.SourceFile;
import dev.greenlight.source.yaml.YamlReader;
import dev.greenlight.source.yaml.YamlText;
import dev.greenlight.source.yaml.YamlValue;
import dev.greenlight.source.yaml.YamlValue.Key;
import dev.greenlight.source.yaml.YamlValue.Scalar;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads a configuration, or says all that is wrong with it. The one place that knows its keys. */
public final class ConfigurationReader {
    private static final String FILE_LIST = "a file or a list of files";

    private final SourceFile file;
    private final ConfigurationFolder folder;
    private final Problems problems;

    private ConfigurationReader(SourceFile file) {
        this.file = file;
        this.folder = ConfigurationFolder.of(file.path());
        this.problems = new Problems(file.path());
    }

    /**
     * @param configuration what could be read of it
     * @param problems in the order of lines; a configuration with any is not to be used
     */
    public record Read(Configuration configuration, List<ConfigurationProblem> problems) {
        public Read {
            problems = List.copyOf(problems);
        }
    }

    public static Read read(SourceFile file) {
        ConfigurationReader reader = new ConfigurationReader(file);
        Configuration configuration =
                reader.document().map(reader::configuration).orElse(Configuration.NONE);
        return new Read(configuration, reader.problems.all());
    }

    private Optional<YamlValue> document() {
        YamlText text = YamlReader.read(file.text());
        text.problems().forEach(problem -> problems.add(problem.line(), problem.message()));
        text.documents().stream()
                .skip(1)
                .forEach(other -> problems.add(other.line(), "a second document (---) is not read: write all in one"));
        return text.documents().stream().findFirst();
    }

    private Configuration configuration(YamlValue document) {
        Fields fields = Fields.of(file.path(), document, problems);
        RuleChoicesReader rules = new RuleChoicesReader(file.path(), problems);
        Configuration configuration = new Configuration(
                Optional.of(file.path()),
                fields.value(
                        "postgres-version",
                        PostgresVersion::parse,
                        "a major version, " + PostgresVersion.OLDEST + " to " + PostgresVersion.NEWEST),
                fields.value("timezone", ConfigurationReader::zone, "a zone such as Europe/Berlin"),
                searchPath(fields),
                fields.word("fail-on", Threshold::find, Threshold.ids()),
                openness(fields),
                files(fields, "baseline-schema"),
                fields.value("baseline", this::path, "a file"),
                fields.value("stats", this::path, "a file"),
                new TableSizesReader(file.path(), problems).read(fields),
                histories(fields),
                rules.read(fields),
                new RequirementsReader(file.path(), problems).read(fields));
        fields.end();
        return configuration;
    }

    private List<ConfiguredHistory> histories(Fields fields) {
        return fields.blocks("histories", "a list of folders, each with what is known of it")
                .map(block -> Fields.of(file.path(), block, problems))
                .flatMap(block -> history(block).stream())
                .toList();
    }

    private Optional<ConfiguredHistory> history(Fields fields) {
        Optional<Setting<String>> path = fields.value("folder", this::path, "a folder");
        ConfiguredHistory history = new ConfiguredHistory(
                path.orElse(Setting.byDefault("")),
                fields.word("layout", ConfigurationReader::layout, Histories.layouts()),
                fields.word("transaction", ConfigurationReader::mode, modes()),
                placeholders(fields),
                files(fields, "baseline-schema"),
                openness(fields),
                searchPath(fields));
        fields.end();
        if (path.isEmpty() && !fields.has("folder")) {
            problems.add(fields.line(), "a history needs its folder");
        }
        return path.map(given -> history);
    }

    private static Optional<Setting<Openness>> openness(Fields fields) {
        return fields.word("history", ConfigurationReader::openness, List.of("open", "closed"));
    }

    private static Optional<Setting<List<String>>> searchPath(Fields fields) {
        return fields.texts("default-search-path", "a schema or a list of schemas");
    }

    private Optional<Setting<List<String>>> files(Fields fields, String key) {
        return fields.texts(key, FILE_LIST)
                .map(setting -> new Setting<>(
                        setting.value().stream()
                                .flatMap(path -> path(path).stream())
                                .toList(),
                        setting.from()));
    }

    private Map<String, Setting<String>> placeholders(Fields fields) {
        Map<String, Setting<String>> values = new LinkedHashMap<>();
        for (Key key : fields.free("placeholders", "names with their values")) {
            if (key.value() instanceof Scalar scalar) {
                values.put(key.name(), new Setting<>(scalar.text(), fields.from(scalar.line())));
            } else {
                problems.add(key.line(), "the placeholder " + key.name() + " has to have a single value");
            }
        }
        return values;
    }

    private Optional<String> path(String written) {
        return written.isBlank() || !ConfigurationFolder.isPath(written)
                ? Optional.empty()
                : Optional.of(folder.fromWorkingDirectory(written));
    }

    private static Optional<ZoneId> zone(String text) {
        return ZoneId.getAvailableZoneIds().contains(text) ? Optional.of(ZoneId.of(text)) : Optional.empty();
    }

    private static Optional<String> layout(String text) {
        return Histories.layouts().contains(text) ? Optional.of(text) : Optional.empty();
    }

    private static Optional<Openness> openness(String text) {
        return switch (text) {
            case "open" -> Optional.of(Openness.OPEN);
            case "closed" -> Optional.of(Openness.CLOSED);
            default -> Optional.empty();
        };
    }

    private static Optional<TransactionMode> mode(String text) {
        return Arrays.stream(TransactionMode.values())
                .filter(mode -> id(mode).equals(text))
                .findFirst();
    }

    private static List<String> modes() {
        List<String> modes = new ArrayList<>();
        Arrays.stream(TransactionMode.values()).map(ConfigurationReader::id).forEach(modes::add);
        return modes;
    }

    private static String id(TransactionMode mode) {
        return mode.name().toLowerCase(Locale.ROOT);
    }
}
