package dev.greenlight.sql.plpgsql;

import dev.greenlight.postgres.SqlState;
import dev.greenlight.sql.Unread;

/** A body in PL/pgSQL as read: a block, or what PostgreSQL rejects it for. */
public sealed interface Code {
    /** It can be run. */
    record Readable(CodeStatement.Block block) implements Code {}

    /**
     * It does not compile: the first mistake, as the server finds it.
     *
     * @param state the error's code: nearly always a syntax error, but a RETURN that does not fit the function is a
     *     mismatch of types
     */
    record Unreadable(Unread problem, SqlState state) implements Code {}
}
