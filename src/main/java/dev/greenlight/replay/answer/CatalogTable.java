package dev.greenlight.replay.answer;

import dev.greenlight.postgres.QualifiedName;
import dev.greenlight.postgres.SystemRelations;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A relation of the system, read from our catalog: what its rows are, and how each of its columns is read from one. A
 * column that is not among these is there and unknown.
 */
final class CatalogTable<T> {
    private final QualifiedName name;
    private final Set<String> columns;
    private final Map<String, Function<T, Datum>> reads;
    private final Function<Pins, Contents<T>> contents;

    CatalogTable(QualifiedName name, Map<String, Function<T, Datum>> reads, Function<Pins, Contents<T>> contents) {
        this.name = name;
        this.reads = reads;
        this.contents = contents;
        this.columns = new LinkedHashSet<>(SystemRelations.columnNames(name));
    }

    /** @param doubt why it may not be there; null where it certainly is */
    record Seen<T>(T item, @Nullable String doubt) {}

    /**
     * A row that may be there, though nothing shows it.
     *
     * @param known what is known of it all the same
     */
    record Unseen(Map<String, Datum> known, String reason) {}

    record Contents<T>(List<Seen<T>> seen, List<Unseen> unseen) {}

    Set<String> columns() {
        return columns;
    }

    /** All rows that have the pinned values, and maybe others. */
    List<Row> rows(Pins pins) {
        Contents<T> found = contents.apply(pins);
        List<Row> rows = new ArrayList<>();
        for (Seen<T> seen : found.seen()) {
            rows.add(new Row(columns, column -> read(seen.item(), column), seen.doubt()));
        }
        for (Unseen unseen : found.unseen()) {
            rows.add(new Row(columns, column -> unseen(unseen, pins, column), unseen.reason()));
        }
        return rows;
    }

    private Datum read(T item, String column) {
        Function<T, Datum> read = reads.get(column);
        return read == null ? new Datum.Unknown(name.name() + "." + column) : read.apply(item);
    }

    private static Datum unseen(Unseen unseen, Pins pins, String column) {
        Datum known = unseen.known().get(column);
        return known != null ? known : pins.only(column).orElseGet(() -> new Datum.Unknown(unseen.reason()));
    }
}
