package dev.greenlight.replay.typing;

import dev.greenlight.postgres.DataType;
import dev.greenlight.replay.answer.TermTokens;
import dev.greenlight.source.Span;
import dev.greenlight.sql.Token;
import dev.greenlight.sql.TokenKind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads calls of functions, aggregates and window functions (manual 4.2.6 to 4.2.8, 4.3). */
final class Calls {
    private final Rules rules;
    private final TermTokens tokens;
    private final Scope scope;

    Calls(Rules rules, TermTokens tokens, Scope scope) {
        this.rules = rules;
        this.tokens = tokens;
        this.scope = scope;
    }

    /** What a call is given. */
    private record Given(List<DataType> types, List<@Nullable String> labels, boolean array) {}

    /** @param bare whether the name is one word, which may be one of SQL's own grammar */
    Typed call(List<String> name, boolean bare, int start) {
        if (bare) {
            Optional<Typed> grammar = new GrammarCalls(rules, tokens, scope).call(name.getFirst(), start);
            if (grammar.isPresent()) {
                behind(new ArrayList<>());
                return grammar.get();
            }
        }
        DataType type = chosen(name, start).map(Choice.One::returns).orElse(DataType.UNKNOWN);
        return Typed.named(type, name.getLast());
    }

    /** The function that the call here means. */
    Optional<Choice.One> chosen(List<String> name, int start) {
        if (rules.mayAggregate(name) && !isWindow()) {
            if (scope.grouping() != null && scope.isOutermost() && rules.isAggregate(name)) {
                scope.grouping().aggregate();
            }
            return new Calls(rules, tokens, scope.quiet()).read(name, start);
        }
        return read(name, start);
    }

    /** With OVER an aggregate is none that groups (manual 4.2.8). */
    private boolean isWindow() {
        TermTokens ahead = new TermTokens(tokens.rest());
        ahead.enclosed();
        if (ahead.isWord("filter") && ahead.is(1, TokenKind.LEFT_PAREN)) {
            ahead.take();
            ahead.enclosed();
        }
        return ahead.isWord("over");
    }

    private Optional<Choice.One> read(List<String> name, int start) {
        Given given = given(tokens.enclosed());
        List<DataType> types = new ArrayList<>(given.types());
        behind(types);
        List<@Nullable String> labels = new ArrayList<>(given.labels());
        while (labels.size() < types.size()) {
            labels.add(null);
        }
        return rules.function(name, types, labels, given.array(), tokens.since(start));
    }

    private Given given(List<Token> inside) {
        List<DataType> types = new ArrayList<>();
        List<@Nullable String> labels = new ArrayList<>();
        TermTokens rest = new TermTokens(inside);
        boolean star = rest.isOperator("*");
        boolean array = false;
        if (!star && !rest.atEnd()) {
            if (!rest.skipWords("distinct")) {
                rest.skipWords("all");
            }
            do {
                array |= rest.skipWords("variadic");
                labels.add(label(rest));
                types.add(new Expressions(rules, rest, scope).expression().type());
            } while (rest.skip(TokenKind.COMMA));
            if (!rest.atEnd() && !rest.isWord("order", "by")) {
                throw rest.unread();
            }
        }
        return new Given(types, labels, array);
    }

    private static @Nullable String label(TermTokens rest) {
        boolean named = rest.atName() && (rest.is(1, TokenKind.EQUALS_GREATER) || rest.is(1, TokenKind.COLON_EQUALS));
        if (!named) {
            return null;
        }
        String label = rest.name();
        rest.take();
        return label;
    }

    /** An ordered set's rows are arguments too; what else may stand behind a call says nothing of its type. */
    private void behind(List<DataType> types) {
        if (tokens.isWord("within", "group")) {
            tokens.move(2);
            TermTokens rest = new TermTokens(tokens.enclosed());
            if (rest.skipWords("order", "by")) {
                types.addAll(ordered(rest));
            }
        }
        if (tokens.isWord("filter") && tokens.is(1, TokenKind.LEFT_PAREN)) {
            tokens.take();
            TermTokens rest = new TermTokens(tokens.enclosed());
            rest.expectWord("where");
            new Queries(rules).condition(rest.rest(), scope);
        }
        if (tokens.skipWords("over")) {
            if (tokens.is(TokenKind.LEFT_PAREN)) {
                tokens.enclosed();
            } else {
                tokens.name();
            }
        }
    }

    private List<DataType> ordered(TermTokens rest) {
        List<DataType> types = new ArrayList<>();
        do {
            types.add(new Expressions(rules, rest, scope).expression().type());
            if (!rest.skipWords("desc")) {
                rest.skipWords("asc");
            }
            if (!rest.skipWords("nulls", "first")) {
                rest.skipWords("nulls", "last");
            }
        } while (rest.skip(TokenKind.COMMA));
        return types;
    }

    /** What a function of PostgreSQL's own gives, which SQL's grammar calls. */
    static DataType builtIn(String name, List<DataType> arguments, Rules rules, Span span) {
        List<@Nullable String> labels = Collections.nCopies(arguments.size(), null);
        return rules.function(List.of("pg_catalog", name), arguments, labels, false, span)
                .map(Choice.One::returns)
                .orElse(DataType.UNKNOWN);
    }
}
