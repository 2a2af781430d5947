package dev.greenlight.sql.plpgsql;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Bodies with one slip: a token deleted, doubled, swapped with another one, or replaced by another one of the same
 * body. The same seed gives the same ones.
 */
final class BodyMutants {
    private final List<Body> originals;
    private final Random random;

    private BodyMutants(List<Body> originals, long seed) {
        this.originals = originals;
        this.random = new Random(seed);
    }

    /** Mutants of these bodies without end. */
    static Stream<Body> of(List<Body> originals, long seed) {
        List<Body> longer =
                originals.stream().filter(body -> body.tokens().size() > 1).toList();
        return Stream.generate(new BodyMutants(longer, seed)::next);
    }

    private Body next() {
        Body original = originals.get(random.nextInt(originals.size()));
        List<String> tokens = original.tokens().stream()
                .map(token -> original.text().substring(token.start(), token.end()))
                .toList();
        List<String> mutant = new ArrayList<>(tokens);
        int at = random.nextInt(mutant.size());
        int other = random.nextInt(mutant.size());
        switch (random.nextInt(4)) {
            case 0 -> mutant.remove(at);
            case 1 -> mutant.add(at, mutant.get(at));
            case 2 -> Collections.swap(mutant, at, other);
            default -> mutant.set(at, mutant.get(other));
        }
        return original.with(String.join(" ", mutant));
    }
}
