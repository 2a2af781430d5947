package dev.greenlight.migration;

import java.util.List;
import java.util.function.Predicate;

/**
 * The migrations of one folder in the order in which its tool runs them; a down stands right after its up.
 *
 * @param folder as given or found, relative to the working directory; {@code .} for that itself, {@code -} for
 *     standard input
 * @param layout the id of the layout that it was taken for
 * @param prelude what the tool itself sends before the first of them: its schemas, its own table
 * @param partial whether there may be migrations before or between that are not here: standard input, a lone file, or
 *     named files of a folder that holds more
 * @param notes what is odd about the files themselves, each one line
 * @param sharesTransaction whether the tool runs all that is pending in one transaction
 */
public record MigrationHistory(
        String folder,
        String layout,
        List<Migration> migrations,
        List<Migration> prelude,
        boolean partial,
        List<String> notes,
        boolean sharesTransaction) {
    public MigrationHistory {
        migrations = List.copyOf(migrations);
        prelude = List.copyOf(prelude);
        notes = List.copyOf(notes);
    }

    /** Of a tool that sends nothing of its own and runs each migration by itself. */
    public MigrationHistory(
            String folder, String layout, List<Migration> migrations, boolean partial, List<String> notes) {
        this(folder, layout, migrations, List.of(), partial, notes, false);
    }

    /** A migration's path from the folder on; the whole path of one that is elsewhere. */
    public String pathInFolder(Migration migration) {
        String path = migration.path();
        return path.startsWith(folder + "/") ? path.substring(folder.length() + 1) : path;
    }

    /** The same tool's, with these migrations instead. */
    public MigrationHistory with(List<Migration> others) {
        return new MigrationHistory(folder, layout, others, prelude, partial, notes, sharesTransaction);
    }

    /**
     * As it runs where only these ups have not run yet: if the tool lets them, they share a transaction, and with none
     * of those that have run. What runs outside of a transaction still does.
     */
    public MigrationHistory withPending(Predicate<Migration> pending) {
        if (!sharesTransaction) {
            return this;
        }
        List<Migration> changed =
                migrations.stream().map(it -> sharing(it, pending.test(it))).toList();
        return with(changed);
    }

    private static Migration sharing(Migration migration, boolean pending) {
        return pending && migration.direction() != Direction.DOWN
                ? migration.with(TransactionMode.MIGRATION, TransactionMode.RUN)
                : migration.with(TransactionMode.RUN, TransactionMode.MIGRATION);
    }
}
