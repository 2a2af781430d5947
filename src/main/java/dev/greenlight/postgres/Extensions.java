package dev.greenlight.postgres;

import java.util.Arrays;
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

    public static Optional<Extension> find(String name) {
        return Optional.ofNullable(Loaded.EXTENSIONS.get(name));
    }
}
