package dev.greenlight.graph.order;

import dev.greenlight.graph.Declaration;
import dev.greenlight.migration.Migration;
import java.util.List;

/** In which order a history goes through. */
public sealed interface Ordering {
    /** What fails in every order: what it needs nobody makes, or it is no matter of order. */
    List<Failure> hopeless();

    /**
     * An order in which every migration goes through, apart from what fails in every order. It was replayed.
     *
     * @param moves how it comes about from the order that there is, as few as were found; none if that is one
     * @param now what fails in the order that there is
     * @param declared dependencies that migrations declare, and which the order that there is does not heed
     */
    record Found(
            List<Migration> order,
            List<Move> moves,
            List<Failure> now,
            List<Declaration> declared,
            List<Failure> hopeless)
            implements Ordering {
        public Found {
            order = List.copyOf(order);
            moves = List.copyOf(moves);
            now = List.copyOf(now);
            declared = List.copyOf(declared);
            hopeless = List.copyOf(hopeless);
        }
    }

    /**
     * There is none.
     *
     * @param reasons if circular, each needs what the next one makes and the last what the first one makes, and nobody
     *     else makes it; if not, what fails in the order that there is, all others having been tried
     */
    record None(List<Failure> reasons, boolean circular, List<Failure> hopeless) implements Ordering {
        public None {
            reasons = List.copyOf(reasons);
            hopeless = List.copyOf(hopeless);
        }
    }

    /**
     * None was found, and it is not known that there is none.
     *
     * @param stuck what did not go through where the search came farthest
     */
    record Unknown(List<Failure> stuck, List<Failure> hopeless) implements Ordering {
        public Unknown {
            stuck = List.copyOf(stuck);
            hopeless = List.copyOf(hopeless);
        }
    }
}
