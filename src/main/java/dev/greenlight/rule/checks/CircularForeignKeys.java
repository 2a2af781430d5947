package dev.greenlight.rule.checks;

import dev.greenlight.catalog.Column;
import dev.greenlight.catalog.Table;
import dev.greenlight.catalog.TableConstraint.ForeignKey;
import dev.greenlight.graph.KeyCircle;
import dev.greenlight.remedy.SafeForms;
import dev.greenlight.replay.ColumnOperation;
import dev.greenlight.replay.ConstraintOperation;
import dev.greenlight.replay.Operation;
import dev.greenlight.rule.Change;
import dev.greenlight.rule.Observation;
import dev.greenlight.rule.Rule;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Speaks at the statement that closes the circle, unless a later one opens it again. */
final class CircularForeignKeys implements Rule {
    @Override
    public Stream<Observation> check(Change change) {
        return change.step().operations().stream()
                .flatMap(operation -> keys(change, operation)
                        .flatMap(key -> closed(change, key))
                        .map(circle -> observe(operation, circle)))
                .limit(1);
    }

    /** The foreign keys that an operation may have made strict. */
    private static Stream<KeyCircle.Key> keys(Change change, Operation operation) {
        if (operation instanceof ConstraintOperation.AddConstraint add) {
            return add.constraint() instanceof ForeignKey key
                    ? keys(change, add.table())
                            .filter(one -> one.constraint().name().equals(key.name()))
                    : Stream.empty();
        }
        if (operation instanceof ConstraintOperation.ChangeConstraint alter) {
            return keys(change, alter.table());
        }
        return operation instanceof ColumnOperation.SetNotNull set ? keys(change, set.table()) : Stream.empty();
    }

    private static Stream<KeyCircle.Key> keys(Change change, Table table) {
        return change.step().after().table(table.oid()).stream()
                .filter(after -> !after.partition())
                .flatMap(after -> after.constraints().stream()
                        .filter(ForeignKey.class::isInstance)
                        .map(ForeignKey.class::cast)
                        .map(key -> new KeyCircle.Key(after, key)));
    }

    private static Stream<KeyCircle> closed(Change change, KeyCircle.Key key) {
        return KeyCircle.from(change.step().after(), key.table(), key.constraint()).stream()
                .filter(circle -> !circle.isIn(change.step().before()))
                .filter(circle -> circle.isIn(change.history().result()));
    }

    private static Observation observe(Operation closing, KeyCircle circle) {
        String way = IntStream.range(0, circle.keys().size())
                .mapToObj(index -> words(circle.keys(), index))
                .collect(Collectors.joining(", "));
        Observation found =
                Observation.at(closing.span(), "none of these tables takes a first row: " + way + ", at once");
        for (KeyCircle.Key key : circle.keys()) {
            found = found.because(key.constraint().origin(), key.constraint().name());
        }
        KeyCircle.Key first = circle.keys().getFirst();
        return found.safely(SafeForms.deferred(first.table(), first.constraint().name()));
    }

    private static String words(List<KeyCircle.Key> keys, int index) {
        KeyCircle.Key key = keys.get(index);
        Table referenced = keys.get((index + 1) % keys.size()).table();
        String columns = key.constraint().columns().stream()
                .flatMap(number -> key.table().column(number).stream())
                .map(Column::name)
                .collect(Collectors.joining(", "));
        return "%s.%s needs one of %s".formatted(Words.name(key.table()), columns, Words.name(referenced));
    }
}
