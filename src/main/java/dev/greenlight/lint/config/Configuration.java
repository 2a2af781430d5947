package dev.greenlight.lint.config;

import dev.greenlight.effect.TableSizes;
import dev.greenlight.lint.Threshold;
import dev.greenlight.lint.check.Requirements;
import dev.greenlight.postgres.PostgresVersion;
import dev.greenlight.replay.ReplayOptions.Openness;
import dev.greenlight.rule.RuleSetting;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a project's {@code greenlight.yml} says. All paths are from the working directory.
 *
 * @param file the configuration's path; empty if there is none
 * @param baselineSchema files with what is there before the first migration of each history
 * @param baseline the file with the findings that are not to be told again
 * @param stats the file with the sizes of tables
 * @param tables the sizes that are said here
 * @param require what the application needs of the schema
 */
public record Configuration(
        Optional<String> file,
        Optional<Setting<PostgresVersion>> postgresVersion,
        Optional<Setting<ZoneId>> timezone,
        Optional<Setting<List<String>>> defaultSearchPath,
        Optional<Setting<Threshold>> failOn,
        Optional<Setting<Openness>> history,
        Optional<Setting<List<String>>> baselineSchema,
        Optional<Setting<String>> baseline,
        Optional<Setting<String>> stats,
        Optional<TableSizes> tables,
        List<ConfiguredHistory> histories,
        List<RuleChoice> rules,
        Optional<Requirements> require) {
    /** What a project without a configuration says: nothing. */
    public static final Configuration NONE = new Configuration(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            List.of(),
            Optional.empty());

    public Configuration {
        histories = List.copyOf(histories);
        rules = List.copyOf(rules);
    }

    /** What this says, and where it says nothing what the other says. Rules and histories are added up. */
    public Configuration over(Configuration other) {
        return new Configuration(
                file.or(other::file),
                postgresVersion.or(other::postgresVersion),
                timezone.or(other::timezone),
                defaultSearchPath.or(other::defaultSearchPath),
                failOn.or(other::failOn),
                history.or(other::history),
                baselineSchema.or(other::baselineSchema),
                baseline.or(other::baseline),
                stats.or(other::stats),
                tables.map(own -> own.over(other.tables.orElse(TableSizes.UNKNOWN)))
                        .or(other::tables),
                Stream.concat(histories.stream(), other.histories.stream()).toList(),
                Stream.concat(other.rules.stream(), rules.stream()).toList(),
                require.or(other::require));
    }

    /**
     * What it makes of a rule in a file; nothing if it says nothing.
     *
     * @param path from the working directory
     */
    public Optional<RuleSetting> rule(String rule, String path) {
        return rules.isEmpty() || file.isEmpty()
                ? Optional.empty()
                : RuleChoice.of(rules, rule, ConfigurationFolder.of(file.get()).relative(path));
    }
}
