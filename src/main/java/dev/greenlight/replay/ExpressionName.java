package dev.greenlight.replay;

import dev.greenlight.postgres.PostgresVersion;
import dev.greenlight.source.Span;
import dev.greenlight.sql.Expression;
import dev.greenlight.sql.Lexer;
import dev.greenlight.sql.Token;
import dev.greenlight.sql.TokenKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The name that PostgreSQL makes an index' name of where its key is an expression: that of its column or function, else
 * of the type that it is cast to, else {@code expr} (FigureIndexColname in parse_target.c).
 */
final class ExpressionName {
    private static final Map<String, String> TYPES = Map.of(
            "int", "int4",
            "integer", "int4",
            "bigint", "int8",
            "smallint", "int2",
            "boolean", "bool",
            "decimal", "numeric",
            "real", "float4",
            "float", "float8",
            "character", "bpchar",
            "char", "bpchar");

    private final PostgresVersion version;

    private ExpressionName(PostgresVersion version) {
        this.version = version;
    }

    /**
     * A name found.
     *
     * @param weak whether it is only a type's or CASE, which yields to a better one
     */
    private record Found(String name, boolean weak) {}

    static String of(Expression expression, PostgresVersion version) {
        return new ExpressionName(version)
                .name(expression.tokens())
                .map(Found::name)
                .orElse("expr");
    }

    static String of(String expression, PostgresVersion version) {
        List<Token> tokens = Lexer.tokenize(expression, new Span(0, expression.length())).stream()
                .filter(token -> !token.kind().isTrivia())
                .toList();
        return tokens.isEmpty() ? "expr" : of(new Expression(tokens), version);
    }

    /** Whether it is nothing but a column, in parentheses or not. */
    static boolean isColumn(Expression expression) {
        return isName(stripped(expression.tokens()));
    }

    private Optional<Found> name(List<Token> written) {
        List<Token> tokens = stripped(written);
        if (tokens.isEmpty()) {
            return Optional.empty();
        }
        if (isName(tokens)) {
            return Optional.of(new Found(tokens.getLast().value(), false));
        }
        int cast = lastAtTop(tokens, TokenKind.TYPECAST);
        if (cast > 0 && isType(tokens.subList(cast + 1, tokens.size()))) {
            return cast(tokens.subList(0, cast), tokens.subList(cast + 1, tokens.size()));
        }
        if (isCall(tokens)) {
            return call(tokens);
        }
        if (tokens.getFirst().isWord("case") && tokens.getLast().isWord("end")) {
            return Optional.of(new Found("case", true));
        }
        return ofPostfix(tokens);
    }

    private Optional<Found> cast(List<Token> operand, List<Token> type) {
        Optional<Found> better = name(operand).filter(found -> !found.weak());
        return better.isPresent() ? better : isOperand(operand) ? typeName(type) : Optional.empty();
    }

    /** A cast binds more than any operator: what stands before it must be one operand. */
    private static boolean isOperand(List<Token> tokens) {
        return tokens.size() == 1
                || closing(tokens, 0) == tokens.size() - 1
                || isCall(tokens)
                || lastAtTop(tokens, TokenKind.TYPECAST) > 0 && isOperand(tokens.subList(0, 1));
    }

    private Optional<Found> typeName(List<Token> type) {
        String first = type.getFirst().value();
        if (type.size() > 1 && first.equals("double")) {
            return Optional.of(new Found("float8", true));
        }
        boolean zoned = type.stream().anyMatch(token -> token.isWord("with"));
        boolean varying = type.stream().anyMatch(token -> token.isWord("varying"));
        String name = zoned ? first + "tz" : varying ? "varchar" : TYPES.getOrDefault(first, lastName(type));
        return Optional.of(new Found(name, true));
    }

    private static String lastName(List<Token> type) {
        int end = 1;
        while (end + 1 < type.size() && type.get(end).is(TokenKind.DOT)) {
            end += 2;
        }
        return type.get(end - 1).value();
    }

    private static boolean isType(List<Token> tokens) {
        return !tokens.isEmpty()
                && tokens.getFirst().is(TokenKind.WORD)
                && tokens.stream().noneMatch(token -> token.is(TokenKind.OPERATOR) || token.is(TokenKind.STRING));
    }

