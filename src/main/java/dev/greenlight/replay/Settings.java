package dev.greenlight.replay;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The run-time parameters of a session that decide what names mean and which are looked up: search_path (manual 5.10.3)
 * and check_function_bodies. Others are not kept.
 *
 * @param initial what a new session and RESET have
 * @param session what SET said last
 * @param local what SET LOCAL said in this transaction; null where it said nothing
 * @param checksBodies whether bodies of routines in SQL are read when they are made
 */
record Settings(
        List<String> initial,
        List<String> session,
        @Nullable List<String> local,
        boolean checksBodies) {
    /** What a session has that begins with this search path. */
    static Settings of(List<String> searchPath) {
        return new Settings(searchPath, searchPath, null, true);
    }

    List<String> searchPath() {
        return local == null ? session : local;
    }

    Settings withSearchPath(List<String> searchPath) {
        return new Settings(initial, List.copyOf(searchPath), null, checksBodies);
    }

    Settings withLocalSearchPath(List<String> searchPath) {
        return new Settings(initial, session, List.copyOf(searchPath), checksBodies);
    }

    Settings withChecksBodies(boolean checks) {
        return new Settings(initial, session, local, checks);
    }

    Settings reset() {
        return of(initial);
    }

    Settings endOfTransaction() {
        return local == null ? this : new Settings(initial, session, null, checksBodies);
    }

    /** What this session has is what others begin with. */
    Settings asInitial() {
        return of(session);
    }
}
