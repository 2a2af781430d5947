package dev.greenlight.replay;

import dev.greenlight.catalog.Catalog;
import dev.greenlight.catalog.Column;
import dev.greenlight.catalog.Index;
import dev.greenlight.catalog.Relation;
import dev.greenlight.catalog.Routine;
import dev.greenlight.catalog.Sequence;
import dev.greenlight.catalog.Table;
import dev.greenlight.catalog.TableConstraint;
import dev.greenlight.catalog.Type;
import dev.greenlight.catalog.View;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What is in a catalog, one line for each thing, in the words of {@link dev.greenlight.oracle.ServerCatalog}. */
final class CatalogLines {
    private final Catalog catalog;

    private CatalogLines(Catalog catalog) {
        this.catalog = catalog;
    }

    static SortedSet<String> of(Catalog catalog) {
        CatalogLines lines = new CatalogLines(catalog);
        SortedSet<String> all = new TreeSet<>();
        catalog.relations().stream()
                .filter(relation -> !relation.name().schema().equals("pg_temp"))
                .flatMap(lines::lines)
                .forEach(all::add);
        catalog.types().stream().map(CatalogLines::line).forEach(all::add);
        catalog.routines().map(CatalogLines::line).forEach(all::add);
        catalog.relations().stream().flatMap(CatalogLines::attachments).forEach(all::add);
        catalog.schemas().stream().map(schema -> "schema " + schema.name()).forEach(all::add);
        return all;
    }

    /** A column of a computed type, which may be unknown here. */
    static String withoutType(String line) {
        return line.replaceFirst("^(column \\S+ \\S+) .*$", "$1 unknown");
    }

    private static String line(Type type) {
        return "type " + type.name() + " "
                + switch (type) {
                    case Type.Enum labels -> "enum " + String.join(",", labels.labels());
                    case Type.Domain domain ->
                        "domain " + domain.base().display() + (domain.notNull() ? " not null" : "") + " "
                                + String.join(
                                        ",",
                                        domain.constraints().stream().sorted().toList());
                    case Type.Composite composite ->
                        "composite "
                                + composite.attributes().stream()
                                        .map(attribute -> attribute.name() + " "
                                                + attribute.type().display())
                                        .collect(Collectors.joining(","));
                    case Type.Other ignored -> "other";
                };
    }

    private static String line(Routine routine) {
        return routine.kind() + " " + routine.name()
                + routine.parameters().stream()
                        .map(type -> type.displayBare(name -> name.schema().equals("public")))
                        .collect(Collectors.joining(",", "(", ")"))
                + " "
                + routine.volatility().name().toLowerCase(Locale.ROOT);
    }

    private static Stream<String> attachments(Relation table) {
        return table.attachments().stream()
                .map(attachment -> attachment.type().words() + " " + table.name() + " " + attachment.name());
    }

    private Stream<String> lines(Relation relation) {
        return switch (relation) {
            case Table table ->
                Stream.concat(
                        Stream.of(
                                "table " + table.name() + " " + words(table.kind()) + " " + words(table.persistence())),
                        Stream.concat(
                                table.columns().stream().map(column -> line(table, column)),
                                table.constraints().stream().map(constraint -> line(table, constraint))));
            case Index index -> Stream.of(line(index));
            case View view ->
                Stream.concat(
                        Stream.of((view.materialized() ? "materialized view " : "view ") + view.name() + " "
                                + view.columns()),
                        view.columns() == null ? Stream.empty() : columns(view));
            case Sequence sequence -> Stream.of("sequence " + sequence.name() + " owned by " + owner(sequence));
        };
    }

    private static Stream<String> columns(View view) {
        return IntStream.range(0, view.types().size())
                .mapToObj(i -> "column " + view.name() + "." + (i + 1) + " "
                        + view.columns().get(i) + " " + view.types().get(i).display());
    }

    private static String words(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static String line(Table table, Column column) {
        return "column " + table.name() + "." + column.number() + " " + column.name() + " "
                + column.type().display()
                + (column.notNull() ? " not null" : "")
                + (column.defaultValue() != null && column.generated() == null ? " default" : "")
                + (column.identity() == null ? "" : " identity " + words(column.identity()))
                + (column.generated() == null ? "" : " generated " + words(column.generated()));
    }

    private String line(Table table, TableConstraint constraint) {
        return "constraint " + table.name() + " " + constraint.name() + " "
                + switch (constraint) {
                    case TableConstraint.Check check ->
                        "check " + numbers(check.columns().stream().sorted().toList());
                    case TableConstraint.Unique unique ->
                        (unique.primaryKey() ? "primary key " : "unique ") + numbers(unique.columns());
                    case TableConstraint.Exclusion exclusion -> "exclude " + numbers(exclusion.columns());
                    case TableConstraint.ForeignKey key ->
                        "foreign key " + numbers(key.columns()) + " to "
                                + catalog.relation(key.referencedTable())
                                        .map(Relation::name)
                                        .orElseThrow()
                                + numbers(key.referencedColumns());
                }
                + (constraint.validated() ? "" : " not valid");
    }

    private static String numbers(List<Integer> numbers) {
        return numbers.stream().map(String::valueOf).collect(Collectors.joining(",", "(", ")"));
    }

    private String line(Index index) {
        return "index " + index.name() + " on "
                + catalog.relation(index.table()).map(Relation::name).orElseThrow() + " " + index.method()
                + numbers(index.keys().stream().map(Index.Key::column).toList())
                + (index.unique() ? " unique" : "")
                + (index.partial() ? " partial" : "")
                + (index.valid() ? "" : " invalid");
    }

    private String owner(Sequence sequence) {
        return catalog.table(sequence.ownerTable())
                .map(table -> table.name() + "." + sequence.ownerColumn())
                .orElse("none");
    }
}
