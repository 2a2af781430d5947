package dev.greenlight.replay;

import dev.greenlight.catalog.Column;
import dev.greenlight.postgres.DataType;
import dev.greenlight.sql.Expression;
import dev.greenlight.sql.Token;
import dev.greenlight.sql.TokenKind;
import dev.greenlight.sql.TypeName;
import dev.greenlight.sql.query.ExpressionReader;
import java.util.List;
import java.util.Optional;

/** Reads expressions that are a column or casts of it and nothing else, as USING in a change of type often is. */
final class ColumnCasts {
    private final Column column;
    private final List<TypeName> types;

    private ColumnCasts(Column column, List<TypeName> types) {
        this.column = column;
        this.types = types;
    }

    /** The types that the column is cast to, the innermost cast first; empty where there is more than casts. */
    static Optional<List<DataType>> of(Expression expression, Column column, Execution execution) {
        List<TypeName> types = ExpressionReader.read(expression).types();
        return new ColumnCasts(column, types).isCast(expression.tokens())
                ? Optional.of(
                        types.stream().map(type -> execution.names().type(type)).toList())
                : Optional.empty();
    }

    private boolean isCast(List<Token> tokens) {
        List<Token> bare = stripped(tokens);
        if (isColumn(bare)) {
            return true;
        }
        int cast = lastOutside(bare, TokenKind.TYPECAST);
        if (cast > 0) {
            return isType(bare.subList(cast + 1, bare.size())) && isCast(bare.subList(0, cast));
        }
        boolean written = bare.size() > 4
                && bare.getFirst().isWord("cast")
                && bare.get(1).is(TokenKind.LEFT_PAREN)
                && bare.getLast().is(TokenKind.RIGHT_PAREN);
        return written && isCastAs(bare.subList(2, bare.size() - 1));
    }

    /** {@code value AS type}. */
    private boolean isCastAs(List<Token> tokens) {
        for (int i = tokens.size() - 1; i > 0; i--) {
            if (tokens.get(i).isWord("as")) {
                return isType(tokens.subList(i + 1, tokens.size())) && isCast(tokens.subList(0, i));
            }
        }
        return false;
    }

    private boolean isType(List<Token> tokens) {
        return types.stream()
                .map(TypeName::span)
                .anyMatch(span -> !tokens.isEmpty()
                        && span.start() == tokens.getFirst().start()
                        && span.end() == tokens.getLast().end());
    }

    /** The column's name, with its table's before it or not. */
    private boolean isColumn(List<Token> tokens) {
        boolean qualified = tokens.size() == 3 && tokens.get(1).is(TokenKind.DOT);
        return (tokens.size() == 1 || qualified) && tokens.getLast().value().equals(column.name());
    }

    private static int lastOutside(List<Token> tokens, TokenKind kind) {
        int depth = 0;
        for (int i = tokens.size() - 1; i >= 0; i--) {
            depth -= tokens.get(i).nesting();
            if (depth == 0 && tokens.get(i).is(kind)) {
                return i;
            }
        }
        return -1;
    }

    private static List<Token> stripped(List<Token> tokens) {
        List<Token> bare = tokens;
        while (bare.size() > 2 && bare.getFirst().is(TokenKind.LEFT_PAREN) && closesLast(bare)) {
            bare = bare.subList(1, bare.size() - 1);
        }
        return bare;
    }

    /** Whether the parenthesis with which the tokens begin closes at their end. */
    private static boolean closesLast(List<Token> tokens) {
        int depth = 0;
        for (int i = tokens.size() - 1; i > 0; i--) {
            depth -= tokens.get(i).nesting();
            if (depth == 0) {
                return false;
            }
        }
        return tokens.getLast().is(TokenKind.RIGHT_PAREN);
    }
}
