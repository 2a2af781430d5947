package dev.greenlight.replay;

import dev.greenlight.sql.ObjectStatement;

/** Runs statements that have the same form for many kinds of objects. */
final class ObjectReplay {
    private ObjectReplay() {}

    static void apply(ObjectStatement statement, Execution execution) {
        switch (statement) {
            case ObjectStatement.Drop drop -> {}
            case ObjectStatement.Rename rename -> {}
            case ObjectStatement.RenameColumn rename -> {}
            case ObjectStatement.RenameConstraint rename -> {}
            case ObjectStatement.SetSchema move -> {}
            case ObjectStatement.ChangeOwner change -> {}
            case ObjectStatement.CommentOn comment -> {}
            case ObjectStatement.DefineObject define -> {}
        }
    }

    /** See {@link Dispatch#afterFailure}. */
    static void afterFailure(ObjectStatement statement, Execution execution) {}
}