    /** {@code f(…)} and {@code s.f(…)}, to the last token. */
    private static boolean isCall(List<Token> tokens) {
        int open = 0;
        while (open < tokens.size() && !tokens.get(open).is(TokenKind.LEFT_PAREN)) {
            open++;
        }
        return open > 0
                && open < tokens.size()
                && isName(tokens.subList(0, open))
                && closing(tokens, open) == tokens.size() - 1;
    }

    private Optional<Found> call(List<Token> tokens) {
        int open = tokens.stream().map(Token::kind).toList().indexOf(TokenKind.LEFT_PAREN);
        String function = tokens.get(open - 1).value();
        if (function.equals("cast")) {
            List<Token> inner = tokens.subList(open + 1, tokens.size() - 1);
            int as = lastWordAtTop(inner, "as");
            return as < 0 ? Optional.empty() : cast(inner.subList(0, as), inner.subList(as + 1, inner.size()));
        }
        return Optional.of(new Found(functionName(function, tokens.get(open + 1)), false));
    }

    /** The function that a form of SQL's own grammar calls (manual 9.4, 9.9). */
    private String functionName(String written, Token next) {
        return switch (written) {
            case "extract" -> version.isAtLeast(14) ? "extract" : "date_part";
            case "trim" -> next.isWord("leading") ? "ltrim" : next.isWord("trailing") ? "rtrim" : "btrim";
            default -> written;
        };
    }

    /** {@code … COLLATE c}, {@code … AT TIME ZONE z}, {@code …[1]} and {@code (…).field}. */
    private Optional<Found> ofPostfix(List<Token> tokens) {
        int collate = lastWordAtTop(tokens, "collate");
        if (collate > 0) {
            return name(tokens.subList(0, collate));
        }
        int zone = lastWordAtTop(tokens, "zone");
        if (zone > 2
                && tokens.get(zone - 1).isWord("time")
                && tokens.get(zone - 2).isWord("at")) {
            return Optional.of(new Found("timezone", false));
        }
        int size = tokens.size();
        if (tokens.getLast().is(TokenKind.RIGHT_BRACKET)) {
            int open = tokens.stream().map(Token::kind).toList().lastIndexOf(TokenKind.LEFT_BRACKET);
            return open > 0
                    ? name(tokens.subList(0, open)).filter(found -> isOperand(tokens.subList(0, open)))
                    : Optional.empty();
        }
        boolean field = size > 3 && tokens.get(size - 2).is(TokenKind.DOT) && closing(tokens, 0) == size - 3;
        return field ? Optional.of(new Found(tokens.getLast().value(), false)) : Optional.empty();
    }

    private static boolean isName(List<Token> tokens) {
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            boolean name = token.is(TokenKind.WORD) || token.is(TokenKind.QUOTED_IDENTIFIER);
            if (i % 2 == 0 ? !name : !token.is(TokenKind.DOT)) {
                return false;
            }
        }
        return tokens.size() % 2 == 1;
    }

    private static List<Token> stripped(List<Token> tokens) {
        List<Token> bare = tokens;
        while (bare.size() > 2 && closing(bare, 0) == bare.size() - 1) {
            bare = bare.subList(1, bare.size() - 1);
        }
        return bare;
    }

    /** Where the parenthesis closes that opens at a place; -1 if none does. */
    private static int closing(List<Token> tokens, int open) {
        if (!tokens.get(open).is(TokenKind.LEFT_PAREN)) {
            return -1;
        }
        int depth = 0;
        for (int i = open; i < tokens.size(); i++) {
            depth += tokens.get(i).nesting();
            if (depth == 0) {
                return i;
            }
        }
        return -1;
    }

    private static int lastAtTop(List<Token> tokens, TokenKind kind) {
        int depth = 0;
        for (int i = tokens.size() - 1; i >= 0; i--) {
            depth += tokens.get(i).nesting();
            if (depth == 0 && tokens.get(i).is(kind)) {
                return i;
            }
        }
        return -1;
    }

    private static int lastWordAtTop(List<Token> tokens, String word) {
        int depth = 0;
        for (int i = tokens.size() - 1; i >= 0; i--) {
            depth += tokens.get(i).nesting();
            if (depth == 0 && tokens.get(i).isWord(word)) {
                return i;
            }
        }
        return -1;
    }
}
