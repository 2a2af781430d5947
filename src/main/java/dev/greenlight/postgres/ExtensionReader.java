package dev.greenlight.postgres;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Puts extensions together from lines: one that names it, then one or more for each kind of member. */
final class ExtensionReader {
    private final Consumer<Extension> found;
    private final Map<String, Set<String>> members = new HashMap<>();
    private final Map<String, Volatility> functions = new HashMap<>();
    private List<String> header = List.of();

    ExtensionReader(Consumer<Extension> found) {
        this.found = found;
    }

    void read(List<String> row) {
        List<String> names = row.subList(1, row.size());
        switch (row.getFirst()) {
            case "extension" -> begin(names);
            case "immutable" -> functions(names, Volatility.IMMUTABLE);
            case "stable" -> functions(names, Volatility.STABLE);
            case "volatile" -> functions(names, Volatility.VOLATILE);
            default ->
                members.computeIfAbsent(row.getFirst(), absent -> new HashSet<>())
                        .addAll(names);
        }
    }

    void finish() {
        if (!header.isEmpty()) {
            found.accept(extension());
        }
        members.clear();
        functions.clear();
    }

    private void begin(List<String> newHeader) {
        finish();
        header = newHeader;
    }

    private void functions(List<String> names, Volatility volatility) {
        names.forEach(name -> functions.merge(name, volatility, Volatility::and));
    }

    /** The header is {@code NAME [trusted] [schema NAME] [requires NAME …]}. */
    private Extension extension() {
        int requires = header.indexOf("requires");
        return new Extension(
                header.getFirst(),
                header.contains("trusted"),
                schema(),
                requires < 0 ? Set.of() : Set.copyOf(header.subList(requires + 1, header.size())),
                names("types"),
                functions,
                names("relations"),
                names("operator-classes"));
    }

    private @Nullable String schema() {
        int schema = header.indexOf("schema");
        return schema < 0 ? null : header.get(schema + 1);
    }

    private Set<String> names(String kind) {
        return members.getOrDefault(kind, Set.of());
    }
}
