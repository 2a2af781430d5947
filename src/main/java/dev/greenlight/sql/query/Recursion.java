package dev.greenlight.sql.query;

import dev.greenlight.sql.Name;
import dev.greenlight.sql.query.CommonTables.CommonTable;
import java.util.List;

/** What a common table expression gives, as it sees itself (manual 7.8.2, Recursive Queries): its first query's columns. */
final class Recursion {
    private Recursion() {}

    /** @param name the index of its name; its query must be marked */
    static CommonTable declare(Marks marks, int name, int end) {
        int first = name + 1;
        while (first < end && !marks.isSelect(first)) {
            first++;
        }
        List<OutputColumn> columns = first < end ? OutputColumns.of(marks, first, end, null) : List.of();
        boolean known = columns.stream().noneMatch(column -> column.name().equals("*"));
        return new CommonTable(
                Name.of(marks.token(name)),
                FromEntry.behind(marks, name, end).columns(),
                known && first < end ? columns : null);
    }
}
