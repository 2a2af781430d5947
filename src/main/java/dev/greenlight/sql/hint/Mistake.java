package dev.greenlight.sql.hint;

import dev.greenlight.source.SourceFile;
import dev.greenlight.sql.StatementText;
import dev.greenlight.sql.Token;
import dev.greenlight.sql.TokenKind;
import dev.greenlight.sql.Unread;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A statement that does not parse, and the text that it was read from. */
record Mistake(StatementText text, Unread.Unparsed unparsed, SourceFile file) {

    String source() {
        return file.text();
    }

    /** The line in which a token begins, counted from 1. */
    int line(Token token) {
        return file.position(token.start()).line();
    }

    List<Token> tokens() {
        return text.tokens();
    }

    /** The index of the offending token; the number of tokens where the statement ends too early. */
    int index() {
        List<Token> tokens = tokens();
        int index = 0;
        while (index < tokens.size() && tokens.get(index).end() <= unparsed.at().start()) {
            index++;
        }
        return unparsed.at().length() == 0 ? tokens.size() : index;
    }

    /** The token with this index, or null. */
    @Nullable
    Token token(int index) {
        return index >= 0 && index < tokens().size() ? tokens().get(index) : null;
    }

    boolean is(int index, TokenKind kind) {
        Token token = token(index);
        return token != null && token.is(kind);
    }

    /** Whether nothing but white space stands before it on its line. */
    boolean beginsLine(Token token) {
        return Lines.beginsLine(source(), token.start());
    }
}
