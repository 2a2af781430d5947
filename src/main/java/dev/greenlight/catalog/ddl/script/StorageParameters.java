package dev.greenlight.catalog.ddl.script;

import dev.greenlight.catalog.Table;
import dev.greenlight.postgres.Identifiers;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The storage parameters that a table has at the end (manual CREATE TABLE), wherever they were said: where it was made,
 * or later. Values are texts to the server, and are compared as such.
 */
final class StorageParameters {
    /** It was taken in every version, and says nothing since tables have none (manual E, release 12). */
    private static final String OIDS = "oids";

    private final SortedMap<String, String> values = new TreeMap<>();

    private StorageParameters() {}

    /** For comparing: all in one order, or nothing where there are none. */
    static String of(Wordings wordings, Table table) {
        StorageParameters parameters = new StorageParameters();
        parameters.set(wordings.table(table.oid()).parameters());
        String name = Identifiers.quote(table.name()) + " ";
        wordings.changes().stream()
                .filter(change ->
                        change.relation() == table.oid() && change.text().contains(name))
                .map(change -> change.text().substring(change.text().indexOf(name) + name.length()))
                .forEach(parameters::change);
        return parameters.values.isEmpty() ? "" : " WITH " + parameters.values;
    }

    private void change(String action) {
        String list = action.substring(Math.max(0, action.indexOf('(')));
        if (action.matches("(?is)set\\s*\\(.*")) {
            set(list);
        } else if (action.matches("(?is)reset\\s*\\(.*")) {
            parts(list).forEach(part -> values.remove(name(part)));
        }
    }

    private void set(@Nullable String list) {
        for (String part : parts(list)) {
            int equals = part.indexOf('=');
            String name = name(equals < 0 ? part : part.substring(0, equals));
            if (!name.equals(OIDS)) {
                values.put(name, equals < 0 ? "true" : value(part.substring(equals + 1)));
            }
        }
    }

    /** None has a comma in its value. */
    private static List<String> parts(@Nullable String list) {
        return list == null
                ? List.of()
                : Arrays.stream(list.strip()
                                .replaceFirst("^\\(", "")
                                .replaceFirst("\\)$", "")
                                .split(","))
                        .map(String::strip)
                        .filter(part -> !part.isEmpty())
                        .toList();
    }

    private static String name(String written) {
        return written.strip().replace("\"", "").toLowerCase(Locale.ROOT);
    }

    private static String value(String written) {
        return written.strip().replaceAll("^'|'$", "").toLowerCase(Locale.ROOT);
    }
}
