package dev.greenlight.replay;

import dev.greenlight.catalog.Catalog;

/**
 * What one session sees at one moment, and what a ROLLBACK brings back.
 *
 * @param doubt what statements that could not be followed may have made and taken away
 */
record Database(Catalog catalog, Settings settings, Doubt doubt) {
    static Database fresh() {
        return new Database(Catalog.fresh(), Settings.DEFAULT, Doubt.NONE);
    }

    Database with(Catalog newCatalog) {
        return newCatalog == catalog ? this : new Database(newCatalog, settings, doubt);
    }

    Database with(Settings newSettings) {
        return newSettings == settings ? this : new Database(catalog, newSettings, doubt);
    }

    Database with(Doubt newDoubt) {
        return newDoubt == doubt ? this : new Database(catalog, settings, newDoubt);
    }
}
