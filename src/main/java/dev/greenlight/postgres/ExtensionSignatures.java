package dev.greenlight.postgres;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * How the types, functions, operators and casts are used that the extensions of PostgreSQL's distribution bring (manual
 * appendix F). Of others it knows nothing.
 *
 * @param types name to what is known of a type
 * @param functions their lines by name
 * @param operators their lines by name
 * @param casts their lines by both types, as they are written there
 */
public record ExtensionSignatures(
        Map<String, BuiltInType> types,
        Map<String, List<String>> functions,
        Map<String, List<String>> operators,
        Map<String, String> casts) {
    private static final class Loaded {
        static final Map<String, ExtensionSignatures> EXTENSIONS = load();
    }

    private static Map<String, ExtensionSignatures> load() {
        Map<String, ExtensionSignatures> extensions = new HashMap<>();
        ExtensionSignatures current = null;
        for (String line : DataFile.lines("extension-signatures.txt")) {
            int blank = line.indexOf(' ');
            String rest = line.substring(blank + 1);
            if (line.startsWith("extension ")) {
                current = new ExtensionSignatures(new HashMap<>(), new HashMap<>(), new HashMap<>(), new HashMap<>());
                extensions.put(rest, current);
            } else if (current != null) {
                current.add(line.substring(0, blank), rest);
            }
        }
        return extensions;
    }

    private void add(String what, String line) {
        String name = line.substring(0, line.indexOf(' '));
        switch (what) {
            case "type" -> types.put(name, BuiltInType.parse(line));
            case "function" ->
                functions.computeIfAbsent(name, absent -> new ArrayList<>()).add(line);
            case "operator" ->
                operators.computeIfAbsent(name, absent -> new ArrayList<>()).add(line);
            default -> casts.put(DataFile.key(line, 2), line);
        }
    }

    public static Optional<ExtensionSignatures> find(String extension) {
        return Optional.ofNullable(Loaded.EXTENSIONS.get(extension));
    }

    /** @param installed the type of this name that an installed extension has brought */
    public List<Signature> functions(String name, Function<String, DataType> installed) {
        SignatureReader reader = new SignatureReader(installed);
        return functions.getOrDefault(name, List.of()).stream()
                .map(line -> reader.function(line.split(" ")))
                .toList();
    }

    public List<Signature> operators(String name, Function<String, DataType> installed) {
        SignatureReader reader = new SignatureReader(installed);
        return operators.getOrDefault("." + name, List.of()).stream()
                .map(line -> reader.operator(line.split(" ")))
                .toList();
    }

    /** How it has one type converted to another, if it does. Neither is an array. */
    public Optional<Cast> cast(DataType source, DataType target, Function<String, DataType> installed) {
        SignatureReader reader = new SignatureReader(installed);
        return Optional.ofNullable(casts.get(written(source) + " " + written(target)))
                .map(Cast::parse)
                .filter(cast -> reader.type(cast.source()).equals(source))
                .filter(cast -> reader.type(cast.target()).equals(target));
    }

    private static String written(DataType type) {
        return (type.isBuiltIn() ? "" : "@") + type.name().name();
    }
}
