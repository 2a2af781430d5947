package dev.greenlight.corpus;

import dev.greenlight.migration.Script;
import dev.greenlight.oracle.Oracle;
import dev.greenlight.oracle.ServerFailure;
import dev.greenlight.oracle.ServerSession;
import dev.greenlight.oracle.Template;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A project on a server, run once and kept after every so many migrations, so that what differs later need not run from
 * the beginning.
 */
final class ServerPrefixes implements AutoCloseable {
    private static final int MOST_KEPT = 12;

    private final Oracle oracle;
    private final int every;
    private final String searchPath;
    private final List<Template> kept = new ArrayList<>();
    private final List<Script> scripts = new ArrayList<>();

    private ServerPrefixes(Oracle oracle, int every, String searchPath) {
        this.oracle = oracle;
        this.every = every;
        this.searchPath = searchPath;
    }

    /**
     * Runs a project. Without the rows that a command of psql would have brought some migrations fail; they are left out.
     *
     * @throws IllegalStateException if another one fails
     */
    static ServerPrefixes of(List<Script> scripts, String prelude, Oracle oracle) throws SQLException {
        ServerSession session = new ServerSession(oracle.connect());
        new ServerRun(session).prepare(prelude);
        ServerPrefixes prefixes = new ServerPrefixes(oracle, scripts.size() / MOST_KEPT + 1, session.searchPath());
        for (Script script : scripts) {
            int number = prefixes.scripts.size();
            if (number == prefixes.kept.size() * prefixes.every) {
                prefixes.kept.add(oracle.keep(session.connection()));
                session = prefixes.session(number);
            }
            prefixes.add(script, session);
        }
        session.close();
        return prefixes;
    }

    private void add(Script script, ServerSession session) {
        Optional<ServerFailure> failure = session.run(script);
        if (failure.isEmpty()) {
            scripts.add(script);
        } else if (ServerRun.copies(script)) {
            session.rollback();
        } else {
            throw new IllegalStateException(failure.get().toString());
        }
    }

    List<Script> scripts() {
        return List.copyOf(scripts);
    }

    private ServerSession session(int script) {
        ServerSession session = new ServerSession(oracle.connect(kept.get(script / every)));
        session.beginWith(searchPath);
        return session;
    }

    /** @param first the number of the first script that is not the one that was run here */
    Optional<ServerFailure> run(List<Script> changed, int first) {
        try (ServerSession session = session(first)) {
            for (Script script : changed.subList(first / every * every, changed.size())) {
                Optional<ServerFailure> failure = session.run(script);
                if (failure.isPresent()) {
                    return failure;
                }
            }
            return Optional.empty();
        }
    }

    @Override
    public void close() throws SQLException {
        for (Template template : kept) {
            oracle.drop(template);
        }
    }
}
