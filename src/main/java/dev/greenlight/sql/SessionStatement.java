package dev.greenlight.sql;

import dev.greenlight.source.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Statements that change the session and nothing in the database. */
public sealed interface SessionStatement extends Statement {
    /**
     * {@code SET} and {@code RESET} of a run-time parameter.
     *
     * @param name in lower case, such as {@code search_path}, {@code time zone} as {@code timezone}; {@code all} for
     *     RESET ALL
     * @param local {@code SET LOCAL}: until the end of the transaction
     * @param values each as its token; empty for RESET and {@code TO DEFAULT}
     */
    record SetParameter(String name, boolean local, boolean reset, List<Token> values, Span span)
            implements SessionStatement {
        public SetParameter {
            values = List.copyOf(values);
        }

        @Override
        public String kind() {
            return reset ? "RESET" : "SET";
        }
    }

    /** {@code SET} and {@code RESET} of ROLE and SESSION AUTHORIZATION; {@code role} is null for NONE and DEFAULT. */
    record SetRole(@Nullable Name role, boolean local, boolean reset, Span span) implements SessionStatement {
        @Override
        public String kind() {
            return reset ? "RESET" : "SET";
        }
    }

    /** {@code SET CONSTRAINTS}; {@code constraints} is empty for ALL. */
    record SetConstraints(List<ObjectName> constraints, boolean deferred, Span span) implements SessionStatement {
        public SetConstraints {
            constraints = List.copyOf(constraints);
        }

        @Override
        public String kind() {
            return "SET CONSTRAINTS";
        }
    }

    /**
     * Those that no other room asks about: SHOW, DISCARD, LISTEN, NOTIFY, UNLISTEN, DEALLOCATE, LOAD, CHECKPOINT,
     * CLOSE, FETCH, MOVE, SET TRANSACTION.
     *
     * @param kind with what is said of all of something, such as {@code DISCARD ALL}
     */
    record Session(String kind, Span span) implements SessionStatement {}
}
