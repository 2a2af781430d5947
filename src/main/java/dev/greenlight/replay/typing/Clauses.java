package dev.greenlight.replay.typing;

import dev.greenlight.replay.answer.TermTokens;
import dev.greenlight.sql.Token;
import dev.greenlight.sql.TokenKind;
import java.util.List;
import java.util.Set;

/** The clauses of one SELECT (manual, SELECT), parted by the words that begin them. */
final class Clauses {
    private static final Set<String> WORDS = Set.of(
            "into",
            "from",
            "where",
            "group",
            "having",
            "window",
            "order",
            "limit",
            "offset",
            "fetch",
            "for",
            "returning",
            "set");
    private static final Set<String> SET_OPERATIONS = Set.of("union", "intersect", "except");

    private final List<Token> tokens;
    private final List<Integer> starts;

    private Clauses(List<Token> tokens, Set<String> words) {
        this.tokens = tokens;
        this.starts = Parts.words(tokens, words).stream().filter(this::begins).toList();
    }

    /** @param tokens from what stands behind SELECT on */
    static Clauses of(List<Token> tokens) {
        return new Clauses(tokens, WORDS);
    }

    /** Those words that join whole queries, with what is between them. */
    static Clauses ofSetOperations(List<Token> tokens) {
        return new Clauses(tokens, SET_OPERATIONS);
    }

    /** A label, a column of that name and a word in the midst of others, as in IS DISTINCT FROM, begin nothing. */
    private boolean begins(int index) {
        if (index == 0) {
            return true;
        }
        Token before = tokens.get(index - 1);
        boolean distinct = before.isWord("distinct")
                && index > 1
                && (tokens.get(index - 2).isWord("is") || tokens.get(index - 2).isWord("not"));
        boolean label = before.isWord("as") || before.is(TokenKind.DOT);
        return !distinct && !label && !before.isWord("within") && !before.isWord("collation");
    }

    /** What stands before the first of them. */
    List<Token> first() {
        return tokens.subList(0, starts.isEmpty() ? tokens.size() : starts.getFirst());
    }

    /** What stands behind a word, up to the next one; nothing where it is not there. */
    List<Token> behind(String word) {
        for (int i = 0; i < starts.size(); i++) {
            if (tokens.get(starts.get(i)).isWord(word)) {
                return operand(i);
            }
        }
        return List.of();
    }

    /** All but RETURNING and what is behind it. */
    List<Token> withoutReturning() {
        for (int start : starts) {
            if (tokens.get(start).isWord("returning")) {
                return tokens.subList(0, start);
            }
        }
        return tokens;
    }

    /** How many words there are. */
    int count() {
        return starts.size();
    }

    String word(int number) {
        return tokens.get(starts.get(number)).value();
    }

    /** What stands before one of them, counted from 0, and those before it. */
    List<Token> before(int number) {
        return tokens.subList(0, starts.get(number));
    }

    /** What stands behind one of them, up to the next one. */
    List<Token> operand(int number) {
        int end = number + 1 < starts.size() ? starts.get(number + 1) : tokens.size();
        return tokens.subList(starts.get(number) + 1, end);
    }

    /** As {@link #operand}, without the word that says whether doubles are kept. */
    List<Token> query(int number) {
        TermTokens rest = new TermTokens(operand(number));
        if (!rest.skipWords("all")) {
            rest.skipWords("distinct");
        }
        return rest.rest();
    }
}
