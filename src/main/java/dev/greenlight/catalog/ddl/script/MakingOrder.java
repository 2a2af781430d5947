package dev.greenlight.catalog.ddl.script;

import dev.greenlight.catalog.Type;
import dev.greenlight.catalog.View;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * The order in which objects can be made: each behind what it needs, and else as they come. Views may need each other
 * in a circle, and base types and their functions do: one of them has to be made for now, and as a whole later.
 */
final class MakingOrder {
    private final Dependencies dependencies;
    private final List<Turn> turns = new ArrayList<>();
    private final Set<Object> begun = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<Object> done = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<Object> forNow = Collections.newSetFromMap(new IdentityHashMap<>());

    private MakingOrder(Dependencies dependencies) {
        this.dependencies = dependencies;
    }

    /** Whose turn it is, and which of its forms is made. */
    record Turn(Object object, Form form) {}

    enum Form {
        WHOLE,
        FOR_NOW,
        REPLACING
    }

    static List<Turn> of(List<Object> objects, Dependencies dependencies) {
        MakingOrder order = new MakingOrder(dependencies);
        objects.forEach(order::visit);
        return order.turns;
    }

    private void visit(Object object) {
        if (!begun.add(object)) {
            boolean circle = mayBeForNow(object) && !done.contains(object);
            if (circle && forNow.add(object)) {
                turns.add(new Turn(object, Form.FOR_NOW));
            }
            return;
        }
        dependencies.of(object).forEach(this::visit);
        done.add(object);
        turns.add(new Turn(object, forNow.contains(object) ? Form.REPLACING : Form.WHOLE));
    }

    private static boolean mayBeForNow(Object object) {
        return object instanceof View view && !view.materialized() || object instanceof Type.Other;
    }
}
