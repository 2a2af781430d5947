package dev.greenlight.replay;

import dev.greenlight.catalog.Catalog;
import dev.greenlight.catalog.Relation;
import dev.greenlight.catalog.Routine;
import dev.greenlight.catalog.Table;
import dev.greenlight.catalog.Type;
import dev.greenlight.postgres.QualifiedName;
import java.util.List;
import org.pcollections.HashTreePSet;
import org.pcollections.PSet;

/**
 * What one session sees at one moment, and what a ROLLBACK brings back.
 *
 * @param dropOnCommit the oids of temporary tables that go when the transaction ends
 * @param doubt what statements that could not be followed may have made and taken away
 */
record Database(Catalog catalog, Settings settings, PSet<Long> dropOnCommit, Doubt doubt) {
    static Database fresh(List<String> searchPath) {
        return new Database(Catalog.fresh(), Settings.of(searchPath), HashTreePSet.empty(), Doubt.NONE);
    }

    Database with(Catalog newCatalog) {
        return newCatalog == catalog ? this : new Database(newCatalog, settings, dropOnCommit, doubt);
    }

    Database with(Settings newSettings) {
        return newSettings == settings ? this : new Database(catalog, newSettings, dropOnCommit, doubt);
    }

    Database with(Doubt newDoubt) {
        return newDoubt == doubt ? this : new Database(catalog, settings, dropOnCommit, newDoubt);
    }

    Database withDropOnCommit(long oid) {
        return new Database(catalog, settings, dropOnCommit.plus(oid), doubt);
    }

    /** What is left when a transaction has ended. */
    Database endOfTransaction() {
        Catalog rest = catalog;
        for (long oid : dropOnCommit) {
            rest = without(oid, rest);
        }
        return dropOnCommit.isEmpty() && rest == catalog
                ? with(settings.endOfTransaction())
                : new Database(rest, settings.endOfTransaction(), HashTreePSet.empty(), doubt);
    }

    /** Without a table and, as with CASCADE, without its children. */
    private static Catalog without(long oid, Catalog catalog) {
        Catalog rest = catalog;
        for (Table child : catalog.childrenOf(oid).toList()) {
            rest = without(child.oid(), rest);
        }
        return rest.relation(oid).map(rest::without).orElse(rest);
    }

    /** What another session sees: nothing temporary, and the search path as it was at first. */
    Database endOfSession() {
        Catalog rest = catalog;
        for (Relation relation : catalog.relationsIn(Schemas.TEMPORARY).toList()) {
            rest = rest.without(relation);
        }
        for (Type type : catalog.types()) {
            rest = isTemporary(type.name()) ? rest.withoutType(type.name()) : rest;
        }
        for (Routine routine : catalog.routines().toList()) {
            rest = isTemporary(routine.name()) ? rest.without(routine) : rest;
        }
        return with(rest).with(settings.reset());
    }

    private static boolean isTemporary(QualifiedName name) {
        return name.schema().equals(Schemas.TEMPORARY);
    }
}
