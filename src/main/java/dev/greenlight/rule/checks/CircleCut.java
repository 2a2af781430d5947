package dev.greenlight.rule.checks;

import dev.greenlight.graph.Circle;
import dev.greenlight.graph.Edge;
import dev.greenlight.postgres.Identifiers;
import dev.greenlight.remedy.SafeForm;
import dev.greenlight.sql.Constraint;
import dev.greenlight.sql.Name;
import dev.greenlight.sql.TableStatement;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where a circle of migrations is opened best: at a foreign key of a new table, which can be added later. */
final class CircleCut {
    private CircleCut() {}

    static SafeForm of(Circle circle) {
        return circle.edges().stream()
                .flatMap(edge -> at(circle, edge).stream())
                .findFirst()
                .orElseGet(() -> new SafeForm(
                        "Open the circle: make the tables first, and add the reference between them in a later"
                                + " migration.",
                        ""));
    }

    private static Optional<SafeForm> at(Circle circle, Edge edge) {
        return edge.step().statement() instanceof TableStatement.CreateTable create
                ? keys(create)
                        .filter(key -> key.span().contains(edge.at()))
                        .findFirst()
                        .map(key -> new SafeForm(advice(circle, edge, create), later(edge, create, key)))
                : Optional.empty();
    }

    private static Stream<Constraint.ForeignKey> keys(TableStatement.CreateTable create) {
        return Stream.concat(
                        create.columns().stream().flatMap(column -> column.constraints().stream()),
                        create.constraints().stream())
                .filter(Constraint.ForeignKey.class::isInstance)
                .map(Constraint.ForeignKey.class::cast);
    }

    /** Behind the last of them to run all tables of the circle are there. */
    private static String advice(Circle circle, Edge edge, TableStatement.CreateTable create) {
        Edge last = circle.edges().stream()
                .max(Comparator.comparing(each -> each.made().order()))
                .orElseThrow();
        return "Open the circle at " + edge.place().brief() + ": make " + create.name() + " without its key to "
                + edge.what() + ", and add that in a migration behind "
                + last.to().path() + ".";
    }

    private static String later(Edge edge, TableStatement.CreateTable create, Constraint.ForeignKey key) {
        List<String> columns = key.columns().stream().map(Name::value).toList();
        String made = Identifiers.truncate(create.name().name() + "_" + String.join("_", columns) + "_fkey");
        String name = Identifiers.quote(key.name() == null ? made : key.name().value());
        String written = ConstraintText.withoutName(edge.step().file().text(key.span()));
        String listed = columns.stream().map(Identifiers::quote).collect(Collectors.joining(", "));
        boolean atColumn = written.regionMatches(true, 0, "references", 0, "references".length());
        String table = edge.step().file().text(create.name().span());
        return "ALTER TABLE %s ADD CONSTRAINT %s %s NOT VALID;\nALTER TABLE %s VALIDATE CONSTRAINT %s;"
                .formatted(table, name, atColumn ? "FOREIGN KEY (" + listed + ") " + written : written, table, name);
    }
}
