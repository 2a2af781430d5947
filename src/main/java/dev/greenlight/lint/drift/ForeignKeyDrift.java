package dev.greenlight.lint.drift;

import dev.greenlight.catalog.Catalog;
import dev.greenlight.catalog.Table;
import dev.greenlight.catalog.TableConstraint.ForeignKey;
import dev.greenlight.lint.check.Recommendation;
import dev.greenlight.lint.truth.Expressible.Trait;
import dev.greenlight.postgres.QualifiedName;
import dev.greenlight.postgres.ReferentialAction;
import dev.greenlight.sql.ObjectType;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What differs between the foreign keys of a table that migrations leave and the declared one: by their columns. */
final class ForeignKeyDrift {
    private final Sides sides;
    private final Table migrated;
    private final Table declared;

    ForeignKeyDrift(Sides sides, Table migrated, Table declared) {
        this.sides = sides;
        this.migrated = migrated;
        this.declared = declared;
    }

    /** @param target empty where the table is not known */
    private record Shape(
            ForeignKey key, List<String> columns, Optional<QualifiedName> target, List<String> referenced) {
        static Shape of(Catalog catalog, Table table, ForeignKey key) {
            Optional<Table> target = catalog.table(key.referencedTable());
            return new Shape(
                    key,
                    KeyDrift.names(table, key.columns()),
                    target.map(Table::name),
                    target.map(found -> KeyDrift.names(found, key.referencedColumns()))
                            .orElse(List.of()));
        }

        String words() {
            return "REFERENCES " + target.map(QualifiedName::display).orElse("?") + " " + KeyDrift.list(referenced)
                    + " ON DELETE " + words(key.onDelete()) + " ON UPDATE " + words(key.onUpdate());
        }

        private static String words(ReferentialAction action) {
            return action.name().replace('_', ' ').toUpperCase(Locale.ROOT);
        }

        boolean isOther(Shape other) {
            boolean known = target.isPresent()
                    && other.target.isPresent()
                    && !referenced.isEmpty()
                    && !other.referenced.isEmpty();
            return known && !(target.equals(other.target) && referenced.equals(other.referenced))
                    || key.onDelete() != other.key.onDelete()
                    || key.onUpdate() != other.key.onUpdate();
        }
    }

    Stream<Recommendation> look() {
        if (!sides.expressible().has(Trait.FOREIGN_KEYS)) {
            return Stream.empty();
        }
        List<Shape> own = shapes(sides.migrated().catalog(), migrated).toList();
        List<Shape> others = shapes(sides.declared().catalog(), declared).toList();
        return Stream.concat(
                others.stream().flatMap(other -> compare(own, other).stream()),
                own.stream().filter(each -> find(others, each).isEmpty()).flatMap(each -> extra(each).stream()));
    }

    private static Stream<Shape> shapes(Catalog catalog, Table table) {
        return table.constraints().stream()
                .filter(ForeignKey.class::isInstance)
                .map(ForeignKey.class::cast)
                .map(key -> Shape.of(catalog, table, key));
    }

    /** One to the same table before others. */
    private static Optional<Shape> find(List<Shape> shapes, Shape wanted) {
        return shapes.stream()
                .filter(each ->
                        each.columns().equals(wanted.columns()) && each.target().equals(wanted.target()))
                .findFirst()
                .or(() -> shapes.stream()
                        .filter(each -> each.columns().equals(wanted.columns()))
                        .findFirst());
    }

    private Optional<Recommendation> compare(List<Shape> own, Shape other) {
        Optional<Shape> found = find(own, other);
        if (found.isEmpty()) {
            return missing(other);
        }
        ForeignKey key = found.get().key();
        if (!hasTarget(sides.migrated().catalog(), other)
                || !hasTarget(sides.declared().catalog(), found.get())) {
            return Optional.empty();
        }
        if (found.get().isOther(other)) {
            return Optional.of(sides.differs(
                    object(other),
                    key.origin(),
                    other.key().origin(),
                    found.get().words(),
                    other.words()));
        }
        boolean same = key.name().equals(other.key().name())
                || sides.expressible().implicit().contains(declared.name());
        return same
                ? Optional.empty()
                : Optional.of(sides.renamed(
                        "constraint " + key.name() + " of " + declared.name().display(),
                        key.origin(),
                        other.key().origin(),
                        other.key().name()));
    }

    /** Whether what it refers to is there, of which else that is said. */
    private static boolean hasTarget(Catalog catalog, Shape shape) {
        return shape.target()
                .flatMap(catalog::relation)
                .filter(Table.class::isInstance)
                .filter(table -> KeyDrift.has((Table) table, shape.referenced()))
                .isPresent();
    }

    private Optional<Recommendation> missing(Shape shape) {
        boolean there = KeyDrift.has(migrated, shape.columns())
                && hasTarget(sides.migrated().catalog(), shape);
        return there && sides.isMissing(ObjectType.CONSTRAINT, shape.key().name())
                ? Optional.of(sides.missing(object(shape), shape.key().origin(), "", List.of()))
                : Optional.empty();
    }

    private Optional<Recommendation> extra(Shape shape) {
        boolean there = KeyDrift.has(declared, shape.columns())
                && hasTarget(sides.declared().catalog(), shape);
        return there && sides.isUndeclared(ObjectType.CONSTRAINT, shape.key().name())
                ? Optional.of(sides.extra(object(shape), shape.key().origin(), "", List.of()))
                : Optional.empty();
    }

    private String object(Shape shape) {
        return "foreign key " + KeyDrift.list(shape.columns()) + " of "
                + declared.name().display();
    }
}
