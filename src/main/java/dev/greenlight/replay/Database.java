package dev.greenlight.replay;

import dev.greenlight.catalog.Catalog;
import java.util.Collection;
import org.pcollections.HashTreePSet;
import org.pcollections.PSet;

/**
 * What one session sees at one moment, and what a ROLLBACK brings back.
 *
 * @param obscure the words of statements that could not be followed: whatever is named so may be there
 */
record Database(Catalog catalog, Settings settings, PSet<String> obscure) {
    static Database fresh() {
        return new Database(Catalog.fresh(), Settings.DEFAULT, HashTreePSet.empty());
    }

    Database with(Catalog newCatalog) {
        return newCatalog == catalog ? this : new Database(newCatalog, settings, obscure);
    }

    Database with(Settings newSettings) {
        return newSettings == settings ? this : new Database(catalog, newSettings, obscure);
    }

    Database withObscure(Collection<String> words) {
        return new Database(catalog, settings, obscure.plusAll(words));
    }
}
