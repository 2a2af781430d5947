package dev.greenlight.lint.check;

import dev.greenlight.catalog.Column;
import dev.greenlight.catalog.Needs;
import dev.greenlight.catalog.Origin;
import dev.greenlight.catalog.Relation;
import dev.greenlight.catalog.Sequence;
import dev.greenlight.replay.ColumnOperation;
import dev.greenlight.replay.Operation;
import dev.greenlight.replay.Step;
import dev.greenlight.replay.TableOperation;
import dev.greenlight.rule.Level;
import dev.greenlight.sql.ObjectType;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Sequences that were left behind when the default or the table that took numbers from them went. Of one that nothing
 * ever took numbers from nothing is said: the application may.
 */
final class UnusedSequence implements SchemaCheck {
    @Override
    public Stream<Recommendation> look(FinalSchema schema) {
        Map<Long, Origin> left = left(schema);
        return schema.catalog().relations().stream()
                .filter(relation -> relation instanceof Sequence sequence && sequence.ownerTable() == 0)
                .filter(sequence -> left.containsKey(sequence.oid()) && isUnused(schema, sequence))
                .map(sequence -> recommendation(sequence, Objects.requireNonNull(left.get(sequence.oid()))));
    }

    /** Where the last default that took numbers from a sequence went, by its oid. */
    private static Map<Long, Origin> left(FinalSchema schema) {
        Map<Long, Origin> left = new TreeMap<>();
        schema.steps()
                .forEach(step -> step.operations()
                        .forEach(operation -> gone(operation)
                                .flatMap(needs -> needs.relations().stream())
                                .forEach(part -> left.put(part.relation(), place(step, operation)))));
        return left;
    }

    private static Origin place(Step step, Operation operation) {
        return new Origin(step.file(), operation.span());
    }

    private static Stream<Needs> gone(Operation operation) {
        List<Column> columns = switch (operation) {
            case ColumnOperation.DropColumn drop -> List.of(drop.column());
            case ColumnOperation.ChangeDefault change -> List.of(change.column());
            case TableOperation.DropTable drop -> drop.table().columns();
            default -> List.of();
        };
        return columns.stream()
                .flatMap(column -> Stream.ofNullable(column.defaultValue()))
                .map(Column.Value::needs);
    }

    private static boolean isUnused(FinalSchema schema, Relation sequence) {
        return sequence.origin() != null
                && schema.run().certainty().isOf(ObjectType.SEQUENCE, sequence.name())
                && schema.catalog().usersOf(sequence.oid()).findAny().isEmpty()
                && schema.catalog()
                        .routines()
                        .noneMatch(routine -> routine.needs().relation(sequence.oid()))
                && !schema.isInCode(sequence.name(), origin -> true);
    }

    private static Recommendation recommendation(Relation sequence, Origin left) {
        return new Recommendation(
                "unused-sequence",
                Level.NOTE,
                sequence.name().display(),
                sequence.origin(),
                "no default takes numbers from it since one went (" + left.brief() + ")",
                "DROP SEQUENCE " + FinalSchema.quoted(sequence) + ";");
    }
}
