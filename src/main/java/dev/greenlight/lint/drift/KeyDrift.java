package dev.greenlight.lint.drift;

import dev.greenlight.catalog.Column;
import dev.greenlight.catalog.Index;
import dev.greenlight.catalog.Table;
import dev.greenlight.catalog.TableConstraint;
import dev.greenlight.lint.check.Recommendation;
import dev.greenlight.lint.truth.Expressible.Trait;
import dev.greenlight.sql.ObjectType;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What differs between the primary keys of a table that migrations leave and the declared one. */
final class KeyDrift {
    private final Sides sides;
    private final Table migrated;
    private final Table declared;

    KeyDrift(Sides sides, Table migrated, Table declared) {
        this.sides = sides;
        this.migrated = migrated;
        this.declared = declared;
    }

    Stream<Recommendation> look() {
        String object = "primary key of " + declared.name().display();
        Optional<TableConstraint.Unique> own = migrated.primaryKey();
        Optional<TableConstraint.Unique> other = declared.primaryKey();
        if (own.isPresent() && other.isPresent()) {
            return differs(object, own.get(), other.get()).stream();
        }
        if (own.isEmpty() && other.isPresent()) {
            return missing(object, other.get()).stream();
        }
        return own
                .filter(key -> declared.columnsKnown() && has(declared, names(migrated, key.columns())))
                .map(key -> sides.extra(object, key.origin(), "", List.of()))
                .stream();
    }

    private Optional<Recommendation> differs(String object, TableConstraint.Unique own, TableConstraint.Unique other) {
        List<String> is = names(migrated, own.columns());
        List<String> shouldBe = names(declared, other.columns());
        if (!is.equals(shouldBe)) {
            return !has(migrated, shouldBe) || !has(declared, is)
                    ? Optional.empty()
                    : Optional.of(sides.differs(object, own.origin(), other.origin(), list(is), list(shouldBe)));
        }
        boolean named = sides.expressible().has(Trait.PRIMARY_KEY_NAMES)
                && !sides.expressible().implicit().contains(declared.name());
        return named && !own.name().equals(other.name())
                ? Optional.of(sides.renamed(
                        "constraint " + own.name() + " of " + migrated.name().display(),
                        own.origin(),
                        other.origin(),
                        other.name()))
                : Optional.empty();
    }

    /** Before Prisma 6 a table of pairs had a unique index instead. */
    private Optional<Recommendation> missing(String object, TableConstraint.Unique other) {
        boolean served = sides.expressible().implicit().contains(declared.name())
                && sides.migrated()
                        .catalog()
                        .indexesOf(migrated.oid())
                        .anyMatch(index -> index.unique()
                                && names(
                                                migrated,
                                                index.keys().stream()
                                                        .map(Index.Key::column)
                                                        .toList())
                                        .equals(names(declared, other.columns())));
        boolean certain =
                has(migrated, names(declared, other.columns())) && sides.isMissing(ObjectType.INDEX, other.name());
        return served || !certain
                ? Optional.empty()
                : Optional.of(sides.missing(object, other.origin(), "", List.of()));
    }

    /** Of columns that are not there that is said, and nothing of what is over them. */
    static boolean has(Table table, List<String> columns) {
        return columns.stream().allMatch(column -> table.column(column).isPresent());
    }

    static List<String> names(Table table, List<Integer> columns) {
        return columns.stream()
                .map(number -> table.column(number).map(Column::name).orElse("?"))
                .toList();
    }

    static String list(List<String> columns) {
        return "(" + String.join(", ", columns) + ")";
    }
}
