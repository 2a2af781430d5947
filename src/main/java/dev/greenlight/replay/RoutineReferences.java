package dev.greenlight.replay;

import dev.greenlight.catalog.Routine;
import dev.greenlight.postgres.PostgresVersion;
import dev.greenlight.sql.ObjectType;
import java.util.List;

/** Tells what the code of a routine names, as a call would find it when a history has run; there or not. */
public final class RoutineReferences {
    private final Database end;
    private final Premises premises;
    private final List<String> path;

    public RoutineReferences(HistoryRun history) {
        this.end = Database.fresh(history.searchPath()).with(history.result());
        this.path = history.searchPath();
        ReplayOptions options = ReplayOptions.of(PostgresVersion.NEWEST, ReplayOptions.Openness.CLOSED);
        this.premises = Premises.closed(options, Foreknowledge.of(List.of()));
    }

    /** Relations, their columns and routines, in the order of the code; none for code that cannot be read. */
    public List<Reference> of(Routine routine) {
        return CodeCalls.Source.of(routine)
                .map(source ->
                        RoutineTrial.run(source, path, null, end, premises).named())
                .orElse(List.of());
    }

    /** The relations alone. */
    public static boolean isRelation(Reference reference) {
        return reference.column() == null && reference.type() != ObjectType.FUNCTION;
    }
}
