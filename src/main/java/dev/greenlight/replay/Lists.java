package dev.greenlight.replay;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Changed copies of immutable lists, and what is in them twice. */
final class Lists {
    private Lists() {}

    static <T> List<T> plus(List<? extends T> list, T element) {
        List<T> longer = new ArrayList<>(list);
        longer.add(element);
        return longer;
    }

    static <T> List<T> minus(List<? extends T> list, T element) {
        List<T> shorter = new ArrayList<>(list);
        shorter.remove(element);
        return shorter;
    }

    /** With one element in the place of an equal one. */
    static <T> List<T> replace(List<? extends T> list, T old, T replacement) {
        List<T> changed = new ArrayList<>(list);
        changed.replaceAll(element -> element.equals(old) ? replacement : element);
        return changed;
    }

    /** The first element with the same key as one before it. */
    static <T> Optional<T> repeated(List<T> list, Function<? super T, ?> key) {
        Set<Object> seen = new HashSet<>();
        for (T element : list) {
            if (!seen.add(key.apply(element))) {
                return Optional.of(element);
            }
        }
        return Optional.empty();
    }
}
