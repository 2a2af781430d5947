package dev.greenlight.replay;

import dev.greenlight.migration.Script;
import dev.greenlight.sql.Unread;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A closed history, replayed once and kept before each migration, so that one that differs later need not be replayed
 * from the beginning. Not for tools that run all migrations in one transaction.
 */
public final class ReplayedPrefixes {
    private final ReplayOptions options;
    private final List<Database> kept = new ArrayList<>();
    private final List<Step> steps = new ArrayList<>();

    private ReplayedPrefixes(ReplayOptions options) {
        this.options = options;
    }

    public static ReplayedPrefixes of(List<Script> scripts, ReplayOptions options) {
        ReplayedPrefixes prefixes = new ReplayedPrefixes(options);
        Session session = prefixes.session(scripts, Database.fresh(options.searchPath()));
        options.baseline().forEach(session::prepare);
        for (Script script : scripts) {
            prefixes.kept.add(session.database());
            prefixes.steps.addAll(session.run(script).steps());
        }
        return prefixes;
    }

    private Session session(List<Script> scripts, Database database) {
        return new Session(Premises.closed(options, Foreknowledge.of(scripts)), database);
    }

    /** Of the history itself. */
    public List<Step> steps() {
        return List.copyOf(steps);
    }

    /**
     * The first statement of another history that does not parse or fails.
     *
     * @param first the number of the first script that is not the one that was replayed here
     */
    public Optional<Step> failure(List<Script> scripts, int first) {
        Session session = session(scripts, kept.get(first));
        return scripts.subList(first, scripts.size()).stream()
                .flatMap(script -> session.run(script).steps().stream())
                .filter(ReplayedPrefixes::isFailure)
                .findFirst();
    }

    /** Whether PostgreSQL is predicted to reject the statement. */
    public static boolean isFailure(Step step) {
        return step.error().isPresent() || step.statement() instanceof Unread.Unparsed;
    }
}
