package dev.greenlight.sql;

import dev.greenlight.source.Span;
import org.jspecify.annotations.Nullable;

/** Statements that make parts of PostgreSQL itself known to it: procedural languages and access methods. */
public sealed interface LanguageStatement extends Statement {
    /**
     * @param handler null where an extension of the same name brings the language (manual CREATE LANGUAGE)
     */
    record CreateLanguage(
            Name name,
            boolean orReplace,
            boolean trusted,
            @Nullable ObjectName handler,
            @Nullable ObjectName inline,
            @Nullable ObjectName validator,
            Span span)
            implements LanguageStatement {
        @Override
        public String kind() {
            return "CREATE LANGUAGE";
        }
    }

    /**
     * @param type {@code index} or {@code table}
     */
    record CreateAccessMethod(Name name, String type, ObjectName handler, Span span) implements LanguageStatement {
        @Override
        public String kind() {
            return "CREATE ACCESS METHOD";
        }
    }
}
