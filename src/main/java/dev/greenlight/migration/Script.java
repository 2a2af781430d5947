package dev.greenlight.migration;

import dev.greenlight.sql.Statement;
import dev.greenlight.sql.StatementText;
import java.util.List;

/** A migration and its statements as read, in the order of running. */
public record Script(Migration migration, List<Entry> entries) {
    public Script {
        entries = List.copyOf(entries);
    }

    /** A statement with the text it was read from and the section it stands in. */
    public record Entry(Section section, StatementText text, Statement statement) {}
}
