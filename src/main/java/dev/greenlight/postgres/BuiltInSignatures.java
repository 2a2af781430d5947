package dev.greenlight.postgres;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The signatures of all functions and operators of {@code pg_catalog}, of which {@link BuiltInFunctions} has the names. */
public final class BuiltInSignatures {
    private static final class Loaded {
        static final Map<String, List<String>> FUNCTIONS = DataFile.groups("signatures.txt");
        static final Map<String, List<Operator>> OPERATORS = operators(DataFile.groups("operators.txt"));
        static final Map<String, String> RANGES = DataFile.index("ranges.txt", 1);

        /** Read once: there are dozens of each, and nearly every condition asks for one. */
        private static Map<String, List<Operator>> operators(Map<String, List<String>> lines) {
            Map<String, List<Operator>> operators = HashMap.newHashMap(lines.size());
            lines.forEach((name, group) ->
                    operators.put(name, group.stream().map(Operator::parse).toList()));
            return Collections.unmodifiableMap(operators);
        }
    }

    private record Operator(VersionRange versions, Signature signature) {
        static Operator parse(String line) {
            String[] row = line.split(" ");
            return new Operator(DataFile.versions(row, 4), READER.operator(row));
        }
    }

    private static final SignatureReader READER = new SignatureReader(name -> DataType.UNKNOWN);

    private BuiltInSignatures() {}

    /** The functions of this name that can stand in an expression. */
    public static List<Signature> functions(String name, PostgresVersion version) {
        List<Signature> found = new ArrayList<>();
        for (String line : Loaded.FUNCTIONS.getOrDefault(name, List.of())) {
            String[] row = line.split(" ");
            if (!row[1].equals("p") && DataFile.versions(row, 4).contains(version)) {
                found.add(READER.function(row));
            }
        }
        return found;
    }

    /** The operators of this name, those with one operand among them. */
    public static List<Signature> operators(String name, PostgresVersion version) {
        return Loaded.OPERATORS.getOrDefault("." + name, List.of()).stream()
                .filter(operator -> operator.versions().contains(version))
                .map(Operator::signature)
                .toList();
    }

    /** What lies between the bounds of a range type (manual 8.17.1). */
    public static Optional<DataType> subtype(DataType range) {
        return range.isBuiltIn() && !range.array()
                ? Optional.ofNullable(Loaded.RANGES.get(range.name().name()))
                        .map(line -> READER.type(line.split(" ")[1]))
                : Optional.empty();
    }

    /** The range type over a type. */
    public static Optional<DataType> range(DataType subtype) {
        return Loaded.RANGES.keySet().stream()
                .map(DataType::builtIn)
                .filter(range -> subtype(range).filter(subtype::equals).isPresent())
                .findFirst();
    }
}
