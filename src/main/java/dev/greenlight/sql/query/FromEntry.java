package dev.greenlight.sql.query;

import dev.greenlight.sql.Name;
import dev.greenlight.sql.query.CommonTables.CommonTable;
import dev.greenlight.sql.query.RelationReference.Use;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The names that stand behind a FROM item.
 *
 * @param name null without an alias
 * @param columns new names for the item's first columns
 */
record FromEntry(@Nullable Name name, List<Name> columns) {
    FromEntry {
        columns = List.copyOf(columns);
    }

    /** Reads them behind the token with this index, as far as the tokens are marked. */
    static FromEntry behind(Marks marks, int index, int end) {
        Name name = null;
        List<Name> columns = new ArrayList<>();
        for (int i = index + 1; i < end; i++) {
            switch (marks.role(i)) {
                case ALIAS -> name = Name.of(marks.token(i));
                case COLUMN_ALIAS -> columns.add(Name.of(marks.token(i)));
                case SKIPPED -> {}
                default -> {
                    return new FromEntry(name, columns);
                }
            }
        }
        return new FromEntry(name, columns);
    }

    /** The relation or common table expression whose name begins at a token. */
    FromItem relation(Marks marks, int index, CommonTables tables) {
        Marks.Sighting sighting = marks.sighting(index);
        if (sighting == null) {
            marks.doubt();
            return new FromItem.Derived(name, columns, null);
        }
        marks.nameRelation(index);
        CommonTable table = tables.find(sighting.relation());
        if (table != null) {
            return common(table, sighting.name());
        }
        RelationReference relation = new RelationReference(sighting.relation(), name, Use.READ);
        relation = new RelationReference(relation.name(), name, marks.use(sighting, relation.visibleName()));
        marks.relations.add(relation);
        return new FromItem.Relation(relation, relation.visibleName(), columns);
    }

    private FromItem common(CommonTable table, Name written) {
        Name visible = name != null ? name : written;
        return new FromItem.Derived(visible, columns, renamed(table.columns(), table.columnNames()));
    }

    /** The columns under their new names, as far as there are such. */
    static @Nullable List<OutputColumn> renamed(@Nullable List<OutputColumn> columns, List<Name> names) {
        if (names.isEmpty()) {
            return columns;
        }
        if (columns == null || columns.size() < names.size() || columns.stream().anyMatch(OutputColumn::isStar)) {
            return null;
        }
        List<OutputColumn> renamed = new ArrayList<>(columns);
        for (int i = 0; i < names.size(); i++) {
            OutputColumn column = columns.get(i);
            renamed.set(i, new OutputColumn(names.get(i).value(), column.column(), column.span()));
        }
        return renamed;
    }

    /** A query, function or list of values in FROM. */
    FromItem derived(@Nullable Name fallback, @Nullable List<OutputColumn> output) {
        return new FromItem.Derived(name != null ? name : fallback, columns, output);
    }

    /** A join in parentheses; without an alias it stands for itself. */
    FromItem joined(FromItem item) {
        if (name == null && columns.isEmpty() || !(item instanceof FromItem.Join join)) {
            return item;
        }
        return new FromItem.Join(join.left(), join.right(), join.using(), join.natural(), name, columns);
    }
}
