package dev.greenlight.replay;

import dev.greenlight.catalog.Catalog;
import dev.greenlight.migration.Script;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A database at some moment, on which migrations of a history are tried in an order of one's choosing. An immutable value:
 * each try gives another one, and where it fails nothing has happened. What is tried runs in no transaction of others.
 */
public final class Rehearsal {
    private final Session session;

    private Rehearsal(Session session) {
        this.session = session;
    }

    /**
     * The moment before the first migration.
     *
     * @param history as it ran in its own order, which tells whether it is open
     * @param scripts the history's migrations, read
     */
    public static Rehearsal of(HistoryRun history, List<Script> scripts, ReplayOptions options) {
        Foreknowledge foreknowledge = foreknowledge(scripts, options);
        return of(
                history.open()
                        ? Premises.open(options, foreknowledge, Replay.made(history))
                        : Premises.closed(options, foreknowledge));
    }

    /** The same where whatever a migration names is there: what it would do if all that it needs had run. */
    public static Rehearsal assuming(List<Script> scripts, ReplayOptions options) {
        return of(Premises.open(options, foreknowledge(scripts, options), Set.of()));
    }

    private static Foreknowledge foreknowledge(List<Script> scripts, ReplayOptions options) {
        return Foreknowledge.of(
                Stream.concat(options.baseline().stream(), scripts.stream()).toList());
    }

    private static Rehearsal of(Premises premises) {
        Session session = new Session(
                premises.unheard(), Database.fresh(premises.options().searchPath()));
        premises.options().baseline().forEach(session::prepare);
        return new Rehearsal(session);
    }

    /** What is there at this moment. */
    public Catalog catalog() {
        return session.database().catalog();
    }

    /**
     * What came of a try.
     *
     * @param behind the moment behind the migration
     */
    public record Attempt(MigrationRun run, Rehearsal behind) {}

    public Attempt run(Script script) {
        Session tried = session.fork();
        return new Attempt(tried.run(script), new Rehearsal(tried));
    }
}
