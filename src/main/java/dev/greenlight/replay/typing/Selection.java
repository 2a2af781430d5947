package dev.greenlight.replay.typing;

import dev.greenlight.postgres.DataType;
import java.util.Collections;
import java.util.List;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Chooses one of several candidates by the types of the arguments (manual 10.2 and 10.3; parse_func.c,
 * {@code func_match_argtypes} and {@code func_select_candidate}).
 */
final class Selection {
    private final Types types;
    private final Coercion coercion;
    private final Polymorphism polymorphism;

    Selection(Types types, Coercion coercion, Polymorphism polymorphism) {
        this.types = types;
        this.coercion = coercion;
        this.polymorphism = polymorphism;
    }

    /** @param certain whether these are all the candidates there are and all that matters is known of casts */
    Choice choose(List<DataType> arguments, List<Candidate> candidates, boolean certain) {
        List<DataType> given =
                arguments.stream().map(DataType::withoutModifiers).toList();
        if (!given.stream().allMatch(type -> types.isClear(type) && !Polymorphism.isPolymorphic(type))) {
            return whatever(given, candidates, certain);
        }
        for (Candidate candidate : candidates) {
            if (candidate.slots().equals(given)) {
                return one(candidate, given);
            }
        }
        if (!certain) {
            return new Choice.Doubtful();
        }
        List<Candidate> fitting = fitting(given, candidates);
        boolean clear = fitting.stream().allMatch(this::isClear);
        if (!clear) {
            return new Choice.Doubtful();
        }
        return switch (fitting.size()) {
            case 0 -> !candidates.isEmpty() && mayInherit(given) ? new Choice.Doubtful() : new Choice.None();
            case 1 -> one(fitting.getFirst(), given);
            default -> best(given, fitting);
        };
    }

    /** A table's row is also one of what the table inherits from and of its type, which is not looked into. */
    private boolean mayInherit(List<DataType> given) {
        return given.stream().anyMatch(type -> types.inherits(type) || type.is("record") || type.is("any"));
    }

    private boolean isClear(Candidate candidate) {
        return candidate.slots().stream().allMatch(slot -> slot.is("any") || types.isClear(slot));
    }

    private List<Candidate> fitting(List<DataType> given, List<Candidate> candidates) {
        return candidates.stream()
                .filter(candidate -> coercion.all(given, candidate.slots()))
                .filter(candidate -> polymorphism.isConsistent(candidate.slots(), given))
                .toList();
    }

    private Choice one(Candidate candidate, List<DataType> given) {
        List<DataType> slots = candidate.slots().stream()
                .map(slot -> polymorphism.actual(slot, candidate.slots(), given))
                .toList();
        DataType returns = polymorphism.actual(candidate.signature().returns(), candidate.slots(), given);
        return new Choice.One(candidate, slots, returns);
    }

    /** With arguments of which not all is known, what all give that these do not exclude. */
    private Choice whatever(List<DataType> given, List<Candidate> candidates, boolean certain) {
        List<Candidate> possible = candidates.stream()
                .filter(candidate -> mayTake(candidate.slots(), given))
                .toList();
        List<DataType> results = possible.stream()
                .map(each -> each.signature().returns())
                .distinct()
                .toList();
        boolean same = certain
                && results.size() == 1
                && !Polymorphism.isPolymorphic(results.getFirst())
                && !results.getFirst().is("record");
        return same
                ? new Choice.One(
                        possible.getFirst(), Collections.nCopies(given.size(), DataType.UNKNOWN), results.getFirst())
                : new Choice.Doubtful();
    }

    private boolean mayTake(List<DataType> slots, List<DataType> given) {
        for (int i = 0; i < given.size(); i++) {
            boolean known = types.isClear(given.get(i)) && !Polymorphism.isPolymorphic(slots.get(i));
            if (known && !coercion.implicit(given.get(i), slots.get(i))) {
                return false;
            }
        }
        return true;
    }

    private Choice best(List<DataType> given, List<Candidate> fitting) {
        List<DataType> bases = given.stream().map(types::base).toList();
        List<Candidate> exact = most(fitting, candidate -> count(candidate, bases, false));
        List<Candidate> preferred = exact.size() == 1 ? exact : most(exact, candidate -> count(candidate, bases, true));
        if (preferred.size() == 1) {
            return one(preferred.getFirst(), given);
        }
        if (bases.stream().noneMatch(Types::isLiteral)) {
            return new Choice.Several();
        }
        List<Candidate> likely = new LiteralSlots(types, bases).likely(preferred);
        @Nullable Candidate last = likely.size() == 1 ? likely.getFirst() : sameForAll(bases, likely);
        return last == null ? new Choice.Several() : one(last, given);
    }

    private static List<Candidate> most(List<Candidate> candidates, ToIntFunction<Candidate> score) {
        int best = candidates.stream().mapToInt(score).max().orElse(0);
        return candidates.stream()
                .filter(candidate -> score.applyAsInt(candidate) == best)
                .toList();
    }

    private int count(Candidate candidate, List<DataType> bases, boolean orPreferred) {
        int count = 0;
        for (int i = 0; i < bases.size(); i++) {
            DataType slot = candidate.slots().get(i);
            DataType base = bases.get(i);
            boolean matches = slot.equals(base)
                    || orPreferred && types.isPreferred(slot) && types.category(slot) == types.category(base);
            count += !Types.isLiteral(base) && matches ? 1 : 0;
        }
        return count;
    }

    /** Where all known arguments are of one type, the constants are taken to be of it too. */
    private @Nullable Candidate sameForAll(List<DataType> bases, List<Candidate> candidates) {
        List<DataType> known =
                bases.stream().filter(base -> !Types.isLiteral(base)).distinct().toList();
        if (known.size() != 1) {
            return null;
        }
        List<DataType> same = bases.stream().map(base -> known.getFirst()).toList();
        List<Candidate> fitting = fitting(same, candidates);
        return fitting.size() == 1 ? fitting.getFirst() : null;
    }
}
