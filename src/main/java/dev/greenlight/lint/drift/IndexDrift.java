package dev.greenlight.lint.drift;

import dev.greenlight.catalog.Index;
import dev.greenlight.catalog.Table;
import dev.greenlight.catalog.TableConstraint;
import dev.greenlight.lint.check.FinalSchema;
import dev.greenlight.lint.check.Recommendation;
import dev.greenlight.lint.difference.Literals;
import dev.greenlight.lint.truth.Expressible.Trait;
import dev.greenlight.sql.ObjectType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What differs between the indexes and unique constraints of a table that migrations leave and the declared one. Those of
 * one name are the same; of others, those that are alike are the same under another name.
 */
final class IndexDrift {
    /** The operator class that a type has by default is called so; it is the same whether it is said or not. */
    private static final Pattern OF_TYPE = Pattern.compile("[a-z0-9]+_ops");

    /** What all formats can say. */
    private static final Set<String> METHODS = Set.of("btree", "hash", "gin", "gist", "spgist", "brin");

    private final Sides sides;
    private final Table migrated;
    private final Table declared;
    private final List<IndexShape> own;
    private final List<IndexShape> others;

    IndexDrift(Sides sides, Table migrated, Table declared) {
        this.sides = sides;
        this.migrated = migrated;
        this.declared = declared;
        this.own = shapes(sides.migrated(), migrated);
        this.others = shapes(sides.declared(), declared);
    }

    /** Without that of the primary key and those of exclusion constraints. */
    private static List<IndexShape> shapes(FinalSchema schema, Table table) {
        return schema.catalog()
                .indexesOf(table.oid())
                .filter(index -> table.constraints().stream().noneMatch(constraint -> isKeyOf(constraint, index)))
                .map(index -> IndexShape.of(table, index))
                .toList();
    }

    private static boolean isKeyOf(TableConstraint constraint, Index index) {
        return switch (constraint) {
            case TableConstraint.Unique key -> key.primaryKey() && key.index() == index.oid();
            case TableConstraint.Exclusion exclusion -> exclusion.index() == index.oid();
            case TableConstraint.Check ignored -> false;
            case TableConstraint.ForeignKey ignored -> false;
        };
    }

    Stream<Recommendation> look() {
        Map<IndexShape, IndexShape> pairs = pairs();
        Stream<Recommendation> common =
                pairs.entrySet().stream().flatMap(pair -> compare(pair.getValue(), pair.getKey()).stream());
        List<IndexShape> missing =
                others.stream().filter(each -> !pairs.containsKey(each)).toList();
        List<IndexShape> extra =
                own.stream().filter(each -> !pairs.containsValue(each)).toList();
        return Stream.of(
                        common,
                        missing.stream().flatMap(each -> missing(each, extra).stream()),
                        extra.stream().flatMap(each -> extra(each, missing).stream()))
                .flatMap(stream -> stream);
    }

    /** Which of the migrations' is which declared one. */
    private Map<IndexShape, IndexShape> pairs() {
        Map<IndexShape, IndexShape> pairs = new LinkedHashMap<>();
        for (IndexShape other : others) {
            own.stream()
                    .filter(each -> each.name().equals(other.name()))
                    .findFirst()
                    .ifPresent(each -> pairs.put(other, each));
        }
        List<IndexShape> rest = new ArrayList<>(own);
        rest.removeAll(pairs.values());
        for (IndexShape other : others) {
            if (!pairs.containsKey(other)) {
                rest.stream().filter(each -> each.isLike(other)).findFirst().ifPresent(each -> {
                    pairs.put(other, each);
                    rest.remove(each);
                });
            }
        }
        return pairs;
    }

    private Optional<Recommendation> compare(IndexShape is, IndexShape shouldBe) {
        if (!KeyDrift.has(migrated, shouldBe.columns()) || !KeyDrift.has(declared, is.columns())) {
            return Optional.empty();
        }
        if (isOther(is, shouldBe)) {
            return Optional.of(sides.differs(
                    object(is), is.index().origin(), shouldBe.index().origin(), is.words(), shouldBe.words()));
        }
        boolean implicit = sides.expressible().implicit().contains(declared.name());
        return implicit || is.name().equals(shouldBe.name())
                ? Optional.empty()
                : Optional.of(sides.renamed(
                        object(is), is.index().origin(), shouldBe.index().origin(), shouldBe.name()));
    }

    private boolean isOther(IndexShape is, IndexShape shouldBe) {
        boolean expressions = sides.expressible().has(Trait.EXPRESSIONS);
        boolean nulls = sides.expressible().has(Trait.NULLS_NOT_DISTINCT);
        return is.unique() != shouldBe.unique()
                || !is.method().equals(shouldBe.method())
                || areOtherKeys(is, shouldBe)
                || expressions && areOtherRows(is.index(), shouldBe.index())
                || nulls && is.index().nullsNotDistinct() != shouldBe.index().nullsNotDistinct();
    }

    private static boolean areOtherRows(Index is, Index shouldBe) {
        String own = is.clauses().where();
        String declared = shouldBe.clauses().where();
        return is.partial() != shouldBe.partial()
                || own != null && declared != null && Literals.areOther(own, declared);
    }

    /** An expression may be any other one. */
    private static boolean areOtherKeys(IndexShape is, IndexShape shouldBe) {
        boolean other = is.keys().size() != shouldBe.keys().size();
        for (int at = 0; !other && at < is.keys().size(); at++) {
            String key = is.keys().get(at);
            String declared = shouldBe.keys().get(at);
            other = key != null && declared != null && !key.equals(declared)
                    || !is.orders().get(at).equals(shouldBe.orders().get(at))
                    || areOtherClasses(is.classes().get(at), shouldBe.classes().get(at));
        }
        return other;
    }

    /** Which is the default of a type is not known here, but for its name. */
    private static boolean areOtherClasses(String is, String shouldBe) {
        return !is.equals(shouldBe)
                && !shouldBe.isEmpty()
                && !(is.isEmpty() && OF_TYPE.matcher(shouldBe).matches());
    }

    private Optional<Recommendation> missing(IndexShape shape, List<IndexShape> extra) {
        return KeyDrift.has(migrated, shape.columns()) && sides.isMissing(ObjectType.INDEX, shape.name())
                ? Optional.of(sides.missing(object(shape), shape.index().origin(), shape.name(), names(extra)))
                : Optional.empty();
    }

    private Optional<Recommendation> extra(IndexShape shape, List<IndexShape> missing) {
        boolean said = shape.isPlain()
                        && METHODS.contains(shape.method())
                        && shape.index().clauses().include().isEmpty()
                || sides.expressible().has(Trait.EXPRESSIONS);
        boolean own = shape.index().parent() == 0 && shape.index().origin() != null && !isKeyOfPairs(shape);
        boolean certain = declared.columnsKnown() && sides.isUndeclared(ObjectType.INDEX, shape.name());
        return said && own && certain && KeyDrift.has(declared, shape.columns())
                ? Optional.of(sides.extra(object(shape), shape.index().origin(), shape.name(), names(missing)))
                : Optional.empty();
    }

    /** Before Prisma 6 a table of pairs had it instead of a primary key. */
    private boolean isKeyOfPairs(IndexShape shape) {
        return shape.unique() && sides.expressible().implicit().contains(declared.name());
    }

    private static List<String> names(List<IndexShape> shapes) {
        return shapes.stream().map(IndexShape::name).toList();
    }

    private String object(IndexShape shape) {
        return "index " + shape.name() + " on " + declared.name().display();
    }
}
