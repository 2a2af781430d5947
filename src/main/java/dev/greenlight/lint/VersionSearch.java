package dev.greenlight.lint;

import dev.greenlight.migration.Direction;
import dev.greenlight.migration.Migration;
import dev.greenlight.migration.MigrationHistory;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Finds the migration that somebody means: by its version, its file's name or path, or a beginning of that name which no
 * other has.
 */
final class VersionSearch {
    private final MigrationHistory history;

    VersionSearch(MigrationHistory history) {
        this.history = history;
    }

    /** Those that are meant equally well; empty for none. */
    List<Migration> find(String given) {
        List<Predicate<Migration>> ways = List.of(
                migration -> migration.version().equals(given),
                migration -> name(migration).equals(given) || migration.path().equals(given),
                migration -> begins(name(migration), given),
                migration -> name(migration).startsWith(given));
        return ways.stream()
                .map(way -> history.migrations().stream()
                        .filter(migration -> migration.direction() != Direction.DOWN && !given.isEmpty())
                        .filter(way)
                        .toList())
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    /** What one may give, the versions where there are some. */
    List<String> known() {
        return history.migrations().stream()
                .filter(migration -> migration.direction() != Direction.DOWN)
                .map(migration -> migration.version().isEmpty() ? name(migration) : migration.version())
                .distinct()
                .toList();
    }

    /** The history to the end of a migration. */
    MigrationHistory to(Migration last) {
        int index = IntStream.range(0, history.migrations().size())
                .filter(i -> history.migrations().get(i) == last)
                .findFirst()
                .orElseThrow();
        return history.with(history.migrations().subList(0, index + 1));
    }

    static String name(Migration migration) {
        return migration.path().substring(migration.path().lastIndexOf('/') + 1);
    }

    /** {@code V3} begins {@code V3__orders.sql} and not {@code V30__items.sql}. */
    private static boolean begins(String name, String given) {
        return name.startsWith(given)
                && name.length() > given.length()
                && !Character.isLetterOrDigit(name.charAt(given.length()));
    }
}
