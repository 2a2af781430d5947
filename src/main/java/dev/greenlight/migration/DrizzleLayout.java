package dev.greenlight.migration;

import dev.greenlight.source.FileTree.Entry;
import dev.greenlight.source.SourceFile;
import dev.greenlight.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Drizzle: {@code 0001_brave_hulk.sql} in the order of {@code meta/_journal.json}'s entries, whatever their numbers
 * ({@code readMigrationFiles} of drizzle-orm), piece by piece between the breakpoints. Drizzle has no downs. Folders of
 * migrations without a journal, as its version 1 makes them, are not known.
 *
 * <p>All that is pending runs in one transaction ({@code migrate} of its PgDialect). Which files are pending together
 * is not known of a whole history, and mostly it is one. So each is taken for a transaction of its own: were the history
 * one, every table would be new in it, and nothing of what a file does to a live database would be seen. Only a file of
 * which a breakpoint has to end a statement shares its transaction with such neighbours.
 */
final class DrizzleLayout implements MigrationLayout {
    private static final Pattern NAME = Pattern.compile("([0-9]+)_(.*)\\.sql", Pattern.DOTALL);
    private static final String BREAKPOINT = "--> statement-breakpoint";

    @Override
    public String id() {
        return "drizzle";
    }

    @Override
    public List<Plan> plans(FoundFiles files) {
        List<Plan> plans = new ArrayList<>();
        files.sqlByFolder()
                .forEach((folder, scripts) -> journal(files, folder, scripts)
                        .flatMap(it -> plan(folder, scripts, it))
                        .ifPresent(plans::add));
        return plans;
    }

    /** Not found among the files if these are single ones, so that it is looked for where a name gives cause. */
    private static Optional<DrizzleJournal> journal(FoundFiles files, String folder, List<Entry> scripts) {
        boolean named =
                scripts.stream().anyMatch(entry -> NAME.matcher(entry.name()).matches());
        if (!named && !files.areTold()) {
            return Optional.empty();
        }
        return files.text(Folders.resolve(folder, DrizzleJournal.PATH)).map(DrizzleJournal::parse);
    }

    private Optional<Plan> plan(String folder, List<Entry> scripts, DrizzleJournal journal) {
        Map<String, Entry> byName = scripts.stream().collect(Collectors.toMap(Entry::name, Function.identity()));
        List<PlannedMigration> migrations = new ArrayList<>();
        List<String> notes = new ArrayList<>(journal.notes());
        for (String tag : journal.tags()) {
            Entry script = byName.get(tag + ".sql");
            if (script == null) {
                notes.add("Drizzle misses a script of its journal: " + tag + ".sql");
            } else {
                migrations.add(planned(script));
            }
        }
        if (migrations.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(journal.otherDialect()
                .map(dialect -> Plan.ofOthers(folder, this, scripts, DrizzleJournal.PATH + " says " + dialect))
                .orElseGet(() -> new Plan(folder, this, migrations, notes)));
    }

    private static PlannedMigration planned(Entry script) {
        Matcher name = NAME.matcher(script.name());
        return name.matches()
                ? new PlannedMigration(script, name.group(1), name.group(2).replace('_', ' '), Direction.UP)
                : new PlannedMigration(script, "", script.name().replaceFirst("\\.sql$", ""), Direction.UP);
    }

    @Override
    public boolean sharesTransaction() {
        return true;
    }

    /** A breakpoint is a comment, so that a file needs no division unless a statement ends with nothing else. */
    @Override
    public Contents contents(PlannedMigration planned, SourceFile file) {
        List<Span> pieces = pieces(file.text());
        boolean ended = pieces.subList(0, pieces.size() - 1).stream()
                .allMatch(piece -> file.text(piece).stripTrailing().endsWith(";"));
        if (ended) {
            return Contents.whole(file, TransactionMode.MIGRATION);
        }
        List<Section> sections = pieces.stream()
                .map(piece -> new Section(null, piece, TransactionMode.RUN))
                .toList();
        return new Contents(file, TransactionMode.RUN, sections, List.of());
    }

    private static List<Span> pieces(String text) {
        List<Span> pieces = new ArrayList<>();
        int start = 0;
        for (int end = text.indexOf(BREAKPOINT); end >= 0; end = text.indexOf(BREAKPOINT, start)) {
            pieces.add(new Span(start, end));
            start = end + BREAKPOINT.length();
        }
        pieces.add(new Span(start, text.length()));
        return pieces;
    }
}
