package dev.greenlight.replay.typing;

import dev.greenlight.postgres.DataType;
import dev.greenlight.replay.answer.TermTokens;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads CASE (manual 9.18.1). */
final class Branches {
    private final Rules rules;
    private final TermTokens tokens;
    private final Expressions expressions;

    Branches(Rules rules, TermTokens tokens, Expressions expressions) {
        this.rules = rules;
        this.tokens = tokens;
        this.expressions = expressions;
    }

    Typed choice() {
        int begin = tokens.position();
        tokens.expectWord("case");
        tokens.enter();
        @Nullable Typed operand = tokens.isWord("when") ? null : expressions.expression();
        List<DataType> results = new ArrayList<>();
        while (tokens.isWord("when")) {
            results.add(branch(operand));
        }
        @Nullable Typed otherwise = tokens.skipWords("else") ? expressions.expression() : null;
        tokens.expectWord("end");
        tokens.leave();
        results.addFirst(otherwise == null ? Types.LITERAL : otherwise.type());
        DataType type = rules.common(results, tokens.since(begin));
        return otherwise != null && otherwise.strong()
                ? Typed.named(type, otherwise.label())
                : new Typed(type, "case", false);
    }

    private DataType branch(@Nullable Typed operand) {
        int start = tokens.position();
        tokens.take();
        Typed condition = expressions.expression();
        if (operand == null) {
            rules.requireBoolean(condition.type(), tokens.since(start));
        } else {
            DataType left = Types.isLiteral(operand.type()) ? Types.TEXT : operand.type();
            expressions.result("=", List.of(left, condition.type()), tokens.since(start));
        }
        tokens.expectWord("then");
        return expressions.expression().type();
    }
}
