package dev.greenlight.replay.typing;

import dev.greenlight.catalog.TableConstraint;
import dev.greenlight.postgres.SqlState;
import dev.greenlight.replay.answer.TermTokens;
import dev.greenlight.source.Span;
import dev.greenlight.sql.Token;
import dev.greenlight.sql.TokenKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The columns that one SELECT uses outside of aggregates, while it is read. Where it groups its rows each has to be one
 * that it groups by, or of a table whose primary key it groups by (manual 7.2.3; parse_agg.c,
 * {@code check_ungrouped_columns}). What ORDER BY names is not looked at.
 */
final class Grouping {
    /** A row as a whole. */
    private static final String ROW = "*";

    private static final Set<String> SETS = Set.of("grouping", "rollup", "cube");

    private final List<Use> uses = new ArrayList<>();
    private boolean aggregates;

    /** @param item what it is a column of; null where several are joined by it */
    private record Use(Scope.@Nullable Item item, String column, Span span) {
        /** What a join merges may be the column of either side. */
        boolean mayBe(Use other) {
            boolean same = item == null || other.item == null || item == other.item;
            return same && column.equals(other.column);
        }
    }

    /** @param plain those that it groups by, {@code within} those in expressions that it groups by */
    private record Grouped(List<Use> plain, List<Use> within) {
        boolean covers(Use use) {
            return plain.stream().anyMatch(use::mayBe) || within.stream().anyMatch(use::mayBe);
        }

        boolean by(Scope.Item item, String column) {
            return plain.stream().anyMatch(use -> use.mayBe(new Use(item, column, use.span())));
        }
    }

    void use(Scope.@Nullable Item item, String column, Span span) {
        uses.add(new Use(item, column, span));
    }

    void useRow(Scope.Item item, Span span) {
        uses.add(new Use(item, ROW, span));
    }

    void aggregate() {
        aggregates = true;
    }

    /**
     * Says which keys the query needs and what is wrong with it.
     *
     * @param scope that of the query, in which nothing is collected
     */
    void settle(Clauses clauses, Rules rules, Scope scope) {
        List<Token> written = clauses.behind("group");
        if (written.isEmpty() && clauses.behind("having").isEmpty() && !aggregates) {
            return;
        }
        Grouped grouped = new Grouped(new ArrayList<>(), new ArrayList<>());
        for (List<Token> item : Parts.list(items(written))) {
            if (SETS.contains(item.getFirst().value())) {
                return;
            }
            read(replaced(item, clauses, scope), rules, scope, grouped);
        }
        for (Use use : uses) {
            if (use.item() != null && use.item().row().isKnown() && !grouped.covers(use)) {
                require(use, use.item(), grouped, rules);
            }
        }
    }

    private static List<Token> items(List<Token> written) {
        TermTokens tokens = new TermTokens(written);
        tokens.skipWords("by");
        if (!tokens.skipWords("all")) {
            tokens.skipWords("distinct");
        }
        return tokens.rest();
    }

    private static void read(List<Token> item, Rules rules, Scope scope, Grouped into) {
        Grouping found = new Grouping();
        Expressions.wholeList(item, rules, scope.with(found));
        boolean plain = item.stream().noneMatch(token -> token.is(TokenKind.LEFT_PAREN))
                && item.stream().noneMatch(token -> token.is(TokenKind.OPERATOR))
                && item.size() % 2 == 1
                && found.uses.size() == 1;
        (plain ? into.plain() : into.within()).addAll(found.uses);
    }

    /** The output column that a number stands for, or a name that no column of FROM has (manual SELECT, GROUP BY). */
    private static List<Token> replaced(List<Token> item, Clauses clauses, Scope scope) {
        Token first = item.getFirst();
        boolean number = first.is(TokenKind.INTEGER);
        boolean name = first.is(TokenKind.WORD) || first.is(TokenKind.QUOTED_IDENTIFIER);
        if (item.size() > 1 || !number && (!name || scope.has(first.value()))) {
            return item;
        }
        List<List<Token>> outputs = Parts.list(clauses.first());
        for (int i = 0; i < outputs.size(); i++) {
            List<Token> output = outputs.get(i);
            boolean meant = number ? first.value().equals(String.valueOf(i + 1)) : isLabel(output, first);
            if (meant) {
                return withoutLabel(output);
            }
        }
        return item;
    }

    private static boolean isLabel(List<Token> output, Token name) {
        return output.size() > 1 && output.getLast().value().equals(name.value());
    }

    /** The label stands behind AS, or behind a value. */
    private static List<Token> withoutLabel(List<Token> output) {
        int end = output.size();
        if (end > 2 && output.get(end - 2).isWord("as")) {
            return output.subList(0, end - 2);
        }
        boolean label = end > 1
                && (output.get(end - 1).is(TokenKind.WORD)
                        || output.get(end - 1).is(TokenKind.QUOTED_IDENTIFIER))
                && !output.get(end - 2).is(TokenKind.DOT);
        return label ? output.subList(0, end - 1) : output;
    }

    private static void require(Use use, Scope.Item item, Grouped grouped, Rules rules) {
        Optional<TableConstraint.Unique> key = key(item);
        boolean keyed = key.isPresent()
                && key.get().columns().stream().allMatch(number -> grouped.by(item, item.column(number)));
        if (keyed) {
            rules.needKey(key.get());
            return;
        }
        String name = item.name() + "." + use.column();
        String message =
                "column \"" + name + "\" must appear in the GROUP BY clause or be used in an aggregate function";
        rules.mistake(SqlState.GROUPING_ERROR, message, use.span());
    }

    /** One that may be broken for a while says nothing (functional dependency; pg_constraint.c). */
    private static Optional<TableConstraint.Unique> key(Scope.Item item) {
        return item.table() == null
                ? Optional.empty()
                : item.table().constraints().stream()
                        .filter(TableConstraint.Unique.class::isInstance)
                        .map(TableConstraint.Unique.class::cast)
                        .filter(unique ->
                                unique.primaryKey() && !unique.deferral().deferrable())
                        .findFirst();
    }
}
