package dev.greenlight.oracle;

import dev.greenlight.migration.Script;

/** The statement at which a server stops, and why. */
public record ServerFailure(Script script, Script.Entry entry, ServerError error) {
    @Override
    public String toString() {
        return script.migration().path() + ": " + error;
    }
}
