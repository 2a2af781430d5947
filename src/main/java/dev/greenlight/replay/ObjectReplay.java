package dev.greenlight.replay;

import dev.greenlight.sql.ObjectStatement;
import dev.greenlight.sql.ObjectType;
import java.util.List;

/** Runs statements that have the same form for many kinds of objects. */
final class ObjectReplay {
    private ObjectReplay() {}

    static void apply(ObjectStatement statement, Execution execution) {
        switch (statement) {
            case ObjectStatement.Drop drop -> DropReplay.apply(drop, execution);
            case ObjectStatement.Rename rename -> rename(rename, execution);
            case ObjectStatement.RenameColumn rename -> renameColumn(rename, execution);
            case ObjectStatement.RenameConstraint rename -> RelationRenames.apply(rename, execution);
            case ObjectStatement.SetSchema move -> move(move, execution);
            case ObjectStatement.ChangeOwner change -> new Descriptions(execution).apply(change);
            case ObjectStatement.CommentOn comment -> new Descriptions(execution).apply(comment);
            case ObjectStatement.DependsOnExtension depends -> new Descriptions(execution).apply(depends);
        }
    }

    private static void rename(ObjectStatement.Rename rename, Execution execution) {
        switch (rename.type()) {
            case TABLE, FOREIGN_TABLE, VIEW, MATERIALIZED_VIEW, SEQUENCE, INDEX ->
                RelationRenames.apply(rename, execution);
            case TYPE, DOMAIN -> new ObjectRenames(execution).type(rename);
            case FUNCTION, PROCEDURE, ROUTINE, AGGREGATE -> new ObjectRenames(execution).routine(rename);
            case SCHEMA -> new ObjectRenames(execution).schema(rename);
            case TRIGGER, RULE, POLICY -> new ObjectRenames(execution).attachment(rename);
            default -> {
                new ObjectRenames(execution).object(rename);
                execution.add(new ObjectOperation.Describe(rename, List.of(), rename.span()));
            }
        }
    }

    private static void renameColumn(ObjectStatement.RenameColumn rename, Execution execution) {
        if (rename.type() == ObjectType.TYPE) {
            new ObjectRenames(execution).attribute(rename);
        } else {
            RelationRenames.apply(rename, execution);
        }
    }

    private static void move(ObjectStatement.SetSchema move, Execution execution) {
        switch (move.type()) {
            case TABLE, FOREIGN_TABLE, VIEW, MATERIALIZED_VIEW, SEQUENCE, INDEX ->
                RelationRenames.apply(move, execution);
            case TYPE, DOMAIN -> new ObjectRenames(execution).type(move);
            case FUNCTION, PROCEDURE, ROUTINE, AGGREGATE -> new ObjectRenames(execution).routine(move);
            case EXTENSION -> new ExtensionReplay(execution).move(move);
            default -> {
                new ObjectRenames(execution).object(move);
                execution.add(new ObjectOperation.Describe(move, List.of(), move.span()));
            }
        }
    }

    /** See {@link Dispatch#afterFailure}. */
    static void afterFailure(ObjectStatement statement, Execution execution) {
        switch (statement) {
            case ObjectStatement.Drop drop -> DropReplay.afterFailure(drop, execution);
            case ObjectStatement.Rename rename ->
                doubt(rename.name().name(), rename.newName().value(), execution);
            case ObjectStatement.RenameColumn rename ->
                doubt(rename.column().value(), rename.newName().value(), execution);
            case ObjectStatement.RenameConstraint rename ->
                doubt(rename.constraint().value(), rename.newName().value(), execution);
            case ObjectStatement.SetSchema move ->
                doubt(move.name().name(), move.name().name(), execution);
            case ObjectStatement.ChangeOwner ignored -> {}
            case ObjectStatement.CommentOn ignored -> {}
            case ObjectStatement.DependsOnExtension ignored -> {}
        }
    }

    private static void doubt(String old, String renamed, Execution execution) {
        execution.doubt(Doubt.ofGone(List.of(old)).and(Doubt.ofMade(List.of(renamed))));
    }
}
