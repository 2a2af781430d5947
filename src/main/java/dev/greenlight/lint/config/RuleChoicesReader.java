package dev.greenlight.lint.config;

import dev.greenlight.rule.Nearest;
import dev.greenlight.rule.RuleSetting;
import dev.greenlight.rule.checks.Checks;
import dev.greenlight.source.yaml.YamlValue.Key;
import dev.greenlight.source.yaml.YamlValue.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what a configuration makes of rules: {@code rules} for all files, {@code overrides} for some. */
final class RuleChoicesReader {
    private static final String RULES = "rules";

    private final String path;
    private final Problems problems;
    private final List<String> known = Checks.ids();

    RuleChoicesReader(String path, Problems problems) {
        this.path = path;
        this.problems = problems;
    }

    /** Those for all files first, the others in the order of the file. */
    List<RuleChoice> read(Fields fields) {
        List<RuleChoice> choices = new ArrayList<>(choices(fields, List.of()));
        fields.blocks("overrides", "a list of paths, each with rules")
                .map(block -> Fields.of(path, block, problems))
                .forEach(block -> choices.addAll(override(block)));
        return choices;
    }

    private List<RuleChoice> override(Fields fields) {
        Optional<Setting<List<String>>> paths = fields.texts("paths", "a pattern or a list of patterns");
        if (paths.isEmpty()) {
            problems.add(fields.line(), "an override needs the paths that it is for");
        }
        List<PathPattern> patterns = paths.map(Setting::value).orElse(List.of()).stream()
                .flatMap(written -> pattern(fields, written).stream())
                .toList();
        List<RuleChoice> choices = choices(fields, patterns);
        fields.end();
        return choices;
    }

    private Optional<PathPattern> pattern(Fields fields, String written) {
        Optional<PathPattern> pattern = PathPattern.parse(written);
        if (pattern.isEmpty()) {
            problems.add(fields.line(), written + " is no pattern of paths");
        }
        return pattern;
    }

    private List<RuleChoice> choices(Fields fields, List<PathPattern> patterns) {
        return fields.free(RULES, "rules, each with " + Words.or(RuleSetting.ids())).stream()
                .flatMap(key -> choice(fields, key, patterns).stream())
                .toList();
    }

    private Optional<RuleChoice> choice(Fields fields, Key key, List<PathPattern> patterns) {
        if (!known.contains(key.name())) {
            problems.add(key.line(), "there is no rule " + key.name() + Nearest.question(key.name(), known));
            return Optional.empty();
        }
        String written = key.value() instanceof Scalar scalar
                ? scalar.text()
                : key.value().kind();
        Optional<RuleSetting> setting = RuleSetting.find(written);
        if (setting.isEmpty()) {
            problems.add(
                    key.value().line(),
                    key.name() + " has to be " + Words.or(RuleSetting.ids()) + ", not "
                            + (written.isEmpty() ? key.value().kind() : written)
                            + Nearest.question(written, RuleSetting.ids()));
        }
        return setting.map(it -> new RuleChoice(patterns, key.name(), new Setting<>(it, fields.from(key.line()))));
    }
}
