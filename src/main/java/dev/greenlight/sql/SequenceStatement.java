package dev.greenlight.sql;

import dev.greenlight.postgres.Persistence;
import dev.greenlight.source.Span;
import java.util.List;
import java.util.Optional;

/** Statements about sequences. */
public sealed interface SequenceStatement extends Statement {
    List<Setting> options();

    /** The column of {@code OWNED BY}, if one is written and it is not {@code NONE}: its table's name, then its own. */
    default Optional<List<Token>> ownedBy() {
        return options().stream()
                .filter(option -> option.name().equals("owned by"))
                .map(Setting::value)
                .filter(value -> value.size() > 1)
                .findFirst();
    }

    record CreateSequence(
            ObjectName name, Persistence persistence, boolean ifNotExists, List<Setting> options, Span span)
            implements SequenceStatement {
        public CreateSequence {
            options = List.copyOf(options);
        }

        @Override
        public String kind() {
            return "CREATE SEQUENCE";
        }
    }

    record AlterSequence(ObjectName name, boolean ifExists, List<Setting> options, Span span)
            implements SequenceStatement {
        public AlterSequence {
            options = List.copyOf(options);
        }

        @Override
        public String kind() {
            return "ALTER SEQUENCE";
        }
    }
}
