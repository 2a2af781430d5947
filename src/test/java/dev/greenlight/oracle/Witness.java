package dev.greenlight.oracle;

import dev.greenlight.migration.Script;
import java.util.Optional;

/** Looks at a server before and after some statements, in the session and the transaction in which they run. */
public interface Witness {
    Witness OF_NOTHING = new Witness() {
        @Override
        public boolean wants(Script.Entry entry) {
            return false;
        }

        @Override
        public void before(Script.Entry entry, ServerSession session) {}

        @Override
        public void after(Script.Entry entry, ServerSession session, Optional<ServerError> error) {}
    };

    boolean wants(Script.Entry entry);

    void before(Script.Entry entry, ServerSession session);

    /** @param error why the statement failed, if it did */
    void after(Script.Entry entry, ServerSession session, Optional<ServerError> error);
}
