package dev.greenlight.sql;

import dev.greenlight.source.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Statements about what hangs on a table and runs by itself: triggers, rules and row security policies. */
public sealed interface TriggerStatement extends Statement {
    /**
     * @param timing {@code before}, {@code after} or {@code instead of}
     * @param events of {@code insert}, {@code update}, {@code delete}, {@code truncate}
     * @param columns those of {@code UPDATE OF}
     * @param referenced the table behind FROM, for constraint triggers
     * @param transitions those of REFERENCING
     */
    record CreateTrigger(
            Name name,
            ObjectName table,
            boolean orReplace,
            boolean constraint,
            String timing,
            List<String> events,
            List<Name> columns,
            @Nullable ObjectName referenced,
            List<TransitionTable> transitions,
            boolean forEachRow,
            @Nullable Expression when,
            ObjectName function,
            Span span)
            implements TriggerStatement {
        public CreateTrigger {
            events = List.copyOf(events);
            columns = List.copyOf(columns);
            transitions = List.copyOf(transitions);
        }

        @Override
        public String kind() {
            return "CREATE TRIGGER";
        }
    }

    /** {@code OLD | NEW TABLE | ROW AS name}: what a trigger sees of all changed rows at once. */
    record TransitionTable(boolean isNew, boolean row, Name name) {}

    /**
     * @param filters all of which must hold for it to fire
     */
    record CreateEventTrigger(Name name, Name event, List<EventFilter> filters, ObjectName function, Span span)
            implements TriggerStatement {
        public CreateEventTrigger {
            filters = List.copyOf(filters);
        }

        @Override
        public String kind() {
            return "CREATE EVENT TRIGGER";
        }
    }

    /** {@code variable IN ('value', …)}. */
    record EventFilter(Name variable, List<Token> values, Span span) {
        public EventFilter {
            values = List.copyOf(values);
        }
    }

    /** {@code ALTER EVENT TRIGGER … ENABLE | DISABLE}. */
    record SwitchEventTrigger(Name name, AlterTableAction.Switch state, Span span) implements TriggerStatement {
        @Override
        public String kind() {
            return "ALTER EVENT TRIGGER";
        }
    }

    /**
     * @param event {@code select}, {@code insert}, {@code update} or {@code delete}
     * @param body what follows, from WHERE or DO to the end
     */
    record CreateRule(Name name, ObjectName table, boolean orReplace, String event, List<Token> body, Span span)
            implements TriggerStatement {
        public CreateRule {
            body = List.copyOf(body);
        }

        @Override
        public String kind() {
            return "CREATE RULE";
        }
    }

    /**
     * @param command {@code all}, {@code select}, {@code insert}, {@code update} or {@code delete}
     */
    record CreatePolicy(
            Name name,
            ObjectName table,
            boolean permissive,
            String command,
            List<Name> roles,
            @Nullable Expression using,
            @Nullable Expression withCheck,
            Span span)
            implements TriggerStatement {
        public CreatePolicy {
            roles = List.copyOf(roles);
        }

        @Override
        public String kind() {
            return "CREATE POLICY";
        }
    }

    record AlterPolicy(
            Name name,
            ObjectName table,
            List<Name> roles,
            @Nullable Expression using,
            @Nullable Expression withCheck,
            Span span)
            implements TriggerStatement {
        public AlterPolicy {
            roles = List.copyOf(roles);
        }

        @Override
        public String kind() {
            return "ALTER POLICY";
        }
    }
}
