package dev.greenlight.sql.plpgsql;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The blocks and loops that are open, with their labels and variables (pl_funcs.c, plpgsql_ns_lookup). */
final class Scope {
    /** What a label stands before. */
    enum Kind {
        BLOCK,
        LOOP,
        /** A cursor, whose parameters have a scope of their own. */
        CURSOR
    }

    private record Level(@Nullable String label, Kind kind, Map<String, Variable> variables) {}

    /** A variable and how many words of a name name it: what follows is a field of it. */
    record Found(Variable variable, int words) {}

    private final List<Level> levels = new ArrayList<>();

    void open(@Nullable String label, Kind kind) {
        levels.add(new Level(label, kind, new HashMap<>()));
    }

    void close() {
        levels.removeLast();
    }

    void declare(String name, Variable variable) {
        levels.getLast().variables().put(name, variable);
    }

    /** Whether the innermost block has a variable of this name. */
    boolean isDeclaredHere(String name) {
        return levels.getLast().variables().containsKey(name);
    }

    /** The variable that a name of one to three words means: with its block's label before it, or fields behind it. */
    Optional<Found> find(List<String> words) {
        for (Level level : levels.reversed()) {
            Optional<Found> found = find(level, words);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static Optional<Found> find(Level level, List<String> words) {
        Variable first = level.variables().get(words.getFirst());
        if (first != null && (words.size() == 1 || !first.isScalar())) {
            return Optional.of(new Found(first, 1));
        }
        if (words.size() > 1 && words.getFirst().equals(level.label())) {
            Variable second = level.variables().get(words.get(1));
            if (second != null && (words.size() == 2 || !second.isScalar())) {
                return Optional.of(new Found(second, 2));
            }
        }
        return Optional.empty();
    }

    /** What the label stands before that encloses this place, if one does. */
    Optional<Kind> labelled(String label) {
        return levels.reversed().stream()
                .filter(level -> label.equals(level.label()))
                .map(Level::kind)
                .findFirst();
    }

    boolean isInLoop() {
        return levels.stream().anyMatch(level -> level.kind() == Kind.LOOP);
    }
}
