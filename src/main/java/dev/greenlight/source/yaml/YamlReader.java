package dev.greenlight.source.yaml;

import dev.greenlight.source.yaml.YamlValue.Items;
import dev.greenlight.source.yaml.YamlValue.Key;
import dev.greenlight.source.yaml.YamlValue.Keys;
import dev.greenlight.source.yaml.YamlValue.Scalar;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * Reads a text as YAML 1.2, of which JSON is a part. The only class that knows the YAML library, which is loaded only
 * where there is such a file. Anchors and aliases are not followed: a few of them can stand for more than there is
 * memory.
 */
public final class YamlReader {
    private static final Scalar NOTHING = new Scalar("", 1);
    private static final int DEEPEST = 50;

    private final List<YamlProblem> problems = new ArrayList<>();

    private YamlReader() {}

    public static YamlText read(String text) {
        YamlReader reader = new YamlReader();
        List<YamlValue> documents = reader.documents(text);
        return new YamlText(documents, reader.problems.stream().distinct().toList());
    }

    private List<YamlValue> documents(String text) {
        LoadSettings settings = LoadSettings.builder()
                .setCodePointLimit(Integer.MAX_VALUE)
                .setMaxAliasesForCollections(Integer.MAX_VALUE)
                .build();
        List<YamlValue> documents = new ArrayList<>();
        try {
            if (isTooDeep(new Parse(settings).parseString(text))) {
                return List.of();
            }
            for (Node document : new Compose(settings).composeAllFromString(text)) {
                documents.add(value(document).orElse(NOTHING));
            }
        } catch (MarkedYamlEngineException e) {
            problem(e.getProblemMark(), "not YAML: " + oneLine(e.getProblem()));
            return List.of();
        } catch (YamlEngineException e) {
            problem(Optional.empty(), "not YAML: " + oneLine(e.getMessage()));
            return List.of();
        }
        return documents.isEmpty() ? List.of(NOTHING) : documents;
    }

    /** The library reads what is within by calling itself. */
    private boolean isTooDeep(Iterable<Event> events) {
        int depth = 0;
        for (Event event : events) {
            depth += event instanceof CollectionStartEvent ? 1 : 0;
            depth -= event instanceof CollectionEndEvent ? 1 : 0;
            if (depth > DEEPEST) {
                problem(event.getStartMark(), "nested more than " + DEEPEST + " deep");
                return true;
            }
        }
        return false;
    }

    /** None of what is left out. */
    private Optional<YamlValue> value(Node node) {
        int line = line(node.getStartMark());
        if (node.getAnchor().isPresent()) {
            problems.add(new YamlProblem(
                    line, "anchors (&) and aliases (*) are not followed: write the value where it belongs"));
            return Optional.empty();
        }
        return switch (node) {
            case MappingNode mapping -> Optional.of(new Keys(keys(mapping), line));
            case SequenceNode sequence -> Optional.of(new Items(items(sequence), line));
            case ScalarNode scalar ->
                Optional.of(new Scalar(scalar.getTag().equals(Tag.NULL) ? "" : scalar.getValue(), line));
            default -> Optional.empty();
        };
    }

    private List<YamlValue> items(SequenceNode sequence) {
        return sequence.getValue().stream().flatMap(item -> value(item).stream()).toList();
    }

    private List<Key> keys(MappingNode mapping) {
        List<Key> keys = new ArrayList<>();
        Map<String, Integer> lines = new HashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            Optional<Scalar> name = name(tuple.getKeyNode());
            name.filter(word -> isFirst(word, lines))
                    .ifPresent(word -> value(tuple.getValueNode())
                            .ifPresent(value -> keys.add(new Key(word.text(), word.line(), value))));
        }
        return keys;
    }

    private Optional<Scalar> name(Node key) {
        Optional<YamlValue> name = value(key);
        if (name.isPresent() && !(name.get() instanceof Scalar)) {
            problems.add(new YamlProblem(
                    name.get().line(),
                    "a key has to be a single word, not " + name.get().kind()));
        }
        return name.filter(Scalar.class::isInstance).map(Scalar.class::cast);
    }

    private boolean isFirst(Scalar name, Map<String, Integer> lines) {
        Integer before = lines.putIfAbsent(name.text(), name.line());
        if (before != null) {
            problems.add(new YamlProblem(name.line(), name.text() + " is already given in line " + before));
        }
        return before == null;
    }

    private void problem(Optional<Mark> mark, String message) {
        problems.add(new YamlProblem(line(mark), message));
    }

    private static int line(Optional<Mark> mark) {
        return mark.map(it -> it.getLine() + 1).orElse(1);
    }

    private static String oneLine(String message) {
        return message.lines().findFirst().orElse("").strip();
    }
}
