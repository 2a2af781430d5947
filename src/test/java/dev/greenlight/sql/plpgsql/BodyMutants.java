package dev.greenlight.sql.plpgsql;

import dev.greenlight.sql.Slip;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Bodies with one {@link Slip}. The same seed gives the same ones. */
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
        return original.with(String.join(" ", Slip.in(tokens, random)));
    }
}
