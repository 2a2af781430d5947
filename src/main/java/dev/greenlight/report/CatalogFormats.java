package dev.greenlight.report;

import java.util.List;
import java.util.Optional;

/** The formats there are for catalogs. */
public final class CatalogFormats {
    private static final List<CatalogFormat> ALL = List.of(new JsonCatalogFormat(), SqlCatalogFormat.SCRIPT);

    private CatalogFormats() {}

    /** All, the default first. */
    public static List<CatalogFormat> all() {
        return ALL;
    }

    /** A migration that makes the catalog where it is not there: no format that is named, for it is no picture of it. */
    public static CatalogFormat baselineMigration() {
        return SqlCatalogFormat.BASELINE_MIGRATION;
    }

    public static Optional<CatalogFormat> find(String id) {
        return ALL.stream().filter(format -> format.id().equals(id)).findFirst();
    }
}
