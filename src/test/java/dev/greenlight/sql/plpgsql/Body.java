package dev.greenlight.sql.plpgsql;

import dev.greenlight.source.Span;
import dev.greenlight.sql.EmbeddedSql;
import dev.greenlight.sql.RoutineStatement;
import dev.greenlight.sql.Token;
import java.util.List;
import java.util.Optional;

/**
 * A body to read.
 *
 * @param file where it comes from
 * @param head what stands before its first quote, such as {@code CREATE FUNCTION f(a int) RETURNS int AS}
 * @param signature what is read from that
 */
record Body(String file, String head, String text, String tail, Signature signature) {
    private static final String VOID = "CREATE FUNCTION inline_code_block() RETURNS void LANGUAGE plpgsql AS ";

    static Optional<Body> of(String file, String sql, RoutineStatement.CreateRoutine routine) {
        RoutineStatement.Body body = routine.body();
        if (!routine.language().equals("plpgsql") || body == null || body.token() == null) {
            return Optional.empty();
        }
        String head = sql.substring(routine.span().start(), body.span().start());
        String tail = sql.substring(body.span().end(), routine.span().end());
        return Optional.of(new Body(file, head, body.text(), tail, Signature.of(routine)));
    }

    /** A function of nothing compiles as a DO statement does, and does not run. */
    static Optional<Body> of(String file, RoutineStatement.Do block) {
        return block.language().equals("plpgsql")
                ? Optional.of(new Body(file, VOID, block.body().text(), "", Signature.ofBlock()))
                : Optional.empty();
    }

    Body with(String other) {
        return new Body(file, head, other, tail, signature);
    }

    List<Token> tokens() {
        return EmbeddedSql.tokens(text, new Span(0, text.length()));
    }

    Code read() {
        return PlpgsqlParser.parse(text, new Span(0, text.length()), signature);
    }
}
