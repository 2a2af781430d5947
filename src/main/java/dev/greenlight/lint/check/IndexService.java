package dev.greenlight.lint.check;

import dev.greenlight.catalog.Column;
import dev.greenlight.catalog.Index;
import dev.greenlight.catalog.Table;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What an index can be used for (manual 11). */
final class IndexService {
    /** Those that find no row by the value of a column, or only a range of pages (manual 65.4, 65.5). */
    private static final Set<String> NO_EQUALITY = Set.of("gin", "brin");

    private IndexService() {}

    /** Whether it finds the rows that have certain values in these columns, or at most one of each of them. */
    static boolean finds(Index index, Table table, List<Integer> columns) {
        if (!index.valid() || NO_EQUALITY.contains(index.method()) || !holdsAll(index, table, columns)) {
            return false;
        }
        Set<Integer> wanted = new HashSet<>(columns);
        List<Integer> keys = index.keys().stream().map(Index.Key::column).toList();
        boolean first = keys.size() >= wanted.size() && wanted.equals(new HashSet<>(keys.subList(0, wanted.size())));
        return first || index.unique() && wanted.containsAll(keys);
    }

    /** A lookup by equality finds no NULL, so that a partial index without NULLs serves it (manual 11.8). */
    private static boolean holdsAll(Index index, Table table, List<Integer> columns) {
        String where = index.clauses().where();
        if (!index.partial() || where == null) {
            return !index.partial();
        }
        List<String> harmless = columns.stream()
                .flatMap(number -> table.column(number).stream())
                .map(Column::name)
                .map(name -> plain(name) + " is not null")
                .toList();
        return List.of(plain(where).split(" and ")).stream().map(String::strip).allMatch(harmless::contains);
    }

    private static String plain(String condition) {
        return condition
                .toLowerCase(Locale.ROOT)
                .replaceAll("[()\"]", " ")
                .replaceAll("\\s+", " ")
                .strip();
    }
}
