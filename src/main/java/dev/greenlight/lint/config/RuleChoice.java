package dev.greenlight.lint.config;

import dev.greenlight.rule.RuleSetting;
import java.util.List;
import java.util.Optional;

/**
 * What a configuration makes of one rule.
 *
 * @param paths the files that it is for; all if empty
 */
public record RuleChoice(List<PathPattern> paths, String rule, Setting<RuleSetting> setting) {
    public RuleChoice {
        paths = List.copyOf(paths);
    }

    boolean isFor(String otherRule, String path) {
        return rule.equals(otherRule) && (paths.isEmpty() || paths.stream().anyMatch(pattern -> pattern.matches(path)));
    }

    /** The one that counts: the last of those that are for the file, one for some paths before one for all. */
    static Optional<RuleSetting> of(List<RuleChoice> choices, String rule, String path) {
        return choices.stream()
                .filter(choice -> choice.isFor(rule, path))
                .reduce((first, second) ->
                        second.paths().isEmpty() && !first.paths().isEmpty() ? first : second)
                .map(choice -> choice.setting().value());
    }
}
