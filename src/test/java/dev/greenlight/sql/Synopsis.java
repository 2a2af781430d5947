package dev.greenlight.sql;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A command's forms as the manual writes them: what stands in brackets may be left out, of what braces and bars part one
 * is taken, and {@code <name>} stands for another synopsis.
 */
final class Synopsis {
    private sealed interface Node {}

    private record Text(String text) implements Node {}

    private record Sequence(List<Node> parts) implements Node {}

    /** One of several; what may be left out has an empty sequence as its last alternative. */
    private record Choice(List<Node> alternatives, boolean optional) implements Node {}

    private record Reference(String name) implements Node {}

    /**
     * Two statements that take the same alternative.
     *
     * @param least with no more than it needs
     * @param most with all that may be left out
     */
    record Form(String least, String most) {}

    private final Map<String, Synopsis> others;
    private final List<String> words;
    private final Node root;
    private int position;

    /** @param others what the names in it stand for, by their names */
    Synopsis(String text, Map<String, Synopsis> others) {
        this.others = others;
        this.words = List.of(text.strip().split("\\s+"));
        this.root = alternatives(false);
    }

    private Node alternatives(boolean optional) {
        List<Node> alternatives = new ArrayList<>(List.of(sequence()));
        while (position < words.size() && words.get(position).equals("|")) {
            position++;
            alternatives.add(sequence());
        }
        if (optional) {
            alternatives.add(new Sequence(List.of()));
        }
        return alternatives.size() == 1 ? alternatives.getFirst() : new Choice(alternatives, optional);
    }

    private Node sequence() {
        List<Node> parts = new ArrayList<>();
        while (position < words.size() && !Set.of("|", "]", "}").contains(words.get(position))) {
            parts.add(part(words.get(position++)));
        }
        return new Sequence(parts);
    }

    private Node part(String word) {
        if (word.equals("[") || word.equals("{")) {
            Node inner = alternatives(word.equals("["));
            position++;
            return inner;
        }
        return word.matches("<\\w+>") ? new Reference(word) : new Text(word);
    }

    /** For each alternative in it statements that take it. */
    List<Form> forms() {
        List<Form> forms = new ArrayList<>(List.of(form(new IdentityHashMap<>())));
        collect(root, new IdentityHashMap<>(), new TreeSet<>(), forms);
        return forms;
    }

    private void collect(Node node, Map<Choice, Node> way, Set<String> seen, List<Form> forms) {
        switch (node) {
            case Text text -> {}
            case Sequence sequence -> sequence.parts().forEach(part -> collect(part, way, seen, forms));
            case Reference reference -> {
                if (seen.add(reference.name())) {
                    collect(resolved(reference), way, seen, forms);
                }
            }
            case Choice choice -> {
                for (Node alternative : choice.alternatives()) {
                    Map<Choice, Node> further = new IdentityHashMap<>(way);
                    further.put(choice, alternative);
                    forms.add(form(further));
                    collect(alternative, further, seen, forms);
                }
            }
        }
    }

    private Form form(Map<Choice, Node> way) {
        return new Form(written(root, way, false), written(root, way, true));
    }

    private String written(Node node, Map<Choice, Node> way, boolean most) {
        return switch (node) {
            case Text text -> text.text();
            case Sequence sequence ->
                sequence.parts().stream()
                        .map(part -> written(part, way, most))
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining(" "));
            case Reference reference -> written(resolved(reference), way, most);
            case Choice choice -> written(taken(choice, way, most), way, most);
        };
    }

    private static Node taken(Choice choice, Map<Choice, Node> way, boolean most) {
        Node usual = choice.optional() && !most
                ? choice.alternatives().getLast()
                : choice.alternatives().getFirst();
        return way.getOrDefault(choice, usual);
    }

    private Node resolved(Reference reference) {
        Synopsis other = others.get(reference.name());
        if (other == null) {
            throw new IllegalStateException("nothing is said of " + reference.name());
        }
        return other.root;
    }
}
