package dev.greenlight.sql;

import dev.greenlight.sql.TableStatement.Like;
import java.util.List;

/** What stands in the parentheses of CREATE TABLE, sorted by what it is. */
record TableElements(List<ColumnDefinition> columns, List<Constraint> constraints, List<Like> likes) {
    static final TableElements NONE = new TableElements(List.of(), List.of(), List.of());

    TableElements {
        columns = List.copyOf(columns);
        constraints = List.copyOf(constraints);
        likes = List.copyOf(likes);
    }
}
