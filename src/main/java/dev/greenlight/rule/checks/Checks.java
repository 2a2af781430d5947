package dev.greenlight.rule.checks;

import dev.greenlight.rule.Rule;
import java.util.List;

/** The one list of the rules, by what they are about. */
public final class Checks {
    public static final List<Rule> ALL = List.of(new CreateIndexBlocksWrites());

    private Checks() {}
}
