package dev.greenlight.replay.typing;

import dev.greenlight.replay.answer.TermTokens;
import dev.greenlight.sql.Token;
import dev.greenlight.sql.TokenKind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what a query gives: the list behind SELECT or RETURNING (manual 7.3). */
final class Outputs {
    private final Rules rules;
    private final Scope scope;

    Outputs(Rules rules, Scope scope) {
        this.rules = rules;
        this.scope = scope;
    }

    /** Null where it is not known how many there are. */
    @Nullable
    List<Column> read(List<Token> list) {
        TermTokens tokens = new TermTokens(list);
        List<Column> columns = new ArrayList<>();
        boolean known = true;
        while (!tokens.atEnd()) {
            @Nullable List<Column> more = output(tokens);
            known &= more != null;
            columns.addAll(more == null ? List.of() : more);
            if (!tokens.skip(TokenKind.COMMA) && !tokens.atEnd()) {
                throw tokens.unread();
            }
        }
        return known ? columns : null;
    }

    private @Nullable List<Column> output(TermTokens tokens) {
        int start = tokens.position();
        if (tokens.isOperator("*")) {
            tokens.take();
            scope.from().columns().forEach(column -> scope.use(List.of(column.name()), tokens.since(start)));
            return scope.from().known() ? scope.from().columns() : null;
        }
        if (isStar(tokens, 1)) {
            return star(List.of(tokens.name()), tokens, start);
        }
        if (tokens.atName() && tokens.is(1, TokenKind.DOT) && isStar(tokens, 3)) {
            String schema = tokens.name();
            tokens.move(2);
            return star(List.of(schema, tokens.name()), tokens, start);
        }
        Typed typed = new Expressions(rules, tokens, scope).expression();
        if (tokens.is(TokenKind.DOT)) {
            tokens.move(2);
            return rules.types().columns(typed.type());
        }
        return List.of(new Column(label(typed, tokens), typed.type()));
    }

    private static boolean isStar(TermTokens tokens, int dot) {
        Token star = tokens.peek(dot + 1);
        return tokens.atName()
                && tokens.is(dot, TokenKind.DOT)
                && star != null
                && star.is(TokenKind.OPERATOR)
                && star.value().equals("*");
    }

    private @Nullable List<Column> star(List<String> name, TermTokens tokens, int start) {
        Scope.@Nullable Item item = scope.item(name);
        tokens.move(2);
        if (item == null || !item.known()) {
            return null;
        }
        for (Column column : item.columns()) {
            List<String> parts = new ArrayList<>(name);
            parts.add(column.name());
            scope.use(parts, tokens.since(start));
        }
        return item.columns();
    }

    private static String label(Typed typed, TermTokens tokens) {
        boolean as = tokens.skipWords("as");
        return as || new Names(tokens).atLabel() ? tokens.name() : typed.columnName();
    }
}
