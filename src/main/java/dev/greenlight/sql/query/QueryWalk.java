package dev.greenlight.sql.query;

import dev.greenlight.sql.Name;
import dev.greenlight.sql.TokenKind;
import dev.greenlight.sql.query.CommonTables.CommonTable;
import dev.greenlight.sql.query.Part.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Goes through a query's structure and says of each name what it sees. */
final class QueryWalk {
    private final Marks marks;
    private final int end;

    /** @param end where the query's tokens end */
    QueryWalk(Marks marks, int end) {
        this.marks = marks;
        this.end = end;
    }

    /**
     * What surrounds a query.
     *
     * @param outer what its names see beyond its own FROM items
     */
    record Surroundings(@Nullable Scope outer, CommonTables tables) {
        Surroundings inside(Scope scope) {
            return new Surroundings(scope, tables);
        }

        Surroundings with(CommonTable table) {
            return new Surroundings(outer, tables.with(table));
        }
    }

    /** A query's outcome: what its expressions see, and what it gives. */
    record Block(Scope scope, List<OutputColumn> output) {}

    /** Goes through the parts of a query. */
    Block query(List<Part> parts, Surroundings surroundings) {
        Surroundings around = declareRecursive(parts, surroundings);
        Block first = null;
        for (Part part : parts) {
            if (part.is(Kind.COMMON_TABLE)) {
                around = around.with(commonTable(part, around));
            } else if (part.is(Kind.QUERY) || part.is(Kind.SELECT)) {
                Block block = part.is(Kind.SELECT) ? select(part, around) : query(part.parts(), around);
                first = first == null ? block : first;
            } else {
                expression(part, first == null ? scope(around, List.of()) : first.scope(), around);
            }
        }
        return first == null ? new Block(scope(around, List.of()), List.of()) : seeResult(parts, first, around);
    }

    private static Scope scope(Surroundings surroundings, List<FromItem> items) {
        return new Scope(items, surroundings.outer());
    }

    /** Behind UNION and its kin, ORDER BY sees the first query's output columns (manual 7.5, Sorting Rows). */
    private Block seeResult(List<Part> parts, Block block, Surroundings surroundings) {
        Scope result = new Scope(List.of(new FromItem.Derived(null, List.of(), block.output())), surroundings.outer());
        parts.forEach(part -> seeResult(part, result));
        return block;
    }

    private void seeResult(Part part, Scope result) {
        if (part.is(Kind.RESULT_COLUMN)) {
            marks.see(part.first(), result);
        } else if (part.is(Kind.SELECT)) {
            part.parts().stream()
                    .filter(inner -> inner.is(Kind.RESULT_COLUMN))
                    .forEach(inner -> seeResult(inner, result));
        }
    }

    private Surroundings declareRecursive(List<Part> parts, Surroundings surroundings) {
        Surroundings around = surroundings;
        List<Part> tables =
                parts.stream().filter(part -> part.is(Kind.COMMON_TABLE)).toList();
        if (tables.isEmpty() || !marks.isWord(nameOf(tables.getFirst()) - 1, "recursive")) {
            return surroundings;
        }
        for (Part table : tables) {
            around = around.with(Recursion.declare(marks, nameOf(table), end));
        }
        return around;
    }

    private int nameOf(Part table) {
        return marks.isWord(table.first(), "recursive") && marks.role(table.first()) == Role.PLAIN
                ? table.first() + 1
                : table.first();
    }

    private CommonTable commonTable(Part part, Surroundings surroundings) {
        int name = nameOf(part);
        Block block = query(part.parts(), surroundings);
        return new CommonTable(
                Name.of(marks.token(name)), FromEntry.behind(marks, name, end).columns(), block.output());
    }

    /** Goes through one SELECT. */
    Block select(Part select, Surroundings surroundings) {
        List<FromItem> items = new ArrayList<>();
        from(select.parts(), items, surroundings);
        Scope scope = scope(surroundings, items);
        List<OutputColumn> output = OutputColumns.of(marks, select.first(), end, scope);
        for (Part part : select.parts()) {
            if (!part.isFromItem() && !part.isJoin()) {
                inSelect(distinctOn(part, select), new Block(scope, output), surroundings);
            }
        }
        return new Block(scope, output);
    }

    /** A column by itself in DISTINCT ON is found as in ORDER BY (manual SELECT, DISTINCT Clause). */
    private Part distinctOn(Part part, Part select) {
        int open = select.first() + 3;
        boolean inside = marks.isWord(open - 2, "distinct", "on")
                && part.is(Kind.COLUMN)
                && part.first() > open
                && part.last() < marks.partner(open);
        return inside ? new Part(Kind.SORT_COLUMN, part.first(), part.last(), part.parts()) : part;
    }

