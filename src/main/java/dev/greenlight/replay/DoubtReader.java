package dev.greenlight.replay;

import dev.greenlight.source.Span;
import dev.greenlight.sql.Lexer;
import dev.greenlight.sql.Token;
import dev.greenlight.sql.TokenKind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Reads from the text of a procedural body which objects it may make, change or drop. It does not follow the code: a
 * statement in a branch that is never taken counts like any other. Of dynamic SQL the constant parts are read; where
 * EXECUTE is given a text of which no part stands in the body, everything is in doubt.
 */
final class DoubtReader {
    /** A statement of PL/pgSQL may begin behind these without a semicolon before it (manual 41.6). */
    private static final Set<String> STATEMENT_FOLLOWS = Set.of("begin", "then", "else", "loop", "declare");

    private final Function<String, List<String>> routineBodies;
    private final Set<String> routinesSeen = new HashSet<>();
    private Doubt doubt = Doubt.NONE;
    private boolean unknownText;
    private boolean knownText;

    private DoubtReader(Function<String, List<String>> routineBodies) {
        this.routineBodies = routineBodies;
    }

    /**
     * @param routineBodies the bodies of the routines of a name, which the body may call
     */
    static Doubt read(String body, Function<String, List<String>> routineBodies) {
        DoubtReader reader = new DoubtReader(routineBodies);
        reader.read(body);
        if (reader.unknownText && !reader.knownText) {
            reader.doubt = reader.doubt.and(Definition.anything());
        }
        return reader.doubt;
    }

    /** As {@link #read}, for what a statement calls: a routine or several of one name. */
    static Doubt readCall(String routine, Function<String, List<String>> routineBodies) {
        return read(routine + "()", routineBodies);
    }

    private void read(String body) {
        List<Token> statement = new ArrayList<>();
        for (Token token : significant(body)) {
            boolean ends = token.is(TokenKind.SEMICOLON)
                    || token.is(TokenKind.WORD)
                            && STATEMENT_FOLLOWS.contains(token.value())
                            && !Definition.begins(statement);
            if (ends) {
                readStatement(statement);
                statement.clear();
            } else {
                statement.add(token);
            }
        }
        readStatement(statement);
    }

    static List<Token> significant(String text) {
        return significant(text, new Span(0, text.length()));
    }

    /** The tokens of a part of a text that mean something, with places in that text. */
    static List<Token> significant(String text, Span within) {
        return Lexer.tokenize(text, within).stream()
                .filter(token -> !token.kind().isTrivia())
                .toList();
    }

    private void readStatement(List<Token> statement) {
        if (Definition.begins(statement)) {
            doubt = doubt.and(Definition.of(statement));
            return;
        }
        List<String> texts = DynamicText.of(statement);
        for (String text : texts) {
            List<Token> tokens = significant(text);
            knownText |= !tokens.isEmpty() && tokens.getFirst().is(TokenKind.WORD);
            doubt = doubt.and(Definition.of(tokens));
            followCalls(tokens);
        }
        unknownText |=
                texts.isEmpty() && !statement.isEmpty() && statement.getFirst().isWord("execute");
        followCalls(statement);
    }

    private void followCalls(List<Token> statement) {
        for (int i = 0; i + 1 < statement.size(); i++) {
            Token name = statement.get(i);
            boolean call = statement.get(i + 1).is(TokenKind.LEFT_PAREN)
                    && (name.is(TokenKind.WORD) || name.is(TokenKind.QUOTED_IDENTIFIER));
            if (call && routinesSeen.add(name.value())) {
                routineBodies.apply(name.value()).forEach(this::read);
            }
        }
    }
}
