package dev.greenlight.report;

import dev.greenlight.lint.PredictedCatalog;
import java.io.IOException;
import java.util.List;

/** For programs: one object with everything that is there, in the order of names. What it holds is a contract. */
final class JsonCatalogFormat implements CatalogFormat {
    @Override
    public String id() {
        return "json";
    }

    @Override
    public List<String> write(PredictedCatalog predicted, Appendable out) throws IOException {
        JsonCatalog.write(predicted, out);
        out.append('\n');
        return List.of();
    }

    @Override
    public List<String> writeAll(List<PredictedCatalog> predicted, Appendable out) throws IOException {
        JsonCatalog.writeAll(predicted, out);
        out.append('\n');
        return List.of();
    }
}
