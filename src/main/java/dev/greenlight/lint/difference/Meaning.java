package dev.greenlight.lint.difference;

import dev.greenlight.source.Span;
import dev.greenlight.sql.Lexer;
import dev.greenlight.sql.Parser;
import dev.greenlight.sql.RoutineStatement;
import dev.greenlight.sql.Setting;
import dev.greenlight.sql.Splitter;
import dev.greenlight.sql.Statement;
import dev.greenlight.sql.StatementText;
import dev.greenlight.sql.Token;
import dev.greenlight.sql.TokenKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A definition without what may be written in one way or another: a person writes {@code total > 0}, and
 * {@code pg_dump} prints {@code ((total > (0)::numeric))}. What is left is for comparing, and no SQL.
 */
final class Meaning {
    /** What the server prints for what people write (manual 9.7 and 9.24). */
    private static final Map<String, String> OPERATORS =
            Map.of("!=", "<>", "~~", "like", "~~*", "ilike", "!~~", "not like");

    /** Words of the names of types, which stand behind a cast. */
    private static final Set<String> TYPE_WORDS = Set.of("varying", "precision", "with", "without", "time", "zone");

    /** What holds where nothing is said, of sequences, triggers and policies. */
    private static final List<String> UNSAID = List.of(
            "or replace ",
            "if not exists ",
            "increment by 1 ",
            "no minvalue ",
            "no maxvalue ",
            "start with 1 ",
            "cache 1 ",
            "no cycle ",
            "as permissive ",
            "for all ",
            "to public ",
            "only ");

    private final List<Token> tokens;
    private final List<String> words = new ArrayList<>();

    private Meaning(List<Token> tokens) {
        this.tokens = tokens;
    }

    static String of(String object, String definition) {
        boolean routine = object.startsWith("function ") || object.startsWith("procedure ");
        return (routine ? routine(definition) : Optional.<String>empty()).orElseGet(() -> plain(definition));
    }

    private static String plain(String text) {
        List<Token> tokens = Lexer.tokenize(text, new Span(0, text.length())).stream()
                .filter(token -> !token.kind().isTrivia())
                .toList();
        String plain = new Meaning(tokens).read();
        for (String unsaid : UNSAID) {
            plain = plain.replace(" " + unsaid, " ");
        }
        return plain.strip();
    }

    private String read() {
        words.add("");
        for (int at = 0; at < tokens.size(); at++) {
            Token token = tokens.get(at);
            if (token.is(TokenKind.TYPECAST)) {
                at = behindType(at + 1) - 1;
            } else if (!isLeftOut(token)) {
                words.add(word(token));
            }
        }
        return (String.join(" ", words) + " ")
                .replace(" = any array ", " in ")
                .replace(" <> all array ", " not in ")
                .replace(" = any ", " in ")
                .replace(" execute procedure ", " execute function ")
                .replace(" current_timestamp ", " now ");
    }

    /** What only holds a text together, and the schema in which most is. */
    private boolean isLeftOut(Token token) {
        return switch (token.kind()) {
            case LEFT_PAREN, RIGHT_PAREN, LEFT_BRACKET, RIGHT_BRACKET, DOT, SEMICOLON -> true;
            case WORD -> token.value().equals("public") || token.value().equals("pg_catalog");
            default -> false;
        };
    }

    private static String word(Token token) {
        return switch (token.kind()) {
            case STRING -> "'" + token.value() + "'";
            case OPERATOR -> OPERATORS.getOrDefault(token.value(), token.value());
            default -> token.value();
        };
    }

    /** Behind the name of a type with its schema, its modifiers and its brackets. */
    private int behindType(int start) {
        int at = start + 1;
        while (at + 1 < tokens.size() && tokens.get(at).is(TokenKind.DOT)) {
            at += 2;
        }
        while (at < tokens.size()
                && tokens.get(at).is(TokenKind.WORD)
                && TYPE_WORDS.contains(tokens.get(at).value())) {
            at++;
        }
        if (at < tokens.size() && tokens.get(at).is(TokenKind.LEFT_PAREN)) {
            while (at < tokens.size() && !tokens.get(at).is(TokenKind.RIGHT_PAREN)) {
                at++;
            }
            at++;
        }
        while (at + 1 < tokens.size() && tokens.get(at).is(TokenKind.LEFT_BRACKET)) {
            at += 2;
        }
        return at;
    }

    /** Its parts stand in any order. */
    private static Optional<String> routine(String text) {
        List<StatementText> statements = Splitter.split(text, new Span(0, text.length()));
        if (statements.size() != 1) {
            return Optional.empty();
        }
        Statement parsed = Parser.parse(statements.getFirst());
        if (!(parsed instanceof RoutineStatement.CreateRoutine create) || create.body() == null) {
            return Optional.empty();
        }
        String attributes = create.attributes().stream()
                .sorted(Comparator.comparing(Setting::name))
                .filter(setting -> !setting.name().equals("volatile"))
                .map(setting -> setting.name() + " " + plain(text(text, setting.value())))
                .collect(Collectors.joining(", "));
        String returns = create.returns() == null
                ? ""
                : plain(text.substring(
                        create.returns().span().start(), create.returns().span().end()));
        String body = create.body().token() == null
                ? plain(text(text, create.body().tokens()))
                : create.body().text();
        return Optional.of(create.language() + " returns " + returns + " " + attributes + "\n" + body);
    }

    private static String text(String text, List<Token> tokens) {
        return tokens.isEmpty()
                ? ""
                : text.substring(Token.span(tokens).start(), Token.span(tokens).end());
    }
}
