package dev.greenlight.replay.typing;

import dev.greenlight.postgres.DataType;
import dev.greenlight.postgres.Signature;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A function or operator that may be meant by a call of so many arguments.
 *
 * @param slots the type that it takes in the place of each argument
 * @param spread whether its last parameter takes several arguments, or one for several
 * @param defaults how many of its parameters get no argument
 */
record Candidate(Signature signature, List<DataType> slots, boolean spread, int defaults) {

    static Candidate operator(Signature signature) {
        return new Candidate(signature, signature.parameters(), false, 0);
    }

    /**
     * As a call gives it arguments; null where it cannot take these (manual 10.3; namespace.c,
     * {@code FuncnameGetCandidates}).
     *
     * @param labels the names that arguments are given by, null for those by position
     * @param array whether VARIADIC stands before the last one
     */
    static @Nullable Candidate of(Signature signature, List<@Nullable String> labels, boolean array) {
        int given = labels.size();
        int taken = signature.parameters().size();
        if (labels.stream().anyMatch(label -> label != null)) {
            return array ? null : named(signature, labels);
        }
        if (signature.variadic() && !array && given >= taken) {
            return new Candidate(signature, spread(signature, given), true, 0);
        }
        boolean enough = given <= taken && given >= taken - signature.defaults();
        return enough && (!array || signature.variadic())
                ? new Candidate(signature, signature.parameters().subList(0, given), false, taken - given)
                : null;
    }

    private static List<DataType> spread(Signature signature, int given) {
        List<DataType> parameters = signature.parameters();
        DataType last = parameters.getLast();
        DataType element = switch (last.isBuiltIn() ? last.name().name() : "") {
            case "anyarray" -> DataType.builtIn("anyelement");
            case "anycompatiblearray" -> DataType.builtIn("anycompatible");
            default -> last.array() ? last.element() : last;
        };
        List<DataType> slots = new ArrayList<>(parameters.subList(0, parameters.size() - 1));
        slots.addAll(Collections.nCopies(given - slots.size(), element));
        return slots;
    }

    private static @Nullable Candidate named(Signature signature, List<@Nullable String> labels) {
        List<DataType> slots = new ArrayList<>();
        List<Integer> filled = new ArrayList<>();
        for (String label : labels) {
            int place = label == null ? slots.size() : signature.names().indexOf(label);
            if (place < 0 || place >= signature.parameters().size() || filled.contains(place)) {
                return null;
            }
            filled.add(place);
            slots.add(signature.parameters().get(place));
        }
        int required = signature.parameters().size() - signature.defaults();
        boolean complete = IntStream.range(0, required).allMatch(filled::contains);
        return complete
                ? new Candidate(signature, slots, false, signature.parameters().size() - slots.size())
                : null;
    }
}
