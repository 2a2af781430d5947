package dev.greenlight.migration;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a {@code sqitch.conf} says, as far as it moves files: written as Git's configuration is, a value is looked up for
 * the target, then for the engine, then in the core section ({@code App::Sqitch::Target}). The user's and the system's
 * configuration are not read.
 *
 * @param values by {@code section.name.key}
 */
record SqitchConfiguration(Map<String, String> values) {
    static final String FILE = "sqitch.conf";

    private static final Set<String> OTHERS =
            Set.of("clickhouse", "exasol", "firebird", "mysql", "oracle", "snowflake", "sqlite", "vertica");

    private static final Pattern SECTION =
            Pattern.compile("[ \\t]*\\[[ \\t]*([A-Za-z0-9.-]+)(?:[ \\t]+\"([^\"]*)\")?[ \\t]*].*");
    private static final Pattern VALUE =
            Pattern.compile("[ \\t]*([A-Za-z][A-Za-z0-9_-]*)[ \\t]*=[ \\t]*(?:\"([^\"]*)\"|([^#;]*)).*");

    SqitchConfiguration {
        values = Map.copyOf(values);
    }

    static SqitchConfiguration parse(String text) {
        Map<String, String> values = new HashMap<>();
        String section = "";
        for (String line : text.lines().toList()) {
            Matcher head = SECTION.matcher(line);
            Matcher value = VALUE.matcher(line);
            if (head.matches()) {
                String name = head.group(2) == null ? "" : head.group(2) + ".";
                section = head.group(1).toLowerCase(Locale.ROOT) + "." + name;
            } else if (value.matches()) {
                String said = value.group(2) == null ? value.group(3).strip() : value.group(2);
                values.put(section + value.group(1).toLowerCase(Locale.ROOT), said);
            }
        }
        return new SqitchConfiguration(values);
    }

    /** Such as {@code deploy_dir}, for the target that is deployed to where nobody names one. */
    Optional<String> get(String key) {
        Stream<String> ofTarget = target().stream().map(name -> "target." + name + ".");
        return Stream.concat(ofTarget, Stream.of("engine.pg.", "core.pg.", "core."))
                .flatMap(section -> Optional.ofNullable(values.get(section + key)).stream())
                .filter(value -> !value.isEmpty())
                .findFirst();
    }

    /** The engine of the core section, unless there is one for PostgreSQL, or it is like that. */
    Optional<String> otherEngine() {
        boolean hasPostgres = values.keySet().stream().anyMatch(key -> key.startsWith("engine.pg."));
        return Optional.ofNullable(values.get("core.engine")).filter(engine -> !hasPostgres && OTHERS.contains(engine));
    }

    private Optional<String> target() {
        return Stream.of("core.target", "engine.pg.target", "core.pg.target")
                .flatMap(key -> Optional.ofNullable(values.get(key)).stream())
                .findFirst();
    }
}
