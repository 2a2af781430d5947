package dev.greenlight.lint.drift;

import static dev.greenlight.lint.drift.DriftFixture.alter;
import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlight.catalog.Column;
import dev.greenlight.catalog.Table;
import dev.greenlight.catalog.View;
import dev.greenlight.postgres.Identifiers;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Of what a tool made of its own schema nothing differs; after each change of a column exactly that does. */
class DriftColumnsTest {
    /** Columns whose values Prisma's client makes: whatever default the database has is right. */
    private static final List<String> OF_CLIENT = List.of(
            "Defaults.uuid",
            "Defaults.uuid7",
            "Defaults.cuid",
            "Defaults.cuid2",
            "Defaults.ulid",
            "Defaults.nano",
            "Defaults.updated",
            "Defaults.gen2",
            "Post.id");

    static Stream<DriftFixture> fixtures() {
        return DriftFixture.all();
    }

    private static String object(Table table, Column column) {
        return table.name().display() + "." + column.name();
    }

    /** A change to a column, and what is told of it. */
    private record Change(String action, List<String> told) {
        static Change of(String action, String... told) {
            return new Change(action, List.of(told));
        }
    }

    /** Without those that Prisma is told to leave alone. */
    private static Stream<Column> columns(Table table) {
        return table.columns().stream().filter(column -> !column.name().equals("secret"));
    }

    /** All columns of a table at once: of each is told, and of nothing else. */
    private static void changeAll(DriftFixture fixture, BiFunction<Table, Column, Optional<Change>> change) {
        SoftAssertions softly = new SoftAssertions();
        fixture.declaredTables().forEach(table -> {
            List<Change> changes = columns(table)
                    .flatMap(column -> change.apply(table, column).stream())
                    .toList();
            String sql =
                    changes.stream().map(each -> alter(table, each.action())).collect(Collectors.joining("\n"));
            String[] told =
                    changes.stream().flatMap(each -> each.told().stream()).toArray(String[]::new);
            fixture.check(softly, sql, told);
        });
        softly.assertAll();
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void what_a_tool_made_of_its_schema_does_not_differ(DriftFixture fixture) {
        assertThat(fixture.drift("")).isEmpty();
    }

    /** With a column goes what is made of it, and of that nothing is told. */
    @ParameterizedTest
    @MethodSource("fixtures")
    void a_dropped_column_is_missing(DriftFixture fixture) {
        SoftAssertions softly = new SoftAssertions();
        fixture.declaredTables()
                .forEach(table -> columns(table)
                        .filter(column -> isUsed(fixture, table, column))
                        .forEach(column -> {
                            String sql = alter(table, "DROP COLUMN " + Identifiers.quote(column.name()) + " CASCADE");
                            softly.assertThat(fixture.objects(sql))
                                    .as(sql)
                                    .filteredOn(object -> !object.matches("(check|view|materialized view) .*"))
                                    .contains(object(table, column))
                                    .hasSize(object(table, column).equals("types.int") ? 2 : 1);
                        }));
        softly.assertAll();
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void a_renamed_column_is_missing_and_there_under_another_name(DriftFixture fixture) {
        changeAll(
                fixture,
                (table, column) -> Optional.of(Change.of(
                        "RENAME COLUMN " + Identifiers.quote(column.name()) + " TO "
                                + Identifiers.quote(column.name() + "z"),
                        object(table, column),
                        object(table, column) + "z")));
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void another_nullability_is_told_where_the_format_says_it(DriftFixture fixture) {
        changeAll(fixture, (table, column) -> {
            boolean key = table.primaryKey()
                    .filter(each -> each.columns().contains(column.number()))
                    .isPresent();
            String action = alterColumn(column) + (column.notNull() ? "DROP NOT NULL" : "SET NOT NULL");
            boolean unsaid = fixture.isPrisma() && column.type().array();
            List<String> told = unsaid ? List.of() : List.of(object(table, column));
            return key || column.identity() != null ? Optional.empty() : Optional.of(new Change(action, told));
        });
    }

    private static String alterColumn(Column column) {
        return "ALTER COLUMN " + Identifiers.quote(column.name()) + " ";
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void another_type_is_told(DriftFixture fixture) {
        changeAll(fixture, (table, column) -> {
            boolean fixed = column.defaultValue() != null || column.identity() != null;
            return fixed || isUsed(fixture, table, column)
                    ? Optional.empty()
                    : Optional.of(Change.of(alterColumn(column) + "TYPE path USING NULL", object(table, column)));
        });
    }

    private static boolean isUsed(DriftFixture fixture, Table table, Column column) {
        return fixture.catalog()
                        .indexesOf(table.oid())
                        .anyMatch(index -> index.needs().contains(column.number()))
                || table.constraints().stream()
                        .anyMatch(constraint -> constraint.columns().contains(column.number()))
                || fixture.catalog().usersOf(table.oid()).anyMatch(View.class::isInstance);
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void a_lost_default_and_one_that_nobody_declared_are_told(DriftFixture fixture) {
        changeAll(fixture, (table, column) -> {
            boolean unsaid = fixture.isPrisma() && OF_CLIENT.contains(object(table, column));
            List<String> told = unsaid ? List.of() : List.of(object(table, column));
            boolean texts = column.type().is("text") || column.type().is("varchar");
            if (column.generated() != null || column.identity() != null || column.defaultValue() == null && !texts) {
                return Optional.empty();
            }
            String action = column.defaultValue() == null ? "SET DEFAULT 'x'" : "DROP DEFAULT";
            return Optional.of(new Change(alterColumn(column) + action, told));
        });
    }
}
