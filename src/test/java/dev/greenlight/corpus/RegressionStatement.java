package dev.greenlight.corpus;

import dev.greenlight.migration.Script;
import dev.greenlight.sql.Keywords;
import dev.greenlight.sql.StatementText;
import dev.greenlight.sql.Token;
import dev.greenlight.sql.TokenKind;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A statement of PostgreSQL's regression tests, as far as its words tell what it is about. */
record RegressionStatement(Script.Entry entry) {
    private static final Set<String> DEFINITIONS = Set.of(
            "create", "alter", "drop", "comment", "grant", "revoke", "reassign", "security", "import", "truncate",
            "reindex", "refresh");

    /** Key words that may name things, but stand in the heads of definitions as what they mean. */
    private static final Set<String> WORDS = Set.of(("access add after aggregate alter attach attribute before by"
                    + " cascade class columns comment configuration conversion current data database definer delete"
                    + " depends detach dictionary disable domain drop each enable event exclude execute exists extension"
                    + " family force function functions generated global handler identity if immutable index inherit"
                    + " inherits insert instead key language large local logged mapping materialized method name no"
                    + " object of operator option options owner parser partition permissive policy procedure"
                    + " procedures public publication range recursive refresh rename replace reset restrict restrictive"
                    + " returns role routine rule schema search security sequence sequences server session set stable"
                    + " start statement statistics storage subscription tables tablespace template temp temporary"
                    + " text transform trigger truncate trusted type unlogged update valid validate value version"
                    + " view views volatile wrapper")
            .split(" "));

    boolean isDefinition() {
        return DEFINITIONS.contains(first());
    }

    /** Copies rows between the server and psql. */
    boolean copiesByClient() {
        return first().equals("copy")
                && tokens().stream().anyMatch(token -> token.isWord("stdin") || token.isWord("stdout"));
    }

    /** Changes what the client must understand. */
    boolean setsEncoding() {
        return names(Set.of("client_encoding", "datestyle", "standard_conforming_strings"));
    }

    /** Whether psql has to put something into it. */
    boolean hasVariable() {
        return tokens().stream()
                .anyMatch(token -> token.is(TokenKind.PLACEHOLDER) || token.is(TokenKind.META_COMMAND));
    }

    /** Whether it makes a function of a library in C. */
    boolean needsLibrary() {
        return IntStream.range(1, tokens().size())
                .anyMatch(place -> tokens().get(place - 1).isWord("language")
                        && tokens().get(place).value().equalsIgnoreCase("c"));
    }

    boolean isTransactionControl() {
        return Set.of("begin", "start", "commit", "end", "rollback", "abort", "savepoint", "release")
                .contains(first());
    }

    /** Whether one of its words or strings is one of these names, or holds it as a word. */
    boolean names(Set<String> names) {
        return !names.isEmpty() && tokens().stream().anyMatch(token -> names(token, names));
    }

    private static boolean names(Token token, Set<String> names) {
        return switch (token.kind()) {
            case WORD, QUOTED_IDENTIFIER -> names.contains(token.value());
            case STRING, DOLLAR_STRING -> List.of(token.value().toLowerCase(java.util.Locale.ROOT).split("\\W+")).stream()
                    .anyMatch(names::contains);
            default -> false;
        };
    }

    /** What it is about: the names in its head, up to what is in parentheses or a body. */
    Set<String> subjects() {
        List<Token> tokens = tokens();
        int end = IntStream.range(0, tokens.size())
                .filter(place -> endsHead(tokens.get(place)))
                .findFirst()
                .orElse(tokens.size());
        return IntStream.range(1, end)
                .filter(place -> isName(tokens.get(place)) && !isFollowedByDot(tokens, place))
                .mapToObj(place -> tokens.get(place).value())
                .collect(Collectors.toSet());
    }

    private static boolean endsHead(Token token) {
        return token.is(TokenKind.LEFT_PAREN) || token.isWord("as") || token.isWord("is") || token.isWord("returns");
    }

    private static boolean isName(Token token) {
        return token.is(TokenKind.QUOTED_IDENTIFIER)
                || token.is(TokenKind.WORD)
                        && Keywords.mayNameColumn(token.value())
                        && Keywords.mayNameTypeOrFunction(token.value())
                        && !WORDS.contains(token.value());
    }

    private static boolean isFollowedByDot(List<Token> tokens, int place) {
        return place + 1 < tokens.size() && tokens.get(place + 1).is(TokenKind.DOT);
    }

    private String first() {
        return tokens().getFirst().value();
    }

    private List<Token> tokens() {
        return text().tokens();
    }

    StatementText text() {
        return entry.text();
    }
}
