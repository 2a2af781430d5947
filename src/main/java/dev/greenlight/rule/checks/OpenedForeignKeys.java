package dev.greenlight.rule.checks;

import dev.greenlight.graph.KeyCircle;
import dev.greenlight.graph.KeyCircle.Key;
import dev.greenlight.remedy.SafeForm;
import dev.greenlight.rule.Change;
import dev.greenlight.rule.Observation;
import dev.greenlight.rule.Rule;
import java.util.stream.Stream;

/** Says what a circle still costs that some key of it opens; see {@link CircularForeignKeys} for those that none does. */
final class OpenedForeignKeys implements Rule {
    @Override
    public Stream<Observation> check(Change change) {
        return KeyCircles.observe(
                change,
                KeyCircle::openFrom,
                circle -> KeyCircles.way(circle) + ": a first row goes in " + opening(circle)
                        + ", and pg_dump --data-only warns of it",
                circle -> new SafeForm(
                        "Leave it, or take out the key that is needed least. Restore a dump of the data alone with"
                                + " --disable-triggers.",
                        ""));
    }

    private static String opening(KeyCircle circle) {
        Key key = circle.keys().stream()
                .filter(one -> !one.isStrict())
                .findFirst()
                .orElseThrow();
        return switch (key.constraint().deferral()) {
            case INITIALLY_DEFERRED -> "along with the others in one transaction";
            case DEFERRABLE -> "behind SET CONSTRAINTS " + key.constraint().name() + " DEFERRED";
            case NOT_DEFERRABLE -> "with " + KeyCircles.columns(key) + " NULL";
        };
    }
}
