package dev.greenlight.replay.typing;

import dev.greenlight.sql.Token;
import dev.greenlight.sql.TokenKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Parts tokens where something stands in no further parentheses or brackets. */
final class Parts {
    private Parts() {}

    /** The indexes of those that are meant. */
    static List<Integer> places(List<Token> tokens, Predicate<Token> meant) {
        List<Integer> places = new ArrayList<>();
        int open = 0;
        for (int i = 0; i < tokens.size(); i++) {
            open += tokens.get(i).nesting();
            if (open == 0 && meant.test(tokens.get(i))) {
                places.add(i);
            }
        }
        return places;
    }

    /** The indexes of these words. */
    static List<Integer> words(List<Token> tokens, Set<String> words) {
        return places(tokens, token -> token.is(TokenKind.WORD) && words.contains(token.value()));
    }

    /** What commas part; nothing of nothing. */
    static List<List<Token>> list(List<Token> tokens) {
        return tokens.isEmpty() ? List.of() : between(tokens, places(tokens, token -> token.is(TokenKind.COMMA)));
    }

    /** What any of these words part; the whole where there is none. */
    static List<List<Token>> split(List<Token> tokens, String... words) {
        return between(tokens, words(tokens, Set.of(words)));
    }

    private static List<List<Token>> between(List<Token> tokens, List<Integer> places) {
        List<List<Token>> parts = new ArrayList<>();
        int start = 0;
        for (int place : places) {
            parts.add(tokens.subList(start, place));
            start = place + 1;
        }
        parts.add(tokens.subList(start, tokens.size()));
        return parts;
    }
}
