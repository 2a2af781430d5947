package dev.greenlight.catalog.ddl.script;

import dev.greenlight.catalog.Routine;
import dev.greenlight.catalog.ddl.SearchPath;
import dev.greenlight.postgres.Identifiers;
import java.util.Optional;
import java.util.stream.Collectors;

/** Statements that make routines, as the history has written them. */
final class RoutineDdl {
    private final Wordings wordings;
    private final SearchPath path;

    RoutineDdl(Wordings wordings, SearchPath path) {
        this.wordings = wordings;
        this.path = path;
    }

    /** The name and the types of what goes in (manual 8.19, {@code regprocedure}). */
    String signature(Routine routine) {
        return routine.parameters().stream()
                .map(type -> path.write(type.withoutModifiers()))
                .collect(Collectors.joining(",", Identifiers.quote(routine.name()) + "(", ")"));
    }

    String object(Routine routine) {
        return routine.kind() + " " + signature(routine);
    }

    Optional<Ddl> of(Routine routine) {
        return wordings.statement(routine.origin())
                .map(text -> Ddl.when(object(routine), Conditions.noRoutine(signature(routine)), text));
    }
}
