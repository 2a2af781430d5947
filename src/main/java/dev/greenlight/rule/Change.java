package dev.greenlight.rule;

import dev.greenlight.catalog.Relation;
import dev.greenlight.effect.Effect;
import dev.greenlight.replay.Operation;
import dev.greenlight.replay.Step;
import dev.greenlight.sql.Statement;
import java.util.stream.Stream;

/** What a rule sees of one statement: what it did to the catalog and what that does to a live database. */
public record Change(Step step, Effect effect) {
    public Statement statement() {
        return step.statement();
    }

    public <T extends Operation> Stream<T> operations(Class<T> type) {
        return step.operations().stream().filter(type::isInstance).map(type::cast);
    }

    /** Whether others can know the relation, so that they wait for it or miss it. */
    public boolean isLive(Relation relation) {
        return !step.isPrivate(relation);
    }
}
