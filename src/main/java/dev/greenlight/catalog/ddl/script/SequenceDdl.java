package dev.greenlight.catalog.ddl.script;

import dev.greenlight.catalog.Sequence;
import dev.greenlight.catalog.Table;
import dev.greenlight.catalog.ddl.SearchPath;
import dev.greenlight.postgres.Identifiers;
import java.util.Optional;

/** Statements that make sequences and say which column owns them (manual CREATE SEQUENCE). */
final class SequenceDdl {
    private final Wordings wordings;
    private final SearchPath path;

    SequenceDdl(Wordings wordings, SearchPath path) {
        this.wordings = wordings;
        this.path = path;
    }

    Ddl of(Sequence sequence) {
        String options = wordings.sequences().getOrDefault(sequence.oid(), "");
        return Ddl.ifNotExists(
                object(sequence),
                "CREATE SEQUENCE ",
                Identifiers.quote(sequence.name()) + (options.isEmpty() ? "" : " " + options));
    }

    private static String object(Sequence sequence) {
        return "sequence " + Identifiers.quote(sequence.name());
    }

    /** Empty where none does. */
    Optional<Ddl> owner(Sequence sequence) {
        return path.catalog()
                .table(sequence.ownerTable())
                .flatMap(table -> owner(sequence, table))
                .map(text -> Ddl.repeatable(object(sequence), text));
    }

    private static Optional<String> owner(Sequence sequence, Table table) {
        return table.column(sequence.ownerColumn())
                .map(column -> "ALTER SEQUENCE " + Identifiers.quote(sequence.name()) + " OWNED BY "
                        + Identifiers.quote(table.name()) + "." + Identifiers.quote(column.name()));
    }
}
