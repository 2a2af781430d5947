package dev.greenlight.sql;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Statements with one {@link Slip}. Nearly all are wrong, and some happen to be right. The same seed gives the same ones.
 */
final class Mutants {
    private final List<List<String>> originals;
    private final Random random;

    private Mutants(List<List<String>> originals, long seed) {
        this.originals = originals;
        this.random = new Random(seed);
    }

    /** Mutants of these statements without end; none is one of them, and each is one statement. */
    static Stream<String> of(List<String> statements, long seed) {
        List<List<String>> originals = statements.stream()
                .map(Mutants::tokens)
                .filter(tokens -> tokens.size() > 1)
                .toList();
        return Stream.generate(new Mutants(originals, seed)::next)
                .filter(mutant -> !mutant.isEmpty())
                .filter(Parsing::isOneStatement)
                .distinct();
    }

    private static List<String> tokens(String sql) {
        return Parsing.text(sql).tokens().stream()
                .map(token -> sql.substring(token.start(), token.end()))
                .toList();
    }

    /** A mutant, or nothing where the slip changes nothing. */
    private String next() {
        List<String> original = originals.get(random.nextInt(originals.size()));
        List<String> mutant = Slip.in(original, random);
        return mutant.equals(original) ? "" : String.join(" ", mutant);
    }
}
