package dev.greenlight.replay;

import dev.greenlight.source.Piece;
import dev.greenlight.source.Span;
import dev.greenlight.sql.Expression;
import dev.greenlight.sql.Query;
import dev.greenlight.sql.Token;
import dev.greenlight.sql.TokenKind;
import java.util.List;
import java.util.Optional;

final class Answers {
    Answers(Execution execution, Variables variables) {}

    Value value(Expression expression) {
        if (expression.tokens().size() == 1) {
            Token token = expression.tokens().getFirst();
            if (token.is(TokenKind.STRING) || token.is(TokenKind.DOLLAR_STRING)) {
                int q = (token.end() - token.start() - token.value().length()) / 2;
                return new Value.Text(List.of(new Piece(token.value(), new Span(token.start() + q, token.start() + q + token.value().length()))));
            }
        }
        return new Value.Unknown("x");
    }

    Optional<List<Value.Fields>> rows(Query query) {
        return Optional.empty();
    }
}
