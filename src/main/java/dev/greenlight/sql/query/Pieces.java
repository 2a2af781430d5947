package dev.greenlight.sql.query;

import dev.greenlight.sql.TokenKind;
import dev.greenlight.sql.query.Frame.Clause;
import dev.greenlight.sql.query.QueryWalk.Block;
import dev.greenlight.sql.query.QueryWalk.Surroundings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads pieces of a statement: queries, FROM items, expressions, select lists. A query from at most one relation and
 * expressions without sub-selects are read from their tokens; for others JSqlParser is asked.
 */
final class Pieces {
    private static final Set<String> BEHIND_FROM = Set.of("where", "having", "limit", "offset");

    private final Marks marks;

    Pieces(Marks marks) {
        this.marks = marks;
    }

    /** A query. */
    Block query(int from, int to, Surroundings surroundings) {
        Scanner.query(marks, from, to);
        Block simple = simple(from, to, surroundings);
        if (simple != null) {
            return simple;
        }
        Optional<List<Part>> parts = structure(from, to, "");
        if (parts.isEmpty()) {
            return guess(from, to, surroundings);
        }
        return new QueryWalk(marks, to).query(parts.get(), surroundings);
    }

    /** FROM items, without the word before them. */
    List<FromItem> from(int from, int to, Surroundings surroundings) {
        Scanner.part(marks, from, to, Clause.FROM);
        FromItem relation = onlyRelation(from, to, surroundings);
        if (relation != null) {
            return List.of(relation);
        }
        Optional<List<Part>> parts = structure(from, to, "select 1 from");
        if (parts.isEmpty()) {
            return guess(from, to, surroundings).scope().items();
        }
        return new QueryWalk(marks, to).query(parts.get(), surroundings).scope().items();
    }

    /** Expressions with commas between them, which all see the same. */
    void expressions(int from, int to, Scope scope, Surroundings surroundings) {
        if (from < to) {
            Scanner.expressions(marks, from, to);
            see(from, to, scope, surroundings);
        }
    }

    /** What stands between the brackets of a subscript. */
    void subscript(int from, int to, Scope scope, Surroundings surroundings) {
        Scanner.subscript(marks, from, to);
        see(from, to, scope, surroundings);
    }

    /** A select list by itself, as that of RETURNING. */
    List<OutputColumn> list(int from, int to, Scope scope, Surroundings surroundings) {
        Scanner.part(marks, from, to, Clause.SELECT);
        see(from, to, scope, surroundings);
        return OutputColumns.list(marks, from, to, scope);
    }

    private void see(int from, int to, Scope scope, Surroundings surroundings) {
        if (selects(from, to) == 0) {
            seeAll(from, to, scope);
            return;
        }
        Optional<List<Part>> parts = structure(from, to, "select");
        if (parts.isEmpty()) {
            guess(from, to, surroundings);
        } else {
            new QueryWalk(marks, to).expressions(parts.get(), surroundings.inside(scope));
        }
    }

    private void seeAll(int from, int to, Scope scope) {
        for (Marks.Sighting sighting : marks.sightingsIn(from, to)) {
            if (!sighting.inFrom()) {
                marks.see(sighting.index(), scope);
            }
        }
    }

    private Optional<List<Part>> structure(int from, int to, String prefix) {
        if (marks.isTooDeep()) {
            return Optional.empty();
        }
        return StructureParser.parse(Skeleton.of(marks, from, to, prefix));
    }

    /** How many queries begin here. */
    private int selects(int from, int to) {
        int count = 0;
        for (int i = from; i < to; i++) {
            if (marks.isSelect(i)) {
                count++;
            }
        }
        return count;
    }

    /** A query of its own from no relation or one; null where it is more than that. */
    private @Nullable Block simple(int from, int to, Surroundings surroundings) {
        if (!marks.isSelect(from) || selects(from, to) > 1 || marks.role(from) == Role.SELECT_ALL) {
            return null;
        }
        List<FromItem> items = new ArrayList<>();
        int behindFrom = from + 1;
        for (int i = from + 1; i < to; i++) {
            if (isPlain(i, "group") || isPlain(i, "order") || isPlain(i, "union") || isPlain(i, "window")) {
                return null;
            }
            if (isPlain(i, "from")) {
                behindFrom = i + 1;
            }
        }
        if (behindFrom > from + 1) {
            FromItem relation = onlyRelation(behindFrom, endOfFrom(behindFrom, to), surroundings);
            if (relation == null) {
                return null;
            }
            items.add(relation);
        }
        Scope scope = new Scope(items, surroundings.outer());
        seeAll(from, to, scope);
        return new Block(scope, OutputColumns.of(marks, from, to, scope));
    }

    private boolean isPlain(int index, String word) {
        return marks.role(index) == Role.PLAIN && marks.isWord(index, word);
    }

    private int endOfFrom(int from, int to) {
        int i = from;
        while (i < to && !(marks.is(i, TokenKind.WORD) && marks.role(i) == Role.PLAIN)) {
            i++;
        }
        return i < to && !BEHIND_FROM.contains(marks.token(i).value()) ? to : i;
    }

    /** A relation with its alias, where nothing else stands here. */
    private @Nullable FromItem onlyRelation(int from, int to, Surroundings surroundings) {
        int first = from;
        while (first < to && marks.role(first) == Role.SKIPPED) {
            first++;
        }
        Marks.Sighting sighting = first < to ? marks.sighting(first) : null;
        if (sighting == null || sighting.star()) {
            return null;
        }
        int last = first;
        while (last + 1 < to && marks.token(last).end() < sighting.name().span().end()) {
            last++;
        }
        for (int i = last + 1; i < to; i++) {
            Role role = marks.role(i);
            if (role != Role.SKIPPED && role != Role.ALIAS && role != Role.COLUMN_ALIAS) {
                return null;
            }
        }
        return FromEntry.behind(marks, last, to).relation(marks, first, surroundings.tables());
    }

    /** What tokens show of a query that was not understood: the names that stand where relations are named. */
    private Block guess(int from, int to, Surroundings surroundings) {
        marks.doubt();
        for (Marks.Sighting sighting : marks.sightingsIn(from, to)) {
            boolean common = sighting.qualifier() == null
                    && marks.commonTables.contains(sighting.name().value());
            if (sighting.inFrom() && !sighting.star() && !common && !marks.namesRelation(sighting.index())) {
                FromEntry.behind(marks, lastOf(sighting), to).relation(marks, sighting.index(), surroundings.tables());
            }
        }
        return new Block(Scope.unknown(), List.of());
    }

    private int lastOf(Marks.Sighting sighting) {
        int last = sighting.index();
        while (marks.token(last).end() < sighting.name().span().end()) {
            last++;
        }
        return last;
    }
}
