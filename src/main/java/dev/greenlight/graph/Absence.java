package dev.greenlight.graph;

import dev.greenlight.catalog.Routine;
import dev.greenlight.postgres.QualifiedName;
import java.util.List;

/** Why something is not there that a statement names, as far as the history tells. */
public sealed interface Absence {
    /** A statement that runs later makes it. */
    record MadeLater(Made made) implements Absence {}

    /** A statement that ran before has dropped or renamed it. */
    record GoneBefore(Gone gone) implements Absence {}

    /** There are such things of that name, but in schemas in which it is not looked for; sorted. */
    record InOtherSchemas(List<QualifiedName> names) implements Absence {
        public InOtherSchemas {
            names = List.copyOf(names);
        }
    }

    /** There are routines of that name, with other parameters. */
    record OtherParameters(List<Routine> routines) implements Absence {
        public OtherParameters {
            routines = List.copyOf(routines);
        }
    }

    /** There is something of a name which is nearly the same, differing in capital letters perhaps; sorted. */
    record Misspelt(List<String> nearest) implements Absence {
        public Misspelt {
            nearest = List.copyOf(nearest);
        }
    }

    /** Nothing in the history has to do with it. */
    record NeverMade() implements Absence {}
}
