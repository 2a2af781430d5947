package dev.greenlight.sql.query;

import dev.greenlight.sql.Name;
import dev.greenlight.sql.ObjectName;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The common table expressions that are visible at a place (manual 7.8, WITH Queries). */
record CommonTables(Map<String, CommonTable> byName) {
    static final CommonTables NONE = new CommonTables(Map.of());

    /**
     * @param columnNames new names for its first columns
     * @param columns null where they cannot be told
     */
    record CommonTable(
            Name name, List<Name> columnNames, @Nullable List<OutputColumn> columns) {}

    CommonTables {
        byName = Map.copyOf(byName);
    }

    CommonTables with(CommonTable table) {
        Map<String, CommonTable> more = new HashMap<>(byName);
        more.put(table.name().value(), table);
        return new CommonTables(more);
    }

    /** What a relation's name stands for, if it stands for one of these. */
    @Nullable
    CommonTable find(ObjectName name) {
        return name.parts().size() == 1 ? byName.get(name.name()) : null;
    }
}
