package dev.greenlight.replay;

import dev.greenlight.catalog.Catalog;
import dev.greenlight.postgres.ChosenNames;
import dev.greenlight.postgres.Identifiers;
import dev.greenlight.postgres.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the names that a statement leaves to PostgreSQL, so that they meet none that is there: of all relations in
 * the schema, and for constraints of all constraints in it too.
 */
final class FreeNames {
    private final Catalog catalog;
    private final QualifiedName table;

    FreeNames(Catalog catalog, QualifiedName table) {
        this.catalog = catalog;
        this.table = table;
    }

    QualifiedName primaryKey() {
        return key(null, "pkey");
    }

    QualifiedName unique(List<String> columns) {
        return key(ChosenNames.columns(indexColumns(columns)), "key");
    }

    QualifiedName exclusion(List<String> columns) {
        return key(ChosenNames.columns(indexColumns(columns)), "excl");
    }

    QualifiedName index(List<String> columns) {
        String addition = ChosenNames.columns(indexColumns(columns));
        return inSchema(ChosenNames.choose(table.name(), addition, "idx", this::isRelation));
    }

    QualifiedName sequence(String column) {
        return inSchema(ChosenNames.choose(table.name(), column, "seq", this::isRelation));
    }

    /** {@code column} is given where the condition names one alone. */
    String check(@Nullable String column) {
        return ChosenNames.choose(table.name(), column, "check", this::isConstraint);
    }

    String foreignKey(List<String> columns) {
        return ChosenNames.choose(table.name(), ChosenNames.columns(columns), "fkey", this::isConstraint);
    }

    private QualifiedName key(@Nullable String addition, String label) {
        return inSchema(
                ChosenNames.choose(table.name(), addition, label, name -> isRelation(name) || isConstraint(name)));
    }

    private QualifiedName inSchema(String name) {
        return new QualifiedName(table.schema(), name);
    }

    private boolean isRelation(String name) {
        return catalog.relation(inSchema(name)).isPresent();
    }

    private boolean isConstraint(String name) {
        return catalog.hasConstraint(inSchema(name));
    }

    /** An index' columns cannot share a name: later ones get a number (ChooseIndexColumnNames in indexcmds.c). */
    private static List<String> indexColumns(List<String> columns) {
        List<String> names = new ArrayList<>();
        for (String column : columns) {
            String name = column;
            for (int i = 1; names.contains(name); i++) {
                name = Identifiers.truncate(column + i);
            }
            names.add(name);
        }
        return names;
    }
}
