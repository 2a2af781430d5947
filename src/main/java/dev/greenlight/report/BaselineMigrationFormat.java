package dev.greenlight.report;

import dev.greenlight.catalog.ddl.script.CatalogScript;
import dev.greenlight.catalog.ddl.script.Ddl;
import dev.greenlight.catalog.ddl.script.Script;
import dev.greenlight.lint.PredictedCatalog;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A migration that a history can begin with in place of all that led to the catalog: it makes what is not there, and
 * changes nothing of what is.
 */
final class BaselineMigrationFormat implements CatalogFormat {
    @Override
    public String id() {
        return "baseline-migration";
    }

    @Override
    public List<String> write(PredictedCatalog predicted, Appendable out) throws IOException {
        Script script = CatalogScript.of(predicted.wordings());
        SqlText text = new SqlText(out);
        text.comment("Makes what " + predicted.folder() + " leaves in a database, as predicted by Greenlight, where it"
                + " is not there;");
        text.comment("without rows, owners and privileges.");
        text.begin(predicted.catalog(), predicted.searchPath());
        for (Ddl statement : script.statements()) {
            text.statement(statement.guarded());
        }
        text.end(script.lost());
        return script.lost();
    }

    /** One script behind the other: each is for a database of its own, and begins with its folder. */
    @Override
    public List<String> writeAll(List<PredictedCatalog> predicted, Appendable out) throws IOException {
        List<String> lost = new ArrayList<>();
        for (PredictedCatalog one : predicted) {
            lost.addAll(write(one, out));
        }
        return lost;
    }
}
