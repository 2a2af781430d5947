package dev.greenlight.rule.checks;

import dev.greenlight.catalog.Catalog;
import dev.greenlight.catalog.Column;
import dev.greenlight.catalog.Table;
import dev.greenlight.catalog.TableConstraint.ForeignKey;
import dev.greenlight.graph.KeyCircle;
import dev.greenlight.graph.KeyCircle.Key;
import dev.greenlight.remedy.SafeForm;
import dev.greenlight.replay.ColumnOperation;
import dev.greenlight.replay.ConstraintOperation;
import dev.greenlight.replay.Operation;
import dev.greenlight.rule.Change;
import dev.greenlight.rule.Observation;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The circles of foreign keys that a statement brings about, and that are there still when the history has run. */
final class KeyCircles {
    private KeyCircles() {}

    /**
     * Says of the first one what there is to say.
     *
     * @param search the circle of some kind that begins with a key
     * @param message what it comes to
     * @param cut what to do about it
     */
    static Stream<Observation> observe(
            Change change,
            BiFunction<Key, Catalog, Optional<KeyCircle>> search,
            Function<KeyCircle, String> message,
            Function<KeyCircle, SafeForm> cut) {
        return change.step().operations().stream()
                .flatMap(operation -> keys(change, operation)
                        .flatMap(key -> search.apply(key, change.step().after()).stream())
                        .filter(circle -> !circle.isIn(change.step().before()))
                        .filter(circle -> circle.isIn(change.history().result()))
                        .map(circle -> observation(operation, circle, message.apply(circle))
                                .safely(cut.apply(circle))))
                .limit(1);
    }

    private static Observation observation(Operation operation, KeyCircle circle, String message) {
        Observation found = Observation.at(operation.span(), message);
        for (Key key : circle.keys()) {
            found = found.because(key.constraint().origin(), key.constraint().name());
        }
        return found;
    }

    /** The foreign keys that an operation may have made stricter or laxer. */
    private static Stream<Key> keys(Change change, Operation operation) {
        if (operation instanceof ConstraintOperation.AddConstraint add) {
            return add.constraint() instanceof ForeignKey key
                    ? keys(change, add.table())
                            .filter(one -> one.constraint().name().equals(key.name()))
                    : Stream.empty();
        }
        if (operation instanceof ConstraintOperation.ChangeConstraint alter) {
            return keys(change, alter.table());
        }
        if (operation instanceof ColumnOperation.DropNotNull drop) {
            return keys(change, drop.table());
        }
        return operation instanceof ColumnOperation.SetNotNull set ? keys(change, set.table()) : Stream.empty();
    }

    private static Stream<Key> keys(Change change, Table table) {
        return change.step().after().table(table.oid()).stream()
                .filter(after -> !after.partition())
                .flatMap(after -> after.constraints().stream()
                        .filter(ForeignKey.class::isInstance)
                        .map(ForeignKey.class::cast)
                        .map(key -> new Key(after, key)));
    }

    /** {@code a.b needs one of b, b.a needs one of a}. */
    static String way(KeyCircle circle) {
        return IntStream.range(0, circle.keys().size())
                .mapToObj(index -> words(circle.keys(), index))
                .collect(Collectors.joining(", "));
    }

    private static String words(List<Key> keys, int index) {
        Key key = keys.get(index);
        Table referenced = keys.get((index + 1) % keys.size()).table();
        return "%s needs one of %s".formatted(columns(key), Words.name(referenced));
    }

    /** {@code a.b}. */
    static String columns(Key key) {
        String columns = key.constraint().columns().stream()
                .flatMap(number -> key.table().column(number).stream())
                .map(Column::name)
                .collect(Collectors.joining(", "));
        return Words.name(key.table()) + "." + columns;
    }
}
