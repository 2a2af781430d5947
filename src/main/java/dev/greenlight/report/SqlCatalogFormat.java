package dev.greenlight.report;

import dev.greenlight.catalog.ddl.script.CatalogScript;
import dev.greenlight.catalog.ddl.script.Ddl;
import dev.greenlight.catalog.ddl.script.Script;
import dev.greenlight.lint.PredictedCatalog;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * A script that makes the catalog; what it does not make is said at its end.
 *
 * @param id its name on the command line
 * @param heading what it is, with {@code %s} for the folder
 * @param form how each statement is written
 */
record SqlCatalogFormat(String id, List<String> heading, Function<Ddl, String> form) implements CatalogFormat {
    /** For an empty database. */
    static final SqlCatalogFormat SCRIPT = new SqlCatalogFormat(
            "sql",
            List.of("What %s leaves in a database, as predicted by Greenlight; without rows, owners and privileges."),
            Ddl::text);

    /**
     * A migration that a history can begin with in place of all that led to the catalog: it makes what is not there, and
     * changes nothing of what is.
     */
    static final SqlCatalogFormat BASELINE_MIGRATION = new SqlCatalogFormat(
            "baseline-migration",
            List.of(
                    "Makes what %s leaves in a database, as predicted by Greenlight, where it is not there;",
                    "without rows, owners and privileges."),
            Ddl::guarded);

    @Override
    public List<String> write(PredictedCatalog predicted, Appendable out) throws IOException {
        Script script = CatalogScript.of(predicted.wordings());
        SqlText text = new SqlText(out);
        for (String line : heading) {
            text.comment(line.replace("%s", predicted.folder()));
        }
        text.begin(predicted.catalog(), predicted.searchPath());
        for (Ddl statement : script.statements()) {
            text.statement(form.apply(statement));
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
