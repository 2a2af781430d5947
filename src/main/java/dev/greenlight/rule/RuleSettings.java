package dev.greenlight.rule;

import java.util.Optional;

/** What a project makes of rules, file by file. */
@FunctionalInterface
public interface RuleSettings {
    /** Every rule weighs what its page says. */
    RuleSettings PAGES = (rule, path) -> Optional.empty();

    /** What the project says of a rule in a file; empty if nothing. */
    Optional<RuleSetting> of(String rule, String path);
}
