package dev.greenlight.replay.typing;

import dev.greenlight.replay.answer.TermTokens;
import dev.greenlight.sql.Keywords;
import dev.greenlight.sql.Token;
import dev.greenlight.sql.TokenKind;
import dev.greenlight.sql.TypeName;
import java.util.ArrayList;
import java.util.List;

/** Reads names of several parts and other small things that say nothing of a type. */
final class Names {
    private final TermTokens tokens;

    Names(TermTokens tokens) {
        this.tokens = tokens;
    }

    List<String> qualified() {
        List<String> parts = new ArrayList<>(List.of(tokens.name()));
        while (tokens.is(TokenKind.DOT)) {
            tokens.take();
            parts.add(tokens.name());
        }
        return parts;
    }

    /** Whether a name stands here that an output may be given without AS. */
    boolean atLabel() {
        Token token = tokens.peek(0);
        return token != null
                && (token.is(TokenKind.QUOTED_IDENTIFIER)
                        || token.is(TokenKind.WORD) && Keywords.mayNameColumn(token.value()));
    }

    /** Names in parentheses, as those of an alias's columns; none where no parenthesis stands here. */
    List<String> list() {
        List<String> names = new ArrayList<>();
        if (!tokens.skip(TokenKind.LEFT_PAREN)) {
            return names;
        }
        do {
            names.add(tokens.name());
        } while (tokens.skip(TokenKind.COMMA));
        tokens.expect(TokenKind.RIGHT_PAREN);
        return names;
    }

    TypeName type() {
        TypeName type = TypeName.startOf(tokens.rest()).orElseThrow(tokens::unread);
        while (!tokens.atEnd() && tokens.rest().getFirst().start() < type.span().end()) {
            tokens.take();
        }
        return type;
    }

    /** What may follow IS JSON (manual 9.16.1). */
    void jsonKind() {
        for (String kind : List.of("value", "array", "object", "scalar")) {
            tokens.skipWords(kind);
        }
        for (String unique : List.of("with", "without", "unique", "keys")) {
            tokens.skipWords(unique);
        }
    }
}
