package dev.greenlight.lint.config;

import dev.greenlight.lint.config.YamlValue.Items;
import dev.greenlight.lint.config.YamlValue.Key;
import dev.greenlight.lint.config.YamlValue.Keys;
import dev.greenlight.lint.config.YamlValue.Scalar;
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

/** Reads a text as YAML. The only class that knows the YAML library, which is loaded only where there is a file. */
final class YamlText {
    private static final Scalar NOTHING = new Scalar("", 1);
    private static final int DEEPEST = 20;

    private final Problems problems;

    private YamlText(Problems problems) {
        this.problems = problems;
    }

    /** What the text holds; none if it is no YAML, which is then among the problems. */
    static Optional<YamlValue> read(String text, Problems problems) {
        return new YamlText(problems).read(text);
    }

    private Optional<YamlValue> read(String text) {
        LoadSettings settings = LoadSettings.builder().build();
        try {
            if (isTooDeep(new Parse(settings).parseString(text))) {
                return Optional.empty();
            }
            return Optional.of(new Compose(settings)
                    .composeString(text)
                    .<YamlValue>map(this::value)
                    .orElse(NOTHING));
        } catch (MarkedYamlEngineException e) {
            problems.add(e.getProblemMark().map(YamlText::line).orElse(1), "not YAML: " + oneLine(e.getProblem()));
        } catch (YamlEngineException e) {
            problems.add(1, "not YAML: " + oneLine(e.getMessage()));
        }
        return Optional.empty();
    }

    /** The library reads what is within by calling itself. */
    private boolean isTooDeep(Iterable<Event> events) {
        int depth = 0;
        for (Event event : events) {
            depth += event instanceof CollectionStartEvent ? 1 : 0;
            depth -= event instanceof CollectionEndEvent ? 1 : 0;
            if (depth > DEEPEST) {
                problems.add(
                        event.getStartMark().map(YamlText::line).orElse(1), "nested more than " + DEEPEST + " deep");
                return true;
            }
        }
        return false;
    }

    private static String oneLine(String message) {
        return message.lines().findFirst().orElse("").strip();
    }

    private YamlValue value(Node node) {
        int line = node.getStartMark().map(YamlText::line).orElse(1);
        if (node.getAnchor().isPresent()) {
            problems.add(line, "anchors (&) and aliases (*) are not used here: write the value again");
            return new Scalar("", line);
        }
        return switch (node) {
            case MappingNode mapping -> new Keys(keys(mapping), line);
            case SequenceNode sequence ->
                new Items(sequence.getValue().stream().map(this::value).toList(), line);
            case ScalarNode scalar -> new Scalar(scalar.getTag().equals(Tag.NULL) ? "" : scalar.getValue(), line);
            default -> new Scalar("", line);
        };
    }

    private List<Key> keys(MappingNode mapping) {
        List<Key> keys = new ArrayList<>();
        Map<String, Integer> lines = new HashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            YamlValue name = value(tuple.getKeyNode());
            if (!(name instanceof Scalar word)) {
                problems.add(name.line(), "a key has to be a single word, not " + name.kind());
                continue;
            }
            Integer before = lines.putIfAbsent(word.text(), word.line());
            if (before == null) {
                keys.add(new Key(word.text(), word.line(), value(tuple.getValueNode())));
            } else {
                problems.add(word.line(), word.text() + " is already given in line " + before);
            }
        }
        return keys;
    }

    private static int line(Mark mark) {
        return mark.getLine() + 1;
    }
}
