package dev.greenlight.replay;

import dev.greenlight.postgres.SqlState;
import dev.greenlight.sql.Setting;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The options in parentheses that say what an object is, as PostgreSQL goes through them: from the first to the last,
 * each of a known name, at most once, and with a value that is one ({@code errorConflictingDefElem},
 * {@code defGetBoolean}).
 *
 * @param what is said of an option that is not known, such as {@code subscription parameter}
 */
record DefinitionOptions(List<Setting> options, String what, Execution execution) {
    private static final Set<String> ON = Set.of("true", "on", "1");
    private static final Set<String> OFF = Set.of("false", "off", "0");

    DefinitionOptions {
        options = List.copyOf(options);
    }

    /** Fails with 42601 at the first option that is not as it should be. */
    void require(Set<String> known, Set<String> booleans) {
        Set<String> seen = new HashSet<>();
        for (Setting option : options) {
            requireKnown(option, known);
            requireOnce(option, seen);
            if (booleans.contains(option.name())) {
                isOn(option);
            }
        }
    }

    /** The same where an option may be written more than once, and the last one holds. */
    DefinitionOptions last(Set<String> known) {
        Map<String, Setting> last = new LinkedHashMap<>();
        for (Setting option : options) {
            requireKnown(option, known);
            last.put(option.name(), option);
        }
        return new DefinitionOptions(List.copyOf(last.values()), what, execution);
    }

    private void requireKnown(Setting option, Set<String> known) {
        if (!known.contains(option.name())) {
            throw rejected(option, "unrecognized " + what + ": \"" + option.name() + "\"");
        }
    }

    private void requireOnce(Setting option, Set<String> seen) {
        if (!seen.add(option.name())) {
            throw rejected(option, "conflicting or redundant options");
        }
    }

    Optional<Setting> option(String name) {
        return Setting.find(options, name);
    }

    /** The value of a Boolean option, or what holds where it is not written. */
    boolean isOn(String name, boolean otherwise) {
        return option(name).map(this::isOn).orElse(otherwise);
    }

    /** An option without a value is on. */
    private boolean isOn(Setting option) {
        String value = option.text().toLowerCase(Locale.ROOT);
        if (option.value().isEmpty() || ON.contains(value)) {
            return true;
        }
        if (OFF.contains(value)) {
            return false;
        }
        throw rejected(option, option.name() + " requires a Boolean value");
    }

    Rejected rejected(Setting option, String message) {
        return execution.reject(SqlState.SYNTAX_ERROR, message, option.span());
    }
}
