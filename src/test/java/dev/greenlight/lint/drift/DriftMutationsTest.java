package dev.greenlight.lint.drift;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlight.catalog.Column;
import dev.greenlight.catalog.Index;
import dev.greenlight.catalog.Table;
import dev.greenlight.catalog.TableConstraint;
import dev.greenlight.catalog.Type;
import dev.greenlight.catalog.View;
import dev.greenlight.postgres.Identifiers;
import dev.greenlight.rule.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Of what a tool made of its own schema nothing differs; after each single change exactly that does. */
class DriftMutationsTest {
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

    private static Stream<Table> tables(DriftFixture fixture) {
        return fixture.catalog().tables();
    }

    private static String quoted(Table table) {
        return Identifiers.quote(table.name());
    }

    private static String alter(Table table, String action) {
        return "ALTER TABLE " + quoted(table) + " " + action + ";";
    }

    private static String object(Table table, Column column) {
        return table.name().display() + "." + column.name();
    }

    /** Exactly these, after the SQL. */
    private static void check(SoftAssertions softly, DriftFixture fixture, String sql, String... objects) {
        softly.assertThat(fixture.objects(sql)).as(sql).containsExactlyInAnyOrder(objects);
    }

    /** A change to a column, and what is told of it. */
    private record Change(String action, List<String> told) {
        static Change of(String action, String... told) {
            return new Change(action, List.of(told));
        }
    }

    /** Without those that Prisma is told to leave alone. */
    private static Stream<Column> columns(Table table) {
        return table.columns().stream()
                .filter(column -> isDeclared(table) && !column.name().equals("secret"));
    }

    private static boolean isDeclared(Table table) {
        return !table.name().name().equals("Ignored");
    }

