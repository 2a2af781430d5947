package dev.greenlight.replay.typing;

import dev.greenlight.postgres.DataType;
import java.util.List;

/** What constants without a type are taken for where candidates differ in their places (manual 10.3, step 4.e). */
final class LiteralSlots {
    private static final char CONFLICT = '?';

    private final Types types;
    private final List<DataType> bases;

    LiteralSlots(Types types, List<DataType> bases) {
        this.types = types;
        this.bases = bases;
    }

    /** Those that take them for what most likely is meant; all where that cannot be told. */
    List<Candidate> likely(List<Candidate> candidates) {
        List<Candidate> likely = candidates;
        for (int place = 0; place < bases.size(); place++) {
            if (!Types.isLiteral(bases.get(place))) {
                continue;
            }
            char category = category(candidates, place);
            if (category == CONFLICT) {
                return candidates;
            }
            likely = of(likely, candidates, place, category);
        }
        return likely.isEmpty() ? candidates : likely;
    }

    /** Strings win over all other categories. */
    private char category(List<Candidate> candidates, int place) {
        List<Character> categories = candidates.stream()
                .map(candidate -> types.category(candidate.slots().get(place)))
                .distinct()
                .toList();
        if (categories.contains('S')) {
            return 'S';
        }
        return categories.size() == 1 ? categories.getFirst() : CONFLICT;
    }

    private List<Candidate> of(List<Candidate> left, List<Candidate> all, int place, char category) {
        boolean preferred = all.stream()
                .map(candidate -> candidate.slots().get(place))
                .anyMatch(slot -> types.category(slot) == category && types.isPreferred(slot));
        return left.stream()
                .filter(candidate -> types.category(candidate.slots().get(place)) == category)
                .filter(candidate ->
                        !preferred || types.isPreferred(candidate.slots().get(place)))
                .toList();
    }
}
