package dev.greenlight.oracle;

import dev.greenlight.migration.Script;
import java.util.SortedSet;

/** Is shown what some statements make of the server's catalog. */
public interface Witness {
    Witness OF_NOTHING = new Witness() {
        @Override
        public boolean wants(Script.Entry entry) {
            return false;
        }

        @Override
        public void sees(Script.Entry entry, SortedSet<String> before, SortedSet<String> after) {}

        @Override
        public void seesFail(Script.Entry entry, ServerError error) {}
    };

    boolean wants(Script.Entry entry);

    /** Both are as {@link ServerCatalog} has them. */
    void sees(Script.Entry entry, SortedSet<String> before, SortedSet<String> after);

    void seesFail(Script.Entry entry, ServerError error);
}
