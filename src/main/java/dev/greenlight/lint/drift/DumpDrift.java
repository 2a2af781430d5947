package dev.greenlight.lint.drift;

import dev.greenlight.lint.PredictedCatalog;
import dev.greenlight.lint.check.Recommendation;
import dev.greenlight.source.SourceRead.Unreadable;
import java.util.List;
import java.util.Optional;

/** stub */
final class DumpDrift {
    DumpDrift(List<PredictedCatalog> histories, PredictedCatalog dump, String path) {}

    Optional<Unreadable> problem() {
        return Optional.empty();
    }

    List<Recommendation> look() {
        return List.of();
    }
}
