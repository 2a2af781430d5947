package dev.greenlight.sql;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** One slip: a token deleted, doubled, swapped with another one, or replaced by another one of the same text. */
public final class Slip {
    private Slip() {}

    /** These tokens with one, at random; it may change nothing. */
    public static List<String> in(List<String> tokens, Random random) {
        List<String> mutant = new ArrayList<>(tokens);
        int at = random.nextInt(mutant.size());
        int other = random.nextInt(mutant.size());
        switch (random.nextInt(4)) {
            case 0 -> mutant.remove(at);
            case 1 -> mutant.add(at, mutant.get(at));
            case 2 -> Collections.swap(mutant, at, other);
            default -> mutant.set(at, mutant.get(other));
        }
        return mutant;
    }
}
