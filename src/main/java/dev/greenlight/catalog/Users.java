package dev.greenlight.catalog;

import java.util.Set;
import org.pcollections.PSortedMap;
import org.pcollections.PSortedSet;
import org.pcollections.TreePMap;
import org.pcollections.TreePSet;

/** For each thing the oids of the relations that name it; an immutable value. */
record Users<K extends Comparable<? super K>>(PSortedMap<K, PSortedSet<Long>> users) {
    static <K extends Comparable<? super K>> Users<K> none() {
        return new Users<>(TreePMap.<K, PSortedSet<Long>>empty());
    }

    /** In the order in which they were made. */
    Set<Long> of(K thing) {
        PSortedSet<Long> found = users.get(thing);
        return found == null ? Set.of() : found;
    }

    /** As it is when a relation that has named some things names others. */
    Users<K> change(long relation, Set<K> before, Set<K> after) {
        PSortedMap<K, PSortedSet<Long>> changed = users;
        for (K thing : before) {
            if (!after.contains(thing)) {
                PSortedSet<Long> rest = changed.get(thing).minus(relation);
                changed = rest.isEmpty() ? changed.minus(thing) : changed.plus(thing, rest);
            }
        }
        for (K thing : after) {
            if (!before.contains(thing)) {
                PSortedSet<Long> others = changed.get(thing);
                changed = changed.plus(thing, others == null ? TreePSet.singleton(relation) : others.plus(relation));
            }
        }
        return changed == users ? this : new Users<>(changed);
    }
}
