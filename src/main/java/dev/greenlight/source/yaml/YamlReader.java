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
import java.util.Set;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * Reads a text as YAML 1.2, of which JSON is a part. The only class that knows the YAML library, which is loaded only
 * where there is such a file. Anchors, aliases and what is merged by them are not followed: a few of them can stand for
 * more than there is memory.
 */
public final class YamlReader {
    private static final Scalar NOTHING = new Scalar("", 1);
    private static final Set<String> NULL = Set.of("~", "null", "Null", "NULL");
    private static final int DEEPEST = 50;

    private final List<YamlProblem> problems = new ArrayList<>();

    private YamlReader() {}

    public static YamlText read(String text) {
        YamlReader reader = new YamlReader();
        List<YamlValue> documents = reader.documents(text);
        return new YamlText(documents, reader.problems.stream().distinct().toList());
    }

    private List<YamlValue> documents(String text) {
        List<YamlValue> documents = new ArrayList<>();
        for (Node document : nodes(text)) {
            documents.add(value(document).orElse(NOTHING));
        }
        return documents;
    }

    /** One for each document; none if the text is no YAML. */
    private List<Node> nodes(String text) {
        LoadSettings settings = settings();
        List<Node> nodes = new ArrayList<>();
        try {
            if (isTooDeep(new Parse(settings).parseString(text))) {
                return List.of();
            }
            new Compose(settings).composeAllFromString(text).forEach(nodes::add);
        } catch (MarkedYamlEngineException e) {
            return notYaml(line(e.getProblemMark()), e.getProblem());
        } catch (ReaderException e) {
            return notYaml(line(text, e.getPosition()), e.getMessage());
        } catch (YamlEngineException e) {
            return notYaml(1, e.getMessage());
        } catch (IllegalArgumentException e) {
            return notYaml(1, "somewhere a character is escaped wrongly");
        }
        return nodes.isEmpty() ? List.of(new ScalarNode(Tag.NULL, "", ScalarStyle.PLAIN)) : nodes;
    }

    /** Values as words are written; how large a file may be is for others to say. */
    private static LoadSettings settings() {
        return LoadSettings.builder()
                .setAllowNonScalarKeys(true)
                .setCodePointLimit(Integer.MAX_VALUE)
                .setMaxAliasesForCollections(Integer.MAX_VALUE)
                .build();
    }

    private List<Node> notYaml(int line, String message) {
        problems.add(new YamlProblem(
                line, "not YAML: " + message.lines().findFirst().orElse("").strip()));
        return List.of();
    }

    /** The library reads what is within by calling itself. */
    private boolean isTooDeep(Iterable<Event> events) {
        int depth = 0;
        for (Event event : events) {
            depth += event instanceof CollectionStartEvent ? 1 : 0;
            depth -= event instanceof CollectionEndEvent ? 1 : 0;
            if (depth > DEEPEST) {
                problems.add(new YamlProblem(line(event.getStartMark()), "nested more than " + DEEPEST + " deep"));
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
            case ScalarNode scalar -> Optional.of(new Scalar(text(scalar), line));
            default -> Optional.empty();
        };
    }

    private static String text(ScalarNode scalar) {
        boolean nothing = scalar.getScalarStyle() == ScalarStyle.PLAIN && NULL.contains(scalar.getValue());
        return nothing ? "" : scalar.getValue();
    }

    private List<YamlValue> items(SequenceNode sequence) {
        return sequence.getValue().stream()
                .flatMap(item -> value(item).stream())
                .toList();
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

    private static int line(Optional<Mark> mark) {
        return mark.map(it -> it.getLine() + 1).orElse(1);
    }

    /** @param position counted in code points */
    private static int line(String text, int position) {
        return 1
                + (int) text.codePoints().limit(position).filter(c -> c == '\n').count();
    }
}
