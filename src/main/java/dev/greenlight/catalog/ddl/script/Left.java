package dev.greenlight.catalog.ddl.script;

import dev.greenlight.catalog.Catalog;
import dev.greenlight.catalog.Table;
import dev.greenlight.catalog.View;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tables and views that cannot be printed, and why: of some not enough is known, and what needs them goes with them. */
final class Left {
    private final Map<Long, String> reasons = new LinkedHashMap<>();

    Left(Wordings wordings, TableDdl tables) {
        Catalog catalog = wordings.catalog();
        catalog.tables()
                .filter(table -> wordings.isMade(table.origin()))
                .forEach(table -> note(table.oid(), TableDdl.object(table), tables.problem(table)));
        catalog.views().filter(view -> wordings.isMade(view.origin())).forEach(view -> note(view, wordings));
        boolean more = true;
        while (more) {
            int before = reasons.size();
            catalog.tables().forEach(this::noteOfParents);
            catalog.views().forEach(this::noteOfNeeds);
            more = reasons.size() > before;
        }
    }

    private void note(long oid, String object, @Nullable String problem) {
        if (problem != null) {
            reasons.putIfAbsent(oid, object + ": " + problem);
        }
    }

    private void note(View view, Wordings wordings) {
        boolean known = wordings.view(view.oid()).isPresent();
        note(view.oid(), ViewDdl.object(view), known ? null : "its query is not known");
    }

    private void noteOfParents(Table table) {
        boolean without = table.parents().stream().anyMatch(reasons::containsKey);
        note(table.oid(), TableDdl.object(table), without ? "its parent is not printed" : null);
    }

    private void noteOfNeeds(View view) {
        boolean without = view.needs().relations().stream().anyMatch(part -> reasons.containsKey(part.relation()));
        note(view.oid(), ViewDdl.object(view), without ? "what it reads is not printed" : null);
    }

    boolean contains(long oid) {
        return reasons.containsKey(oid);
    }

    Iterable<String> reasons() {
        return reasons.values();
    }

    Optional<String> reason(long oid) {
        return Optional.ofNullable(reasons.get(oid));
    }
}
