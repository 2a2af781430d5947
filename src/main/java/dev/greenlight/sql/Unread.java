package dev.greenlight.sql;

import dev.greenlight.source.Span;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Text that is not a statement that this parser knows. */
public sealed interface Unread extends Statement {
    /**
     * A statement that does not parse: PostgreSQL rejects it too.
     *
     * @param at the offending token, or what is left of it from a wrong escape on; an empty place behind the last
     *     where the statement ends too early
     * @param message one line: what was found and what was expected
     * @param expected what should stand there; null where something else is wrong
     */
    record Unparsed(
            Span span, Span at, String message, @Nullable String expected) implements Unread {
        @Override
        public String kind() {
            return "UNPARSED";
        }
    }

    /**
     * A statement, or all statements from one on, that go beyond what this parser takes on, though PostgreSQL may
     * accept them.
     *
     * @param several whether it is more than one statement
     * @param at where the limit was met
     * @param message one line: which limit, and what to do
     */
    record BeyondLimit(Span span, Span at, String message, boolean several) implements Unread {
        @Override
        public String kind() {
            return "UNPARSED";
        }
    }

    /**
     * A command of psql, such as {@code \connect}: nothing that the server sees.
     *
     * @param command as written, to the end of its line
     */
    record MetaCommand(String command, Span span) implements Unread {
        private static final Set<String> LEADING_ELSEWHERE =
                Set.of("i", "ir", "include", "include_relative", "gexec", "c", "connect", "copy", "!");

        /** Whether it runs what stands somewhere else, or runs it somewhere else (manual psql, Meta-Commands). */
        public boolean leadsElsewhere() {
            return LEADING_ELSEWHERE.contains(command.substring(1).split("\\s", 2)[0]);
        }

        @Override
        public String kind() {
            return "PSQL";
        }
    }

    /** A statement that holds a template placeholder where its meaning is decided, such as {@code ${schema}}. */
    record Template(Span span, Span at, String placeholder) implements Unread {
        @Override
        public String kind() {
            return "TEMPLATE";
        }
    }
}
