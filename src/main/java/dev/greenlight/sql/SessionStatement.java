package dev.greenlight.sql;

import dev.greenlight.source.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Statements on the session that change nothing in the database. */
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

    /** {@code SET TRANSACTION}, or {@code SET SESSION CHARACTERISTICS} for all that follow. */
    record SetTransaction(boolean session, Span span) implements SessionStatement {
        @Override
        public String kind() {
            return session ? "SET SESSION CHARACTERISTICS" : "SET TRANSACTION";
        }
    }

    /** {@code parameter} is named as in {@link SetParameter}. */
    record Show(String parameter, Span span) implements SessionStatement {
        @Override
        public String kind() {
            return "SHOW";
        }
    }

    /**
     * @param what {@code ALL}, {@code PLANS}, {@code SEQUENCES} or {@code TEMP}
     */
    record Discard(String what, Span span) implements SessionStatement {
        @Override
        public String kind() {
            return "DISCARD " + what;
        }
    }

    record Listen(Name channel, Span span) implements SessionStatement {
        @Override
        public String kind() {
            return "LISTEN";
        }
    }

    /** {@code channel} is null for all. */
    record Unlisten(@Nullable Name channel, Span span) implements SessionStatement {
        @Override
        public String kind() {
            return "UNLISTEN";
        }
    }

    record Notify(Name channel, @Nullable Token payload, Span span) implements SessionStatement {
        @Override
        public String kind() {
            return "NOTIFY";
        }
    }

    /** {@code statement}, a prepared one, is null for all. */
    record Deallocate(@Nullable Name statement, Span span) implements SessionStatement {
        @Override
        public String kind() {
            return statement == null ? "DEALLOCATE ALL" : "DEALLOCATE";
        }
    }

    /** {@code cursor} is null for all. */
    record CloseCursor(@Nullable Name cursor, Span span) implements SessionStatement {
        @Override
        public String kind() {
            return cursor == null ? "CLOSE CURSOR ALL" : "CLOSE CURSOR";
        }
    }

    /** {@code FETCH}, or {@code MOVE}, which gives no rows. */
    record Fetch(boolean move, Name cursor, Span span) implements SessionStatement {
        @Override
        public String kind() {
            return move ? "MOVE" : "FETCH";
        }
    }

    /** {@code library} is the file of a shared library. */
    record Load(Token library, Span span) implements SessionStatement {
        @Override
        public String kind() {
            return "LOAD";
        }
    }

    record Checkpoint(Span span) implements SessionStatement {
        @Override
        public String kind() {
            return "CHECKPOINT";
        }
    }
}
