package dev.greenlight.effect;

import dev.greenlight.catalog.Catalog;
import dev.greenlight.catalog.Column;
import dev.greenlight.catalog.Index;
import dev.greenlight.catalog.Table;
import dev.greenlight.catalog.TableConstraint;
import dev.greenlight.catalog.Type;
import dev.greenlight.postgres.Cast;
import dev.greenlight.postgres.Casts;
import dev.greenlight.postgres.DataType;
import dev.greenlight.replay.ColumnOperation.ChangeColumnType;
import dev.greenlight.replay.Step;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Whether a column's new type needs its rows written anew, its indexes built anew, its checks run again, or none of it
 * (manual ALTER TABLE, Notes; {@code ATColumnChangeRequiresRewrite} and {@code CheckIndexCompatible} in PostgreSQL's
 * source).
 */
final class TypeChange {
    /** Types that share their operator class, so that an index on the one serves the other. */
    private static final List<Set<String>> SAME_ORDER = List.of(Set.of("text", "varchar"), Set.of("inet", "cidr"));

    /** What the extension citext's type is converted to and from as it is (its casts WITHOUT FUNCTION). */
    private static final Set<String> SAME_AS_CITEXT = Set.of("text", "varchar");

    private final Catalog catalog;
    private final Neighbours near;
    private final Server server;

    TypeChange(Step step, Server server) {
        this.catalog = step.before();
        this.near = new Neighbours(step, server);
        this.server = server;
    }

    /** @param table the one whose column changes, or one that inherits from it */
    Work work(ChangeColumnType change, Table table) {
        if (rewrites(change)) {
            return Work.REWRITE;
        }
        if (rebuildsAnIndex(change, table)) {
            return Work.INDEX_BUILD;
        }
        return isChecked(table, change.column().name()) ? Work.SCAN : Work.CATALOG;
    }

    boolean rewrites(ChangeColumnType change) {
        return change.computed() || converts(change);
    }

    /** Whether values may not survive the way there and back. */
    boolean losesValues(ChangeColumnType change) {
        DataType from = base(change.column().type());
        DataType to = base(change.after().type());
        if (from.name().equals(to.name())) {
            return !Modifiers.widen(from, to);
        }
        return change.computed() || !isWiderType(from, to) || !Modifiers.keepAll(to);
    }

    /** A type that PostgreSQL converts to anywhere unasked holds every value of the first (manual 10.4). */
    private static boolean isWiderType(DataType from, DataType to) {
        return from.isBuiltIn()
                && to.isBuiltIn()
                && Casts.find(from.name().name(), to.name().name())
                        .filter(cast -> cast.usage() == Cast.Usage.ANYWHERE)
                        .isPresent();
    }

    /** One conversion after the other, as USING writes them. */
    private boolean converts(ChangeColumnType change) {
        List<DataType> types = new ArrayList<>(change.casts());
        types.add(change.after().type());
        DataType from = change.column().type();
        for (DataType to : types) {
            if (rewrites(from, to)) {
                return true;
            }
            from = to;
        }
        return false;
    }

    private boolean rewrites(DataType from, DataType to) {
        if (from.isKnown() && from.equals(to)) {
            return false;
        }
        if (isConstrainedDomain(to)) {
            return true;
        }
        DataType source = value(from);
        DataType target = base(to);
        if (!source.isKnown()) {
            return !takesAnyText(target);
        }
        if (source.array() || target.array()) {
            return !source.equals(target);
        }
        if (source.name().equals(target.name())) {
            return !Modifiers.widen(source, target);
        }
        if (isTimestampPair(source, target)) {
            return !isUtc() || !Modifiers.keepAllFractions(target);
        }
        return !isSame(source, target) || !Modifiers.keepAll(target);
    }

    private static boolean isSame(DataType from, DataType to) {
        return Casts.binaryCoercible(from, to) || isCitextPair(from, to) || isCitextPair(to, from);
    }

    private static boolean isCitextPair(DataType one, DataType other) {
        return one.name().name().equals("citext")
                && other.isBuiltIn()
                && SAME_AS_CITEXT.contains(other.name().name());
    }

    /** Where the old type is unknown, the commonest change, a longer or no limit on a text, is not called a rewrite. */
    private static boolean takesAnyText(DataType type) {
        return type.is("text") || type.is("varchar");
    }

    private static boolean isTimestampPair(DataType from, DataType to) {
        return from.is("timestamp") && to.is("timestamptz") || from.is("timestamptz") && to.is("timestamp");
    }

    /** Since PostgreSQL 12 the two timestamps are the same bytes where the session's TimeZone is UTC. */
    private boolean isUtc() {
        return server.timezone()
                .map(ZoneId::normalized)
                .filter(ZoneOffset.UTC::equals)
                .isPresent();
    }

    /** Whether values of both types are compared alike, so that what is sorted or found by the one is by the other. */
    boolean keepsOrder(ChangeColumnType change) {
        DataType from = base(change.column().type());
        DataType to = base(change.after().type());
        return from.name().equals(to.name())
                || from.isBuiltIn()
                        && to.isBuiltIn()
                        && SAME_ORDER.stream()
                                .anyMatch(pair -> pair.contains(from.name().name())
                                        && pair.contains(to.name().name()));
    }

    private boolean rebuildsAnIndex(ChangeColumnType change, Table table) {
        boolean reused = keepsOrder(change) && !change.collated();
        return near.indexesOn(Stream.of(table), change.column().name())
                .anyMatch(index -> !reused || isNeverReused(table, index));
    }

    /**
     * PostgreSQL does not look into expressions and predicates and builds such an index anew; and an index of a
     * partitioned table, which has no file that could be kept, with those of all partitions ({@code TryReuseIndex}).
     */
    private static boolean isNeverReused(Table table, Index index) {
        return table.kind() == Table.Kind.PARTITIONED
                || index.parent() != 0
                || index.partial()
                || index.keys().stream().anyMatch(key -> key.expression() != null);
    }

    private static boolean isChecked(Table table, String name) {
        int number = table.column(name).map(Column::number).orElse(0);
        return table.constraints().stream()
                .anyMatch(constraint -> constraint instanceof TableConstraint.Check
                        && constraint.validated()
                        && constraint.columns().contains(number));
    }

    private boolean isConstrainedDomain(DataType type) {
        return catalog.type(type.name())
                .filter(found -> found instanceof Type.Domain domain
                        && (domain.constrained() || isConstrainedDomain(domain.base())))
                .isPresent();
    }

    /** What a value is once it is read: of a domain, whatever limit its type sets is not known of it any more. */
    private DataType value(DataType type) {
        DataType base = base(type);
        return base == type ? type : new DataType(base.name(), List.of(), base.array());
    }

    /** The type under a domain, or the type itself. */
    private DataType base(DataType type) {
        return catalog.type(type.name()).orElse(null) instanceof Type.Domain domain && !type.array()
                ? base(domain.base())
                : type;
    }
}
