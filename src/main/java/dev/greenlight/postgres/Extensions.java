package dev.greenlight.postgres;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What common extensions bring: those of PostgreSQL's own distribution as servers say (manual appendix F), and some
 * others as far as their documentation's commonest names. For an extension that is not here, anything may be there.
 */
public final class Extensions {
    private static final class Loaded {
        static final Map<String, Extension> EXTENSIONS = load();

        private static Map<String, Extension> load() {
            Map<String, Extension> extensions = new HashMap<>();
            for (String file : List.of("extensions.txt", "extensions-elsewhere.txt")) {
                ExtensionReader reader = new ExtensionReader(extension -> extensions.put(extension.name(), extension));
                DataFile.rows(file).forEach(row -> reader.read(Arrays.asList(row)));
                reader.finish();
            }
            return extensions;
        }
    }

    private Extensions() {}

    /** Those that bring a type of this name, sorted by name. */
    public static List<Extension> withType(String type) {
        return Loaded.EXTENSIONS.values().stream()
                .filter(extension -> extension.types().contains(type))
                .sorted(Comparator.comparing(Extension::name))
                .toList();
    }

    /** Those that bring a function of this name, sorted by name. */
    public static List<Extension> withFunction(String function) {
        return Loaded.EXTENSIONS.values().stream()
                .filter(extension -> extension.functions().containsKey(function))
                .sorted(Comparator.comparing(Extension::name))
                .toList();
    }

    public static Optional<Extension> find(String name) {
        return Optional.ofNullable(Loaded.EXTENSIONS.get(name));
    }
}
