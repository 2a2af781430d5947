package dev.greenlight.postgres;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What common extensions bring: those of PostgreSQL's own distribution as servers say (manual appendix F), and some
 * others as far as their documentation's commonest names. For an extension that is not here, anything may be there.
 */
public final class Extensions {
    private static final class Loaded {
        static final NavigableMap<String, Extension> EXTENSIONS = load();
        static final Map<String, List<Extension>> BY_FUNCTION = byFunction();

        private static NavigableMap<String, Extension> load() {
            NavigableMap<String, Extension> extensions = new TreeMap<>();
            for (String file : List.of("extensions.txt", "extensions-elsewhere.txt")) {
                ExtensionReader reader = new ExtensionReader();
                for (String line : DataFile.lines(file)) {
                    reader.read(line, extensions);
                }
                reader.finish(extensions);
            }
            return Collections.unmodifiableNavigableMap(extensions);
        }

        /** Each call that is read asks for its name. */
        private static Map<String, List<Extension>> byFunction() {
            Map<String, List<Extension>> extensions = new HashMap<>();
            for (Extension extension : EXTENSIONS.values()) {
                for (String function : extension.functions().keySet()) {
                    extensions
                            .computeIfAbsent(function, key -> new ArrayList<>())
                            .add(extension);
                }
            }
            return Collections.unmodifiableMap(extensions);
        }
    }

    private Extensions() {}

    public static Optional<Extension> find(String name) {
        return Optional.ofNullable(Loaded.EXTENSIONS.get(name));
    }

    /** Those that bring a type of this name, sorted by name. */
    public static List<Extension> withType(String type) {
        List<Extension> found = new ArrayList<>();
        for (Extension extension : Loaded.EXTENSIONS.values()) {
            if (extension.types().contains(type)) {
                found.add(extension);
            }
        }
        return found;
    }

    /** Those that bring a function of this name, sorted by name. */
    public static List<Extension> withFunction(String function) {
        return Collections.unmodifiableList(Loaded.BY_FUNCTION.getOrDefault(function, List.of()));
    }

    /** Those that bring an operator class of this name, sorted by name. */
    public static List<Extension> withOperatorClass(String operatorClass) {
        return Loaded.EXTENSIONS.values().stream()
                .filter(extension -> extension.operatorClasses().contains(operatorClass))
                .toList();
    }
}
