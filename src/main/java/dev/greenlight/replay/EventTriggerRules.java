package dev.greenlight.replay;

import dev.greenlight.postgres.SqlState;
import dev.greenlight.sql.Token;
import dev.greenlight.sql.TriggerStatement;
import dev.greenlight.sql.TriggerStatement.EventFilter;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** What CREATE EVENT TRIGGER may say (manual 40, {@code event_trigger.c}). */
final class EventTriggerRules {
    private static final Set<String> EVENTS =
            Set.of("ddl_command_start", "ddl_command_end", "sql_drop", "table_rewrite");
    private static final String TAG =
            "(ALTER|CREATE|DROP|COMMENT|GRANT|IMPORT|REFRESH|REINDEX|REVOKE|SECURITY|SELECT)( [A-Z]+)*";
    private static final int LOGIN = 17;

    private final Execution execution;

    EventTriggerRules(Execution execution) {
        this.execution = execution;
    }

    /** In PostgreSQL's order: the event, the variables, their values. */
    void require(TriggerStatement.CreateEventTrigger create) {
        String event = create.event().value();
        boolean known = EVENTS.contains(event)
                || event.equals("login") && execution.version().isAtLeast(LOGIN);
        if (!known) {
            throw execution.reject(
                    SqlState.SYNTAX_ERROR,
                    "unrecognized event name \"" + event + "\"",
                    create.event().span());
        }
        Set<String> seen = new HashSet<>();
        for (EventFilter filter : create.filters()) {
            requireVariable(filter, seen);
        }
        create.filters().forEach(filter -> filter.values().forEach(value -> requireTag(filter, value)));
    }

    private void requireVariable(EventFilter filter, Set<String> seen) {
        String variable = filter.variable().value();
        if (!variable.equals("tag")) {
            throw execution.reject(
                    SqlState.SYNTAX_ERROR,
                    "unrecognized filter variable \"" + variable + "\"",
                    filter.variable().span());
        }
        if (!seen.add(variable)) {
            throw execution.reject(
                    SqlState.SYNTAX_ERROR,
                    "filter variable \"" + variable + "\" specified more than once",
                    filter.span());
        }
    }

    /** What is not of one database fires none (manual 40.1). */
    private static boolean isShared(String tag) {
        return tag.matches("(ALTER|CREATE|DROP) (DATABASE|ROLE|TABLESPACE|EVENT TRIGGER)");
    }

    /** A tag begins with the first word of a statement; which of them fire is PostgreSQL's list of its version. */
    private void requireTag(EventFilter filter, Token value) {
        if (!value.value().toUpperCase(Locale.ROOT).matches(TAG)) {
            throw execution.reject(
                    SqlState.SYNTAX_ERROR,
                    "filter value \"" + value.value() + "\" not recognized for filter variable \""
                            + filter.variable().value() + "\"",
                    value.span());
        }
        if (isShared(value.value().toUpperCase(Locale.ROOT))) {
            String message = "event triggers are not supported for " + value.value();
            throw execution.reject(SqlState.FEATURE_NOT_SUPPORTED, message, value.span());
        }
    }
}
