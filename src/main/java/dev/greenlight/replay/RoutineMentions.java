package dev.greenlight.replay;

import dev.greenlight.catalog.Origin;
import dev.greenlight.catalog.Routine;
import dev.greenlight.postgres.QualifiedName;
import dev.greenlight.sql.RoutineStatement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The words in the text of each routine that a session makes: what a routine's code names has its words there. The
 * texts are read when something is asked, each once.
 */
final class RoutineMentions {
    private final List<Routine> unread = new ArrayList<>();
    private final Map<String, SortedSet<QualifiedName>> byWord = new HashMap<>();
    private final Map<Origin, List<String>> paths = new HashMap<>();

    /** Notes the routines that a step has made. */
    void note(Step step, Settings settings) {
        for (Operation operation : step.operations()) {
            if (operation instanceof ObjectOperation.CreateRoutine create) {
                note(create.routine(), settings);
            } else if (operation instanceof ObjectOperation.RenameRoutine rename) {
                unread.addAll(step.after().routines(rename.newName()));
            } else if (operation instanceof ObjectOperation.RenameSchema rename) {
                moved(rename.newName(), step);
            } else if (operation
                            instanceof
                            ObjectOperation.Describe(RoutineStatement.AlterRoutine alter, var relations, var span)
                    && alter.attributes().stream()
                            .flatMap(attribute -> attribute.value().stream())
                            .anyMatch(token -> token.isWord("search_path"))) {
                forgetPaths(alter.routine().name().name(), step);
            }
        }
    }

    /** Whether the session has made no routine that anything could break. */
    boolean isEmpty() {
        return unread.isEmpty() && byWord.isEmpty();
    }

    private void note(Routine routine, Settings settings) {
        if (routine.origin() != null) {
            unread.add(routine);
            paths.put(routine.origin(), path(settings));
        }
    }

    /** A session with no schema in its path, as a dump has, is not how anybody calls. */
    private static List<String> path(Settings settings) {
        boolean none = settings.searchPath().stream().allMatch(schema -> schema.isEmpty() || Schemas.isSystem(schema));
        return none ? settings.initial() : settings.searchPath();
    }

    private void moved(String schema, Step step) {
        step.after()
                .routines()
                .filter(routine -> routine.name().schema().equals(schema))
                .forEach(unread::add);
    }

    private void forgetPaths(String name, Step step) {
        step.before()
                .routines()
                .filter(routine -> routine.name().name().equals(name) && routine.origin() != null)
                .forEach(routine -> paths.remove(routine.origin()));
    }

    /** The search path of the session that made a routine; null where another one holds since. */
    @Nullable
    List<String> path(Routine routine) {
        return routine.origin() == null ? null : paths.get(routine.origin());
    }

    /** The names of routines whose text has all these names in it, be it in other words. */
    SortedSet<QualifiedName> naming(List<String> names) {
        read();
        SortedSet<QualifiedName> found = new TreeSet<>();
        boolean first = true;
        for (String word : words(String.join(" ", names))) {
            SortedSet<QualifiedName> having = byWord.getOrDefault(word, new TreeSet<>());
            if (first) {
                found.addAll(having);
            } else {
                found.retainAll(having);
            }
            first = false;
        }
        return found;
    }

    private void read() {
        for (Routine routine : unread) {
            words(routine)
                    .forEach(word ->
                            byWord.computeIfAbsent(word, key -> new TreeSet<>()).add(routine.name()));
        }
        unread.clear();
    }

    /** Those in the statement that made a routine, in lower case; none for what nothing made. */
    static Set<String> words(Routine routine) {
        Origin origin = routine.origin();
        return origin == null ? Set.of() : words(origin.file().text(origin.span()));
    }

    private static Set<String> words(String text) {
        Set<String> words = new HashSet<>();
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || !Character.isLetterOrDigit(text.charAt(i)) && text.charAt(i) != '_') {
                if (i > start) {
                    words.add(text.substring(start, i).toLowerCase(Locale.ROOT));
                }
                start = i + 1;
            }
        }
        return words;
    }
}
