package dev.greenlight.corpus;

import dev.greenlight.catalog.Catalog;
import dev.greenlight.catalog.Column;
import dev.greenlight.catalog.Index;
import dev.greenlight.catalog.Origin;
import dev.greenlight.catalog.Relation;
import dev.greenlight.catalog.Routine;
import dev.greenlight.catalog.Sequence;
import dev.greenlight.catalog.Table;
import dev.greenlight.catalog.Type;
import dev.greenlight.catalog.View;
import dev.greenlight.postgres.DataType;
import dev.greenlight.postgres.Identifiers;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Statements that drop what a catalog holds, of all that migrations have made. */
final class DropStatements {
    private DropStatements() {}

    static List<String> of(Catalog catalog, boolean cascade) {
        List<String> statements = new ArrayList<>();
        catalog.relations().stream()
                .filter(relation -> isMade(relation.origin()))
                .flatMap(DropStatements::drops)
                .forEach(statements::add);
        catalog.types().stream()
                .filter(type -> isMade(type.origin()))
                .map(DropStatements::drop)
                .forEach(statements::add);
        catalog.routines()
                .filter(routine -> isMade(routine.origin()))
                .map(DropStatements::drop)
                .forEach(statements::add);
        return cascade
                ? statements.stream().map(statement -> statement + " CASCADE").toList()
                : statements;
    }

    private static boolean isMade(@Nullable Origin origin) {
        return origin != null;
    }

    private static Stream<String> drops(Relation relation) {
        String name = Identifiers.quote(relation.name());
        return switch (relation) {
            case Table table -> Stream.concat(Stream.of("DROP TABLE " + name), columns(table));
            case Index ignored -> Stream.of("DROP INDEX " + name);
            case View view -> Stream.of((view.materialized() ? "DROP MATERIALIZED VIEW " : "DROP VIEW ") + name);
            case Sequence ignored -> Stream.of("DROP SEQUENCE " + name);
        };
    }

    /** Of each table only the last one, so that tables are dropped too. */
    private static Stream<String> columns(Table table) {
        return table.columns().stream()
                .skip(Math.max(0, table.columns().size() - 1))
                .map(Column::name)
                .map(column ->
                        "ALTER TABLE " + Identifiers.quote(table.name()) + " DROP COLUMN " + Identifiers.quote(column));
    }

    private static String drop(Type type) {
        return (type instanceof Type.Domain ? "DROP DOMAIN " : "DROP TYPE ") + Identifiers.quote(type.name());
    }

    private static String drop(Routine routine) {
        return "DROP ROUTINE " + Identifiers.quote(routine.name())
                + routine.parameters().stream().map(DataType::display).collect(Collectors.joining(", ", "(", ")"));
    }
}
