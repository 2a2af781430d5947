package dev.greenlight.lint.drift;

import dev.greenlight.catalog.Column;
import dev.greenlight.catalog.Table;
import dev.greenlight.lint.check.Recommendation;
import dev.greenlight.lint.truth.Expressible.ColumnName;
import dev.greenlight.lint.truth.Expressible.Trait;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What differs between a column that migrations leave and the declared one of the same name. */
final class ColumnDrift {
    private final Sides sides;
    private final Table table;
    private final Column migrated;
    private final Column declared;

    ColumnDrift(Sides sides, Table table, Column migrated, Column declared) {
        this.sides = sides;
        this.table = table;
        this.migrated = migrated;
        this.declared = declared;
    }

    Stream<Recommendation> look() {
        return Stream.of(type(), nullability(), generation(), value()).flatMap(Optional::stream);
    }

    private Recommendation differs(String is, String shouldBe) {
        String object = table.name().display() + "." + migrated.name();
        return sides.differs(object, migrated.origin(), declared.origin(), is, shouldBe);
    }

    private Optional<Recommendation> type() {
        TypeMeaning own = TypeMeaning.of(sides.migrated().catalog(), migrated.type());
        TypeMeaning other = TypeMeaning.of(sides.declared().catalog(), declared.type());
        return own.isOther(other)
                ? Optional.of(differs(migrated.type().display(), declared.type().display()))
                : Optional.empty();
    }

    private Optional<Recommendation> nullability() {
        boolean said = !declared.type().array() || sides.expressible().has(Trait.REQUIRED_ARRAYS);
        return said && migrated.notNull() != declared.notNull()
                ? Optional.of(differs(words(migrated), words(declared)))
                : Optional.empty();
    }

    private static String words(Column column) {
        return column.notNull() ? "NOT NULL" : "nullable";
    }

    private Optional<Recommendation> generation() {
        boolean said = sides.expressible().has(Trait.GENERATED_COLUMNS);
        return said && (migrated.generated() == null) != (declared.generated() == null)
                ? Optional.of(differs(generated(migrated), generated(declared)))
                : Optional.empty();
    }

    private static String generated(Column column) {
        return column.generated() == null ? "an ordinary column" : "generated";
    }

    private Optional<Recommendation> value() {
        ColumnName name = new ColumnName(table.name(), migrated.name());
        if (migrated.generated() != null
                || declared.generated() != null
                || sides.expressible().defaults().contains(name)) {
            return Optional.empty();
        }
        if (sides.expressible().has(Trait.IDENTITIES) && !Objects.equals(migrated.identity(), declared.identity())) {
            return Optional.of(differs(identity(migrated.identity()), identity(declared.identity())));
        }
        boolean other = DefaultMeaning.of(migrated).isOther(DefaultMeaning.of(declared));
        return other
                ? Optional.of(differs(words(migrated, "without a default"), words(declared, "without one")))
                : Optional.empty();
    }

    private static String identity(Column.@Nullable Identity identity) {
        return identity == null
                ? "no identity column"
                : "GENERATED " + identity.name().replace('_', ' ').toUpperCase(Locale.ROOT) + " AS IDENTITY";
    }

    private static String words(Column column, String none) {
        if (column.identity() != null) {
            return "an identity column";
        }
        Column.Value value = column.defaultValue();
        return value == null ? none : "with DEFAULT " + value.text();
    }
}
