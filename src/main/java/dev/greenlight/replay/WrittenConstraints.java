package dev.greenlight.replay;

import dev.greenlight.sql.ColumnDefinition;
import dev.greenlight.sql.Constraint;
import dev.greenlight.sql.Name;
import dev.greenlight.sql.TableStatement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The constraints of a CREATE TABLE, whether they stand at its columns or by themselves. */
final class WrittenConstraints {
    private final TableStatement.CreateTable statement;

    WrittenConstraints(TableStatement.CreateTable statement) {
        this.statement = statement;
    }

    /** Those of one kind, at columns and at the table, in the order written. */
    <T extends Constraint> Stream<T> of(Class<T> kind) {
        return Stream.concat(
                        statement.columns().stream()
                                .map(ColumnDefinition::constraints)
                                .flatMap(List::stream),
                        statement.constraints().stream())
                .sorted(Comparator.comparingInt(constraint -> constraint.span().start()))
                .filter(kind::isInstance)
                .map(kind::cast);
    }

    /** Those with an index, the primary key first; one that says what another has said is left out. */
    List<Constraint> keys() {
        List<Constraint> keys = new ArrayList<>();
        Stream.concat(of(Constraint.Unique.class), of(Constraint.Exclude.class))
                .sorted(Comparator.comparing(WrittenConstraints::isPrimaryKey)
                        .reversed()
                        .thenComparingInt(constraint -> constraint.span().start()))
                .filter(constraint -> keys.stream().noneMatch(other -> says(other, constraint)))
                .forEach(keys::add);
        return keys;
    }

    private static boolean isPrimaryKey(Constraint constraint) {
        return constraint instanceof Constraint.Unique unique && unique.primaryKey();
    }

    private static boolean says(Constraint one, Constraint other) {
        return one instanceof Constraint.Unique first
                && other instanceof Constraint.Unique second
                && values(first.columns()).equals(values(second.columns()))
                && values(first.include()).equals(values(second.include()))
                && first.nullsNotDistinct() == second.nullsNotDistinct()
                && first.attributes().deferrable() == second.attributes().deferrable();
    }

    private static List<String> values(List<Name> names) {
        return names.stream().map(Name::value).toList();
    }
}