    /** All columns of a table at once: of each is told, and of nothing else. */
    private static void changeAll(DriftFixture fixture, BiFunction<Table, Column, Optional<Change>> change) {
        SoftAssertions softly = new SoftAssertions();
        tables(fixture).forEach(table -> {
            List<Change> changes = columns(table)
                    .flatMap(column -> change.apply(table, column).stream())
                    .toList();
            String sql =
                    changes.stream().map(each -> alter(table, each.action())).collect(Collectors.joining("\n"));
            String[] told =
                    changes.stream().flatMap(each -> each.told().stream()).toArray(String[]::new);
            check(softly, fixture, sql, told);
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
        tables(fixture)
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

    @ParameterizedTest
    @MethodSource("fixtures")
    void a_lost_index_is_missing_and_a_renamed_one_is_called_otherwise(DriftFixture fixture) {
        SoftAssertions softly = new SoftAssertions();
        tables(fixture)
                .filter(DriftMutationsTest::isDeclared)
                .forEach(table -> fixture.catalog()
                        .indexesOf(table.oid())
                        .filter(index -> !index.constraint())
                        .forEach(index -> {
                            String object = "index " + index.name().name() + " on "
                                    + table.name().display();
                            String name = Identifiers.quote(index.name());
                            check(softly, fixture, "DROP INDEX " + name + ";", object);
                            renamed(softly, fixture, table, index);
                        }));
        softly.assertAll();
    }

    private static void renamed(SoftAssertions softly, DriftFixture fixture, Table table, Index index) {
        String sql = "ALTER INDEX " + Identifiers.quote(index.name()) + " RENAME TO other_name;";
        boolean implicit = fixture.isPrisma() && table.name().name().startsWith("_");
        boolean plain = !index.partial() && index.keys().stream().allMatch(key -> key.expression() == null);
        if (implicit) {
            check(softly, fixture, sql);
        } else if (plain) {
            softly.assertThat(fixture.drift(sql)).as(sql).singleElement().satisfies(each -> {
                assertThat(each.object())
                        .isEqualTo("index other_name on " + table.name().display());
                assertThat(each.level()).isEqualTo(Level.NOTE);
            });
        }
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void a_lost_constraint_is_missing(DriftFixture fixture) {
        SoftAssertions softly = new SoftAssertions();
        tables(fixture).filter(DriftMutationsTest::isDeclared).forEach(table -> {
            for (TableConstraint constraint : table.constraints()) {
                String name = Identifiers.quote(constraint.name());
                boolean referred = fixture.catalog()
                        .tables()
                        .anyMatch(other -> other.constraints().stream()
                                .anyMatch(each -> each instanceof TableConstraint.ForeignKey key
                                        && key.referencedTable() == table.oid()));
                if (!(constraint instanceof TableConstraint.Unique) || !referred) {
                    check(softly, fixture, alter(table, "DROP CONSTRAINT " + name), object(table, constraint));
                }
            }
        });
        softly.assertAll();
    }

    private static String object(Table table, TableConstraint constraint) {
        String columns = String.join(
                ", ",
                constraint.columns().stream()
                        .map(number -> table.column(number).orElseThrow().name())
                        .toList());
        String display = table.name().display();
        return switch (constraint) {
            case TableConstraint.Unique key ->
                key.primaryKey() ? "primary key of " + display : "index " + key.name() + " on " + display;
            case TableConstraint.ForeignKey ignored -> "foreign key (" + columns + ") of " + display;
            case TableConstraint.Check check -> "check " + check.name() + " of " + display;
            case TableConstraint.Exclusion exclusion -> exclusion.name();
        };
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void another_action_of_a_foreign_key_is_told(DriftFixture fixture) {
        SoftAssertions softly = new SoftAssertions();
        tables(fixture).forEach(table -> {
            for (TableConstraint constraint : table.constraints()) {
                if (constraint instanceof TableConstraint.ForeignKey key) {
                    check(softly, fixture, withAction(fixture, table, key), object(table, key));
                }
            }
        });
        softly.assertAll();
    }

    private static String withAction(DriftFixture fixture, Table table, TableConstraint.ForeignKey key) {
        Table target = fixture.catalog().table(key.referencedTable()).orElseThrow();
        String name = Identifiers.quote(key.name());
        return alter(table, "DROP CONSTRAINT " + name)
                + alter(
                        table,
                        "ADD CONSTRAINT " + name + " FOREIGN KEY " + columns(table, key.columns()) + " REFERENCES "
                                + quoted(target) + columns(target, key.referencedColumns())
                                + " ON DELETE SET DEFAULT ON UPDATE "
                                + key.onUpdate().name().replace('_', ' '));
    }

    private static String columns(Table table, List<Integer> numbers) {
        List<String> names = new ArrayList<>();
        numbers.forEach(number ->
                names.add(Identifiers.quote(table.column(number).orElseThrow().name())));
        return "(" + String.join(", ", names) + ")";
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void labels_that_only_one_side_has_are_told(DriftFixture fixture) {
        SoftAssertions softly = new SoftAssertions();
        fixture.catalog().types().stream()
                .filter(Type.Enum.class::isInstance)
                .map(Type.Enum.class::cast)
                .forEach(type -> {
                    String name = Identifiers.quote(type.name());
                    String of = " of enum " + type.name().display();
                    String first = type.labels().getFirst().replace("'", "''");
                    check(softly, fixture, "ALTER TYPE " + name + " ADD VALUE 'more';", "label more" + of);
                    check(
                            softly,
                            fixture,
                            "ALTER TYPE " + name + " RENAME VALUE '" + first + "' TO 'more';",
                            "label more" + of,
                            "label " + type.labels().getFirst() + of);
                });
        softly.assertAll();
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void what_only_migrations_make_is_told_where_they_make_it(DriftFixture fixture) {
        SoftAssertions softly = new SoftAssertions();
        String schema = fixture.name().equals("prisma-schemas") ? "shop." : "";
        check(softly, fixture, "CREATE TABLE " + schema + "more (id int PRIMARY KEY);", schema + "more");
        check(softly, fixture, "CREATE TYPE " + schema + "more AS ENUM ('a');", "enum " + schema + "more");
        Table table = tables(fixture)
                .filter(DriftMutationsTest::isDeclared)
                .findFirst()
                .orElseThrow();
        String display = table.name().display();
        check(softly, fixture, alter(table, "ADD COLUMN more int"), display + ".more");
        String column = Identifiers.quote(table.columns().getFirst().name());
        check(
                softly,
                fixture,
                "CREATE INDEX more ON " + quoted(table) + " USING hash (" + column + ");",
                "index more on " + display);
        softly.assertThat(fixture.drift(alter(table, "ADD COLUMN more int"))
                        .getFirst()
                        .place()
                        .toString())
                .isEqualTo("db/V2__more.sql:1");
        softly.assertAll();
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void what_the_format_cannot_say_is_not_told(DriftFixture fixture) {
        Table table = tables(fixture)
                .filter(DriftMutationsTest::isDeclared)
                .findFirst()
                .orElseThrow();
        String column = Identifiers.quote(table.columns().getFirst().name());
        String more = """
                CREATE EXTENSION IF NOT EXISTS hstore;
                CREATE SCHEMA elsewhere;
                CREATE TABLE elsewhere.theirs (id int);
                CREATE DOMAIN short AS varchar(3);
                CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
                CREATE TRIGGER touched BEFORE UPDATE ON %1$s FOR EACH ROW EXECUTE FUNCTION touch();
                COMMENT ON TABLE %1$s IS 'a comment';
                """;
        String ofPrisma = """
                ALTER TABLE %1$s ADD CHECK (%2$s IS NOT NULL);
                ALTER TABLE %1$s ENABLE ROW LEVEL SECURITY;
                CREATE POLICY all_of_it ON %1$s USING (true);
                CREATE INDEX some ON %1$s (%2$s) WHERE %2$s IS NOT NULL;
                CREATE INDEX expressed ON %1$s ((%2$s IS NULL));
                CREATE VIEW seen AS SELECT * FROM %1$s;
                CREATE SEQUENCE numbers;
                """;
        String all = (more + (fixture.isPrisma() ? ofPrisma : "")).formatted(quoted(table), column);
        assertThat(fixture.drift(all)).isEmpty();
    }
}
