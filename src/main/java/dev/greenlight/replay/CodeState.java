package dev.greenlight.replay;

/** What there is at one place of running code. */
record CodeState(Database database, CodeVariables variables) {
    CodeState with(Database changed) {
        return new CodeState(changed, variables);
    }

    CodeState with(CodeVariables changed) {
        return new CodeState(database, changed);
    }

    /** What may be there where code may have come from here or from there. */
    CodeState or(CodeState other) {
        return new CodeState(DatabaseUnion.of(database, other.database), variables.or(other.variables));
    }

    /** For another way that the code may go from here: what it makes is told from what was made on this one. */
    CodeState apartFrom(CodeFlow way) {
        long next = way.next() == null ? 0 : way.next().nextOid();
        for (CodeExit exit : way.exits()) {
            next = Math.max(next, exit.state().nextOid());
        }
        return with(database.with(database.catalog().withNextOid(next)));
    }

    private long nextOid() {
        return database.catalog().nextOid();
    }
}
