package dev.greenlight.lint.difference;

import dev.greenlight.source.Span;
import dev.greenlight.sql.Lexer;
import dev.greenlight.sql.Token;
import dev.greenlight.sql.TokenKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * A definition without what may be written in one way or another: a person writes {@code total > 0}, and
 * {@code pg_dump} prints {@code ((total > (0)::numeric))}. What is left is for comparing, and no SQL.
 */
final class Meaning {
    /** What the server prints for what people write (manual 9.7 and 9.24). */
    private static final Map<String, String> OPERATORS =
            Map.of("!=", "<>", "??", "?", "~~", "like", "~~*", "ilike", "!~~", "not like", "in", "=");

    /** Words of the names of types, which stand behind a cast. */
    private static final Set<String> TYPE_WORDS = Set.of("varying", "precision", "with", "without", "time", "zone");

    /** Types that may stand before a literal instead of behind it (manual 4.1.2.7). */
    private static final Set<String> LITERAL_TYPES = Set.of("interval", "date", "timestamp", "timestamptz");

    /** What holds where nothing is said, of sequences, indexes, triggers and policies. */
    private static final List<String> UNSAID = List.of(
            "or replace ",
            "if not exists ",
            "increment by 1 ",
            "no minvalue ",
            "no maxvalue ",
            "start with 1 ",
            "cache 1 ",
            "no cycle ",
            "as bigint ",
            "minvalue 1 ",
            "basetype ",
            "as permissive ",
            "for all ",
            "to public ",
            "else null ",
            "array_ops ",
            "text_ops ",
            "jsonb_ops ",
            "int4_ops ",
            "int8_ops ",
            "uuid_ops ",
            "only ");

    /** Whose parts may stand in any order. */
    private static final List<String> UNORDERED = List.of("trigger ", "aggregate ", "sequence ");

    private final List<Token> tokens;
    private final boolean qualified;
    private final List<String> words = new ArrayList<>();

    private Meaning(List<Token> tokens, boolean qualified) {
        this.tokens = tokens;
        this.qualified = qualified;
    }

    static String of(String object, String definition) {
        if (object.startsWith("function ") || object.startsWith("procedure ")) {
            return RoutineMeaning.of(definition);
        }
        String plain = plain(definition, definition.startsWith("FOREIGN KEY"));
        return UNORDERED.stream().anyMatch(object::startsWith)
                ? String.join(" ", new TreeSet<>(List.of(plain.replace("'", "").split(" "))))
                : plain;
    }

    static String plain(String text) {
        return plain(text, false);
    }

    /** @param qualified whether the schemas and tables before names count */
    private static String plain(String text, boolean qualified) {
        List<Token> tokens = Lexer.tokenize(text, new Span(0, text.length())).stream()
                .filter(token -> !token.kind().isTrivia())
                .toList();
        String plain = new Meaning(tokens, qualified).read();
        for (String unsaid : UNSAID) {
            plain = plain.replace(" " + unsaid, " ");
        }
        return plain.strip();
    }

    private String read() {
        words.add("");
        int casts = 0;
        for (int at = 0; at < tokens.size(); at++) {
            Token token = tokens.get(at);
            if (token.is(TokenKind.TYPECAST)) {
                at = behindType(at + 1) - 1;
            } else if (token.isWord("cast")
                    && at + 1 < tokens.size()
                    && tokens.get(at + 1).is(TokenKind.LEFT_PAREN)) {
                casts++;
            } else if (casts > 0 && token.isWord("as")) {
                casts--;
                at = behindType(at + 1) - 1;
            } else if (!isLeftOut(at)) {
                words.add(word(token));
            }
        }
        return (String.join(" ", words) + " ")
                .replace(" = any array ", " = ")
                .replace(" <> all array ", " not = ")
                .replace(" = any ", " = ")
                .replace(" execute procedure ", " execute function ")
                .replace(" current_timestamp ", " now ");
    }

    /** What only holds a text together, what only says where a name belongs, and the type before a literal. */
    private boolean isLeftOut(int at) {
        Token token = tokens.get(at);
        Token next = at + 1 < tokens.size() ? tokens.get(at + 1) : token;
        return switch (token.kind()) {
            case LEFT_PAREN, RIGHT_PAREN, LEFT_BRACKET, RIGHT_BRACKET, DOT, SEMICOLON -> true;
            case WORD ->
                next.is(TokenKind.DOT) && !qualified
                        || token.value().equals("operator") && next.is(TokenKind.LEFT_PAREN)
                        || next.is(TokenKind.STRING) && LITERAL_TYPES.contains(token.value());
            case QUOTED_IDENTIFIER -> next.is(TokenKind.DOT) && !qualified;
            default -> false;
        };
    }

    private static String word(Token token) {
        return switch (token.kind()) {
            case STRING -> "'" + literal(token.value()) + "'";
            case OPERATOR, WORD -> OPERATORS.getOrDefault(token.value(), token.value());
            default -> token.value();
        };
    }

    /** The server prints values of some types in its own way: moments, spans of time, arrays and jsonb. */
    private static String literal(String value) {
        if (value.matches("\\d{4,6}-\\d\\d-\\d\\d.*")) {
            return value.replace('T', ' ').replaceFirst("(Z|\\+00(:?00)?)$", "").replaceFirst(" 00:00:00$", "");
        }
        if (value.matches("\\d+ [a-z]+s?")) {
            return value.replaceFirst("s$", "");
        }
        if (value.matches("public\\.\\w+")) {
            return value.substring("public.".length());
        }
        if (value.equals("\\x")) {
            return "";
        }
        String dense = value.replaceAll("\\s+", "");
        return value.startsWith("{\"")
                ? String.join("", new TreeSet<>(List.of(dense.split("[{},]"))))
                : value.startsWith("{") ? dense : value;
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
}
