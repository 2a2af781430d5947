package dev.greenlight.graph;

import dev.greenlight.migration.Migration;
import dev.greenlight.migration.MigrationHistory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * By what a migration can be named in another one: its path, from the history's folder on or whole, the name of its file
 * with or without its ending, its version, or the folder that holds it alone.
 */
final class MigrationNames {
    private final MigrationHistory history;
    private final List<Migration> migrations;
    /** Filled when first asked: most histories declare nothing. */
    private final List<Map<String, List<Migration>>> forms = new ArrayList<>();

    MigrationNames(MigrationHistory history, List<Migration> migrations) {
        this.history = history;
        this.migrations = migrations;
    }

    /** Those that have the name, in the first form in which one has. */
    List<Migration> find(String written) {
        if (forms.isEmpty()) {
            migrations.forEach(this::add);
        }
        String name = written.startsWith("./") ? written.substring(2) : written;
        return forms.stream()
                .map(form -> form.getOrDefault(name, form.getOrDefault(number(name), List.of())))
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    /** How each is named in full, in the order of running. */
    List<String> all() {
        return migrations.stream().map(history::pathInFolder).toList();
    }

    private void add(Migration migration) {
        String path = history.pathInFolder(migration);
        String file = path.substring(path.lastIndexOf('/') + 1);
        int dot = file.lastIndexOf('.');
        List<String> names = List.of(
                path,
                migration.path(),
                file,
                dot < 0 ? file : file.substring(0, dot),
                migration.version(),
                number(migration.version()),
                path.length() == file.length() ? "" : path.substring(0, path.length() - file.length() - 1));
        for (int i = 0; i < names.size(); i++) {
            if (forms.size() == i) {
                forms.add(new HashMap<>());
            }
            if (!names.get(i).isEmpty()) {
                forms.get(i)
                        .computeIfAbsent(names.get(i), key -> new ArrayList<>())
                        .add(migration);
            }
        }
    }

    /** A version without what may be left out: its V, and zeros in front; underscores are dots. */
    private static String number(String version) {
        String lower = version.toLowerCase(Locale.ROOT);
        int start = lower.startsWith("v") ? 1 : 0;
        while (start < lower.length() - 1 && lower.charAt(start) == '0') {
            start++;
        }
        String number = lower.substring(start).replace('_', '.');
        return number.isEmpty() || !Character.isDigit(number.charAt(0)) ? "" : "#" + number;
    }
}
