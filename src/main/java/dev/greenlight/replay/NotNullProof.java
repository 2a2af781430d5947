package dev.greenlight.replay;

import dev.greenlight.catalog.Column;
import dev.greenlight.catalog.Table;
import dev.greenlight.catalog.TableConstraint;
import dev.greenlight.sql.Expression;
import dev.greenlight.sql.Token;
import dev.greenlight.sql.TokenKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What conditions say about which columns are not null: {@code a IS NOT NULL}, alone or as a part of an AND. PostgreSQL
 * can prove more than that; what is not seen here only costs a scan that is not made.
 */
final class NotNullProof {
    private final Table table;
    private final List<Integer> proven = new ArrayList<>();

    private NotNullProof(Table table) {
        this.table = table;
    }

    /** The columns, by number, that a row must have for the condition not to be false. */
    static List<Integer> of(Expression condition, Table table) {
        NotNullProof proof = new NotNullProof(table);
        proof.read(condition.tokens());
        return List.copyOf(proof.proven);
    }

    /** Whether a validated check spares SET NOT NULL its scan (manual ALTER TABLE). */
    static boolean exists(Table table, Column column) {
        return table.constraints().stream()
                .filter(TableConstraint.Check.class::isInstance)
                .map(TableConstraint.Check.class::cast)
                .anyMatch(check -> check.validated() && check.provesNotNull().contains(column.number()));
    }

    private void read(List<Token> tokens) {
        List<Token> bare = withoutParentheses(tokens);
        List<List<Token>> parts = conjunction(bare);
        if (parts.size() > 1) {
            parts.forEach(this::read);
        } else {
            column(bare).ifPresent(column -> proven.add(column.number()));
        }
    }

    private Optional<Column> column(List<Token> tokens) {
        int size = tokens.size();
        boolean test = size >= 4
                && tokens.get(size - 3).isWord("is")
                && tokens.get(size - 2).isWord("not")
                && tokens.get(size - 1).isWord("null");
        if (!test) {
            return Optional.empty();
        }
        List<Token> operand = withoutParentheses(tokens.subList(0, size - 3));
        boolean name = operand.size() == 1
                && (operand.getFirst().is(TokenKind.WORD) || operand.getFirst().is(TokenKind.QUOTED_IDENTIFIER));
        return name ? table.column(operand.getFirst().value()) : Optional.empty();
    }

    private static List<Token> withoutParentheses(List<Token> tokens) {
        List<Token> bare = tokens;
        while (bare.size() > 2 && bare.getFirst().is(TokenKind.LEFT_PAREN) && closing(bare) == bare.size() - 1) {
            bare = bare.subList(1, bare.size() - 1);
        }
        return bare;
    }

    /** Where the parenthesis closes with which the tokens begin. */
    private static int closing(List<Token> tokens) {
        int depth = 0;
        for (int i = 0; i < tokens.size(); i++) {
            depth += tokens.get(i).nesting();
            if (depth == 0) {
                return i;
            }
        }
        return -1;
    }

    /** The parts between ANDs; the whole where there is an OR, or a BETWEEN with an AND of its own. */
    private static List<List<Token>> conjunction(List<Token> tokens) {
        List<List<Token>> parts = new ArrayList<>();
        int depth = 0;
        int start = 0;
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            depth += token.nesting();
            if (depth == 0 && (token.isWord("or") || token.isWord("between") || token.isWord("case"))) {
                return List.of(tokens);
            }
            if (depth == 0 && token.isWord("and")) {
                parts.add(tokens.subList(start, i));
                start = i + 1;
            }
        }
        parts.add(tokens.subList(start, tokens.size()));
        return parts;
    }
}
