package dev.greenlight.catalog.ddl.script;

import java.util.List;

/**
 * A catalog as SQL.
 *
 * @param statements in the order of running
 * @param lost what of the catalog is not in them, one line each
 */
public record Script(List<Ddl> statements, List<String> lost) {
    public Script {
        statements = List.copyOf(statements);
        lost = List.copyOf(lost);
    }
}
