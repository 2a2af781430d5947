package dev.greenlight.lint.drift;

import static dev.greenlight.lint.drift.DriftFixture.alter;
import static dev.greenlight.lint.drift.DriftFixture.quoted;
import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlight.catalog.Index;
import dev.greenlight.catalog.Table;
import dev.greenlight.catalog.TableConstraint;
import dev.greenlight.catalog.Type;
import dev.greenlight.postgres.Identifiers;
import dev.greenlight.rule.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** After each single change of what a tool made of its own schema exactly that differs. */
class DriftObjectsTest {
    static Stream<DriftFixture> fixtures() {
        return DriftFixture.all();
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void a_lost_index_is_missing_and_a_renamed_one_is_called_otherwise(DriftFixture fixture) {
        SoftAssertions softly = new SoftAssertions();
        fixture.declaredTables()
                .forEach(table -> fixture.catalog()
                        .indexesOf(table.oid())
                        .filter(index -> !index.constraint())
                        .forEach(index -> {
                            String object = "index " + index.name().name() + " on "
                                    + table.name().display();
                            String name = Identifiers.quote(index.name());
                            fixture.check(softly, "DROP INDEX " + name + ";", object);
                            renamed(softly, fixture, table, index);
                        }));
        softly.assertAll();
    }

    private static void renamed(SoftAssertions softly, DriftFixture fixture, Table table, Index index) {
        String sql = "ALTER INDEX " + Identifiers.quote(index.name()) + " RENAME TO other_name;";
        boolean implicit = fixture.isPrisma() && table.name().name().startsWith("_");
        boolean plain = !index.partial() && index.keys().stream().allMatch(key -> key.expression() == null);
        if (implicit) {
            fixture.check(softly, sql);
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
        fixture.declaredTables().forEach(table -> {
            for (TableConstraint constraint : table.constraints()) {
                String name = Identifiers.quote(constraint.name());
                boolean referred = fixture.catalog()
                        .tables()
                        .anyMatch(other -> other.constraints().stream()
                                .anyMatch(each -> each instanceof TableConstraint.ForeignKey key
                                        && key.referencedTable() == table.oid()));
                if (!(constraint instanceof TableConstraint.Unique) || !referred) {
                    fixture.check(softly, alter(table, "DROP CONSTRAINT " + name), object(table, constraint));
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
        fixture.declaredTables().forEach(table -> {
            for (TableConstraint constraint : table.constraints()) {
                if (constraint instanceof TableConstraint.ForeignKey key) {
                    fixture.check(softly, withAction(fixture, table, key), object(table, key));
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
                    fixture.check(softly, "ALTER TYPE " + name + " ADD VALUE 'more';", "label more" + of);
                    fixture.check(
                            softly,
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
        fixture.check(softly, "CREATE TABLE " + schema + "more (id int PRIMARY KEY);", schema + "more");
        fixture.check(softly, "CREATE TYPE " + schema + "more AS ENUM ('a');", "enum " + schema + "more");
        Table table = fixture.declaredTables().findFirst().orElseThrow();
        String display = table.name().display();
        fixture.check(softly, alter(table, "ADD COLUMN more int"), display + ".more");
        String column = Identifiers.quote(table.columns().getFirst().name());
        fixture.check(
                softly,
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
        Table table = fixture.declaredTables().findFirst().orElseThrow();
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
