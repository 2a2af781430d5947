package dev.greenlight.effect;

import dev.greenlight.catalog.Catalog;
import dev.greenlight.catalog.Index;
import dev.greenlight.catalog.Table;
import dev.greenlight.catalog.TableConstraint;
import dev.greenlight.catalog.Type;
import dev.greenlight.postgres.Cast;
import dev.greenlight.postgres.Casts;
import dev.greenlight.postgres.DataType;
import dev.greenlight.replay.ColumnOperation.ChangeColumnType;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;

/**
 * Whether a column's new type needs its rows written anew, its indexes built anew, its checks run again, or none of it
 * (manual ALTER TABLE, Notes; {@code ATColumnChangeRequiresRewrite} and {@code CheckIndexCompatible} in PostgreSQL's
 * source).
 */
final class TypeChange {
    /** Types that share their operator class, so that an index on the one serves the other. */
    private static final List<Set<String>> SAME_ORDER = List.of(Set.of("text", "varchar"), Set.of("inet", "cidr"));

    private final Catalog catalog;
    private final Server server;

    TypeChange(Catalog catalog, Server server) {
        this.catalog = catalog;
        this.server = server;
    }

    Work work(ChangeColumnType change) {
        DataType from = base(change.column().type());
        if (change.using() || rewrites(from, change.after().type())) {
            return Work.REWRITE;
        }
        if (rebuildsAnIndex(change, from)) {
            return Work.INDEX_BUILD;
        }
        return isChecked(change.table(), change.column().number()) ? Work.SCAN : Work.CATALOG;
    }

    /** Whether values may not survive the way there and back. */
    boolean losesValues(ChangeColumnType change) {
        DataType from = base(change.column().type());
        DataType to = base(change.after().type());
        if (from.name().equals(to.name())) {
            return !Modifiers.widen(from, to);
        }
        return change.using() || !isWiderType(from, to) || !Modifiers.keepAll(to);
    }

    /** A type that PostgreSQL converts to anywhere unasked holds every value of the first (manual 10.4). */
    private static boolean isWiderType(DataType from, DataType to) {
        return from.isBuiltIn()
                && to.isBuiltIn()
                && Casts.find(from.name().name(), to.name().name())
                        .filter(cast -> cast.usage() == Cast.Usage.ANYWHERE)
                        .isPresent();
    }

    private boolean rewrites(DataType from, DataType to) {
        if (isConstrainedDomain(to) && !to.equals(from)) {
            return true;
        }
        DataType target = base(to);
        if (!from.isKnown()) {
            return !takesAnyText(target);
        }
        if (from.array() || target.array()) {
            return !from.equals(target);
        }
        if (from.name().equals(target.name())) {
            return !Modifiers.widen(from, target);
        }
        if (isTimestampPair(from, target)) {
            return !isUtc() || !Modifiers.widen(from, target);
        }
        return !Casts.binaryCoercible(from, target) || !Modifiers.keepAll(target);
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

    private boolean rebuildsAnIndex(ChangeColumnType change, DataType from) {
        DataType to = base(change.after().type());
        boolean sameOrder = from.name().equals(to.name())
                || from.isBuiltIn()
                        && to.isBuiltIn()
                        && SAME_ORDER.stream()
                                .anyMatch(pair -> pair.contains(from.name().name())
                                        && pair.contains(to.name().name()));
        return catalog.indexesOf(change.table().oid())
                .filter(index -> index.needs().contains(change.column().number()))
                .anyMatch(index -> !sameOrder || isNeverReused(index));
    }

    /** PostgreSQL does not look into expressions and predicates and builds such an index anew. */
    private static boolean isNeverReused(Index index) {
        return index.partial() || index.keys().stream().anyMatch(key -> key.expression() != null);
    }

    private static boolean isChecked(Table table, int column) {
        return table.constraints().stream()
                .anyMatch(constraint -> constraint instanceof TableConstraint.Check
                        && constraint.columns().contains(column));
    }

    private boolean isConstrainedDomain(DataType type) {
        return catalog.type(type.name())
                .filter(found -> found instanceof Type.Domain domain && domain.constrained())
                .isPresent();
    }

    /** The type under a domain, or the type itself. */
    private DataType base(DataType type) {
        return catalog.type(type.name()).orElse(null) instanceof Type.Domain domain && !type.array()
                ? base(domain.base())
                : type;
    }
}
