package dev.greenlight.graph;

import dev.greenlight.catalog.Catalog;
import dev.greenlight.catalog.Origin;
import dev.greenlight.catalog.Table;
import dev.greenlight.catalog.TableConstraint.ForeignKey;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Foreign keys that lead from table to table and back to the first. It is closed where each of them wants its row at once:
 * its columns are NOT NULL and it is not DEFERRABLE (manual CREATE TABLE); one that does not opens it. A table that refers
 * to itself is none: a row may refer to itself.
 *
 * @param keys each is of the table to which the one before refers, and the last refers to the table of the first
 */
public record KeyCircle(List<Key> keys) {
    public KeyCircle {
        keys = List.copyOf(keys);
    }

    /** A foreign key and the table that has it. */
    public record Key(Table table, ForeignKey constraint) {
        /** Whether no row gets past it without one to refer to when the statement ends. */
        public boolean isStrict() {
            return !constraint.deferral().deferrable()
                    && constraint.columns().stream().allMatch(this::isRequired);
        }

        private boolean leadsOn() {
            return constraint.referencedTable() != table.oid() && isEnforced();
        }

        private boolean isLike(Key other) {
            return table.oid() == other.table.oid()
                    && constraint.name().equals(other.constraint.name())
                    && constraint.referencedTable() == other.constraint.referencedTable();
        }

        private boolean isRequired(int number) {
            return table.column(number).filter(column -> column.notNull()).isPresent();
        }

        /** From PostgreSQL 18 on a key may be written and not heeded; the catalog does not tell. */
        private boolean isEnforced() {
            Origin origin = constraint.origin();
            return origin != null
                    && !origin.file()
                            .text(origin.span())
                            .toLowerCase(Locale.ROOT)
                            .contains("not enforced");
        }
    }

    /** The shortest closed one that begins with a key. */
    public static Optional<KeyCircle> closedFrom(Key first, Catalog catalog) {
        return from(first, catalog, Key::isStrict);
    }

    /** The shortest one that begins with a key, where it is open. */
    public static Optional<KeyCircle> openFrom(Key first, Catalog catalog) {
        return from(first, catalog, key -> true).filter(circle -> !circle.isClosed());
    }

    private static Optional<KeyCircle> from(Key first, Catalog catalog, Predicate<Key> kind) {
        if (!first.leadsOn() || !kind.test(first)) {
            return Optional.empty();
        }
        long begin = first.constraint().referencedTable();
        Map<Long, Key> reachedBy = new HashMap<>(Map.of(begin, first));
        Deque<Long> frontier = new ArrayDeque<>(List.of(begin));
        while (!frontier.isEmpty()) {
            for (Key key : keysOf(catalog, frontier.remove()).filter(kind).toList()) {
                long next = key.constraint().referencedTable();
                if (next == first.table().oid()) {
                    return Optional.of(walkBack(key, first, reachedBy));
                }
                if (reachedBy.putIfAbsent(next, key) == null) {
                    frontier.add(next);
                }
            }
        }
        return Optional.empty();
    }

    private static KeyCircle walkBack(Key last, Key first, Map<Long, Key> reachedBy) {
        List<Key> keys = new ArrayList<>(List.of(last));
        while (keys.getLast() != first) {
            keys.add(reachedBy.get(keys.getLast().table().oid()));
        }
        return new KeyCircle(keys.reversed());
    }

    private static Stream<Key> keysOf(Catalog catalog, long table) {
        return catalog.table(table).stream()
                .flatMap(found -> found.constraints().stream()
                        .filter(ForeignKey.class::isInstance)
                        .map(ForeignKey.class::cast)
                        .map(constraint -> new Key(found, constraint)))
                .filter(Key::leadsOn);
    }

    private boolean isClosed() {
        return keys.stream().allMatch(Key::isStrict);
    }

    /** Whether each of its keys is there, under its name, and whether that leaves it as closed or as open as it is. */
    public boolean isIn(Catalog catalog) {
        List<Key> there = keys.stream()
                .flatMap(key -> keysOf(catalog, key.table().oid()).filter(key::isLike))
                .toList();
        return there.size() == keys.size() && new KeyCircle(there).isClosed() == isClosed();
    }
}
