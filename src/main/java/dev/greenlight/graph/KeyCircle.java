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
import java.util.stream.Stream;

/**
 * Foreign keys that lead from table to table and back to the first, each of which wants its row at once: its columns are
 * NOT NULL and it is not DEFERRABLE (manual CREATE TABLE). A table that refers to itself is none: a row may refer to
 * itself.
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
        boolean isStrict() {
            return !constraint.deferral().deferrable()
                    && constraint.referencedTable() != table.oid()
                    && constraint.columns().stream().allMatch(this::isRequired)
                    && isEnforced();
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

    /** The shortest one that begins with a key of a table. */
    public static Optional<KeyCircle> from(Catalog catalog, Table table, ForeignKey constraint) {
        Key first = new Key(table, constraint);
        if (!first.isStrict()) {
            return Optional.empty();
        }
        Map<Long, Key> reachedBy = new HashMap<>(Map.of(constraint.referencedTable(), first));
        Deque<Long> frontier = new ArrayDeque<>(List.of(constraint.referencedTable()));
        while (!frontier.isEmpty()) {
            for (Key key : keysOf(catalog, frontier.remove()).toList()) {
                long next = key.constraint().referencedTable();
                if (next == table.oid()) {
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
                .filter(Key::isStrict);
    }

    /** Whether each of its keys is there, under its name, and as strict. */
    public boolean isIn(Catalog catalog) {
        return keys.stream()
                .allMatch(key -> keysOf(catalog, key.table().oid())
                        .anyMatch(there -> there.constraint()
                                        .name()
                                        .equals(key.constraint().name())
                                && there.constraint().referencedTable()
                                        == key.constraint().referencedTable()));
    }
}
