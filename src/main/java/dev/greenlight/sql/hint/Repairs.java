package dev.greenlight.sql.hint;

import dev.greenlight.sql.Keywords;
import dev.greenlight.sql.Parser;
import dev.greenlight.sql.StatementText;
import dev.greenlight.sql.Token;
import dev.greenlight.sql.TokenKind;
import dev.greenlight.sql.Unread;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Small changes at the place of the error. One is a hint only where the statement parses with it, so that a hint is
 * right or at least does what it says.
 */
final class Repairs {
    /** Each try reads the statement again. */
    private static final int MOST_TOKENS = 20_000;

    /** Where one of these stands for a name, the name has more likely been left out. */
    private static final Set<String> STRUCTURE = Set.of(
            "select",
            "from",
            "where",
            "having",
            "and",
            "or",
            "not",
            "in",
            "as",
            "on",
            "using",
            "create",
            "union",
            "except",
            "intersect",
            "into",
            "null",
            "true",
            "false",
            "is",
            "isnull",
            "notnull",
            "join",
            "inner",
            "cross",
            "natural",
            "returning",
            "with",
            "grant",
            "then",
            "when",
            "to");

    private final Mistake mistake;
    private final List<Token> tokens;
    private final int index;

    private Repairs(Mistake mistake) {
        this.mistake = mistake;
        this.tokens = mistake.tokens();
        this.index = mistake.index();
    }

    static Optional<String> hint(Mistake mistake) {
        return mistake.tokens().size() > MOST_TOKENS ? Optional.empty() : new Repairs(mistake).hint();
    }

    private Optional<String> hint() {
        return Parentheses.hint(mistake)
                .or(this::semicolon)
                .or(this::needlessComma)
                .or(() -> keyword(index))
                .or(() -> isNamePlace(index - 1) ? keyword(index - 1) : Optional.empty())
                .or(this::doubleQuotes)
                .or(this::singleQuotes)
                .or(this::missingComma);
    }

    /** Two statements, of which the second begins here or, where the first takes its first word for a name, before. */
    private Optional<String> semicolon() {
        for (int i = index; i >= Math.max(1, index - 1) && i < tokens.size(); i--) {
            if (parses(tokens.subList(0, i)) && parses(tokens.subList(i, tokens.size()))) {
                return Optional.of("a semicolon is missing before " + quoted(i) + ", where another statement begins");
            }
        }
        return Optional.empty();
    }

    private Optional<String> needlessComma() {
        for (int i : new int[] {index - 1, index}) {
            if (mistake.is(i, TokenKind.COMMA) && parses(without(i))) {
                int line = mistake.line(tokens.get(i));
                return Optional.of("the comma in line " + line + " is one too many");
            }
        }
        return Optional.empty();
    }

    private Optional<String> missingComma() {
        boolean between = index > 0 && index < tokens.size() && parses(with(index, mark(TokenKind.COMMA, ",")));
        return between ? Optional.of("a comma is missing before " + quoted(index)) : Optional.empty();
    }

    private Optional<String> keyword(int at) {
        Token token = mistake.token(at);
        if (token == null || !isRefused(token) || isType() || !parses(replaced(at, TokenKind.QUOTED_IDENTIFIER))) {
            return Optional.empty();
        }
        String word = text(token);
        return Optional.of(word + " is a reserved key word: as a name it must be quoted, \"" + token.value() + "\"");
    }

    private static boolean isRefused(Token token) {
        return token.is(TokenKind.WORD) && !Keywords.mayNameColumn(token.value()) && !STRUCTURE.contains(token.value());
    }

    /** A type of that name is hardly meant. */
    private boolean isType() {
        return String.valueOf(mistake.unparsed().expected()).startsWith("the name of a type");
    }

    private boolean isNamePlace(int at) {
        return mistake.is(at - 1, TokenKind.COMMA) || mistake.is(at - 1, TokenKind.LEFT_PAREN);
    }

    private Optional<String> doubleQuotes() {
        if (!mistake.is(index, TokenKind.QUOTED_IDENTIFIER)) {
            return Optional.empty();
        }
        List<Token> changed = new ArrayList<>(tokens);
        for (int i = index; i < changed.size(); i++) {
            if (changed.get(i).is(TokenKind.QUOTED_IDENTIFIER)) {
                changed.set(i, as(TokenKind.STRING, changed.get(i)));
            }
        }
        return parses(replaced(index, TokenKind.STRING)) || parses(changed)
                ? Optional.of("double quotes are for names: a text stands in single quotes")
                : Optional.empty();
    }

    private Optional<String> singleQuotes() {
        return mistake.is(index, TokenKind.STRING) && parses(replaced(index, TokenKind.QUOTED_IDENTIFIER))
                ? Optional.of("single quotes are for texts: a name stands in double quotes, or in none")
                : Optional.empty();
    }

    private boolean parses(List<Token> changed) {
        if (changed.isEmpty()) {
            return false;
        }
        StatementText text = mistake.text();
        return !(Parser.parse(new StatementText(text.kind(), text.span(), changed, List.of(), true, null))
                instanceof Unread);
    }

    private List<Token> without(int at) {
        List<Token> changed = new ArrayList<>(tokens);
        changed.remove(at);
        return changed;
    }

    private List<Token> with(int at, Token token) {
        List<Token> changed = new ArrayList<>(tokens);
        changed.add(at, token);
        return changed;
    }

    private List<Token> replaced(int at, TokenKind kind) {
        List<Token> changed = new ArrayList<>(tokens);
        changed.set(at, as(kind, tokens.get(at)));
        return changed;
    }

    private static Token as(TokenKind kind, Token token) {
        return new Token(kind, token.start(), token.end(), token.value());
    }

    private Token mark(TokenKind kind, String value) {
        int place = tokens.get(index).start();
        return new Token(kind, place, place, value);
    }

    private String quoted(int at) {
        return '"' + text(tokens.get(at)) + '"';
    }

    private String text(Token token) {
        return Excerpt.of(mistake.source(), token.span());
    }
}