    private void inSelect(Part part, Block block, Surroundings surroundings) {
        FromItem output = new FromItem.Derived(null, List.of(), distinct(block.output()));
        Scope scope = block.scope();
        switch (part.kind()) {
            case SORT_COLUMN -> marks.see(part.first(), new Scope(List.of(output), scope));
            case GROUP_COLUMN ->
                marks.see(part.first(), new Scope(scope.items(), new Scope(List.of(output), scope.outer())));
            default -> expression(part, scope, surroundings);
        }
    }

    /** A column that is listed twice is still one (manual SELECT, ORDER BY Clause). */
    private static List<OutputColumn> distinct(List<OutputColumn> output) {
        List<OutputColumn> distinct = new ArrayList<>();
        Set<String> columns = new HashSet<>();
        for (OutputColumn column : output) {
            if (column.column() == null || columns.add(column.name() + " " + column.column())) {
                distinct.add(column);
            }
        }
        return distinct;
    }

    private void expression(Part part, Scope scope, Surroundings surroundings) {
        switch (part.kind()) {
            case QUERY, SELECT -> query(List.of(part), surroundings.inside(scope));
            case COLUMN, SORT_COLUMN, GROUP_COLUMN, RESULT_COLUMN -> marks.see(part.first(), scope);
            case FOREIGN -> marks.doubt();
            default -> part.parts().forEach(inner -> expression(inner, scope, surroundings));
        }
    }

    /** Goes through expressions that all see the same. */
    void expressions(List<Part> parts, Surroundings surroundings) {
        Scope scope = surroundings.outer() == null ? Scope.EMPTY : surroundings.outer();
        for (Part part : parts) {
            if (part.is(Kind.QUERY) || part.is(Kind.SELECT)) {
                expressions(part.parts(), scope, surroundings);
            }
        }
    }

    private void expressions(List<Part> parts, Scope scope, Surroundings surroundings) {
        for (Part part : parts) {
            if (part.is(Kind.SELECT)) {
                expressions(part.parts(), scope, surroundings);
            } else {
                expression(part, scope, surroundings);
            }
        }
    }

    private void from(List<Part> parts, List<FromItem> items, Surroundings surroundings) {
        for (Part part : parts) {
            if (part.isFromItem()) {
                items.add(item(part, items, surroundings));
            } else if (part.isJoin()) {
                join(part, items, surroundings);
            }
        }
    }

    private FromItem item(Part part, List<FromItem> before, Surroundings surroundings) {
        FromEntry entry = FromEntry.behind(marks, part.last(), end);
        Scope lateral = scope(surroundings, before);
        return switch (part.kind()) {
            case RELATION -> entry.relation(marks, part.first(), surroundings.tables());
            case SUBQUERY ->
                entry.derived(null, query(part.parts(), surroundings).output());
            case LATERAL_SUBQUERY ->
                entry.derived(
                        null, query(part.parts(), surroundings.inside(lateral)).output());
            case JOINED -> {
                List<FromItem> inner = new ArrayList<>();
                from(part.parts(), inner, surroundings);
                yield entry.joined(inner.getLast());
            }
            default -> {
                part.parts().forEach(inner -> expression(inner, lateral, surroundings));
                yield function(part, entry);
            }
        };
    }

    private FromItem function(Part part, FromEntry entry) {
        int name = part.first();
        while (marks.is(name + 1, TokenKind.DOT)) {
            name += 2;
        }
        return SetFunctions.item(marks, name, part.last(), entry);
    }

    private void join(Part part, List<FromItem> items, Surroundings surroundings) {
        Part right = part.parts().getFirst();
        FromItem item = item(right, items, surroundings);
        if (part.is(Kind.COMMA)) {
            items.add(item);
            return;
        }
        List<Name> using = new ArrayList<>();
        boolean isUsing = isUsing(part);
        if (isUsing) {
            part.parts().stream().skip(1).forEach(column -> using.add(Name.of(marks.token(column.first()))));
        }
        FromItem left = items.removeLast();
        FromItem join = new FromItem.Join(left, item, using, part.is(Kind.NATURAL_JOIN), null, List.of());
        items.add(join);
        Scope scope = scope(surroundings, List.of(join));
        part.parts().stream().skip(1).forEach(inner -> expression(inner, scope, surroundings));
    }

    /** Whether its columns stand behind USING and not in a condition. */
    private boolean isUsing(Part join) {
        return join.parts().size() > 1
                && join.parts().stream().skip(1).allMatch(part -> part.is(Kind.COLUMN))
                && marks.isWord(join.parts().get(1).first() - 2, "using");
    }
}
