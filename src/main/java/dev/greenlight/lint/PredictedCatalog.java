package dev.greenlight.lint;

import dev.greenlight.catalog.Catalog;
import dev.greenlight.catalog.ddl.script.Wordings;
import dev.greenlight.replay.HistoryRun;
import dev.greenlight.replay.wording.HistoryWordings;
import java.util.List;

/**
 * What a history leaves in a database that was empty before it.
 *
 * @param folder the history's
 * @param layout the id of the layout that it was taken for
 * @param searchPath the schemas of search_path that a new session has then
 * @param errors how many of its statements PostgreSQL would refuse: the catalog is what the others leave
 * @param run what led to it
 */
public record PredictedCatalog(
        String folder, String layout, Catalog catalog, List<String> searchPath, long errors, HistoryRun run) {
    public PredictedCatalog {
        searchPath = List.copyOf(searchPath);
    }

    /** What the history says of what is in it, beside the catalog; worked out anew each time. */
    public Wordings wordings() {
        return HistoryWordings.of(run, catalog);
    }
}
