package dev.greenlight.report;

import dev.greenlight.catalog.ddl.script.CatalogScript;
import dev.greenlight.catalog.ddl.script.Ddl;
import dev.greenlight.catalog.ddl.script.Script;
import dev.greenlight.lint.PredictedCatalog;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A script that makes the catalog in an empty database; what it does not make is said at its end. */
final class SqlCatalogFormat implements CatalogFormat {
    @Override
    public String id() {
        return "sql";
    }

    @Override
    public List<String> write(PredictedCatalog predicted, Appendable out) throws IOException {
        Script script = CatalogScript.of(predicted.wordings());
        SqlText text = new SqlText(out);
        text.comment("What " + predicted.folder() + " leaves in a database, as predicted by Greenlight;"
                + " without rows, owners and privileges.");
        text.begin(predicted.catalog(), predicted.searchPath());
        for (Ddl statement : script.statements()) {
            text.statement(statement.text());
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
