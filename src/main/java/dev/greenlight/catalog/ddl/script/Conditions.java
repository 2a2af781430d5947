package dev.greenlight.catalog.ddl.script;

import dev.greenlight.postgres.Identifiers;
import dev.greenlight.postgres.QualifiedName;

/** Conditions in SQL that hold where an object is not there: they look into the system's catalogs (manual 53). */
final class Conditions {
    private Conditions() {}

    static String noRelation(QualifiedName name) {
        return regclass(name) + " IS NULL";
    }

    /** The oid of a relation, or null. */
    static String regclass(QualifiedName name) {
        return "pg_catalog.to_regclass(" + Wordings.literal(Identifiers.quote(name)) + ")";
    }

    static String noType(QualifiedName name) {
        return "pg_catalog.to_regtype(" + Wordings.literal(Identifiers.quote(name)) + ") IS NULL";
    }

    static String noRoutine(String signature) {
        return "pg_catalog.to_regprocedure(" + Wordings.literal(signature) + ") IS NULL";
    }

    static String noConstraint(QualifiedName table, String name) {
        return none("pg_constraint", "conrelid = " + regclass(table), "conname", name);
    }

    static String noDomainConstraint(QualifiedName domain, String name) {
        String type = "pg_catalog.to_regtype(" + Wordings.literal(Identifiers.quote(domain)) + ")";
        return none("pg_constraint", "contypid = " + type, "conname", name);
    }

    static String noTrigger(QualifiedName table, String name) {
        return none("pg_trigger", "tgrelid = " + regclass(table), "tgname", name);
    }

    static String noRule(QualifiedName table, String name) {
        return none("pg_rewrite", "ev_class = " + regclass(table), "rulename", name);
    }

    static String noPolicy(QualifiedName table, String name) {
        return none("pg_policy", "polrelid = " + regclass(table), "polname", name);
    }

    static String noParent(QualifiedName child) {
        return "NOT EXISTS (SELECT FROM pg_catalog.pg_inherits WHERE inhrelid = " + regclass(child) + ")";
    }

    private static String none(String catalog, String condition, String column, String name) {
        return "NOT EXISTS (SELECT FROM pg_catalog." + catalog + " WHERE " + condition + " AND " + column + " = "
                + Wordings.literal(name) + ")";
    }
}
