package dev.greenlight.replay;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The run-time parameters of a session that decide what names mean: search_path (manual 5.10.3). Others are not kept.
 *
 * @param initial what a new session and RESET have
 * @param session what SET said last
 * @param local what SET LOCAL said in this transaction; null where it said nothing
 */
record Settings(
        List<String> initial,
        List<String> session,
        @Nullable List<String> local) {
    /** What a server has whose configuration was left alone. */
    static final Settings DEFAULT = of(List.of("$user", "public"));

    private static Settings of(List<String> searchPath) {
        return new Settings(searchPath, searchPath, null);
    }

    List<String> searchPath() {
        return local == null ? session : local;
    }

    Settings withSearchPath(List<String> searchPath) {
        return new Settings(initial, List.copyOf(searchPath), null);
    }

    Settings withLocalSearchPath(List<String> searchPath) {
        return new Settings(initial, session, List.copyOf(searchPath));
    }

    Settings reset() {
        return of(initial);
    }

    Settings endOfTransaction() {
        return local == null ? this : new Settings(initial, session, null);
    }

    /** What this session has is what others begin with. */
    Settings asInitial() {
        return of(session);
    }
}
