package dev.greenlight.sql.plpgsql;

import dev.greenlight.sql.Unread;

/** A body in PL/pgSQL as read: a block, or what PostgreSQL rejects it for. */
public sealed interface Code {
    /** It can be run. */
    record Readable(CodeStatement.Block block) implements Code {}

    /** It does not compile: the first mistake, as the server finds it. */
    record Unreadable(Unread problem) implements Code {}
}
