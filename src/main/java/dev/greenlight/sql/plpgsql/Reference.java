package dev.greenlight.sql.plpgsql;

import dev.greenlight.source.Span;
import dev.greenlight.sql.Name;
import dev.greenlight.sql.Token;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A name as PL/pgSQL's scanner takes it (pl_scanner.c, plpgsql_yylex): up to three words with dots between them.
 *
 * @param variable what it is known as; null if it is no variable
 * @param field whether it is a field of that variable
 */
record Reference(List<Token> tokens, @Nullable Variable variable, boolean field) {
    Reference {
        tokens = List.copyOf(tokens);
    }

    boolean isWord() {
        return tokens.size() == 1;
    }

    Span span() {
        return Token.span(tokens);
    }

    Name first() {
        return Name.of(tokens.getFirst());
    }

    /** Whether it is known to be a record, and no field of one. */
    boolean isRecord() {
        return variable != null && !field && variable.isRecord();
    }

    /** As the server's messages print it. */
    String text() {
        return tokens.stream().map(Token::value).collect(Collectors.joining());
    }
}
