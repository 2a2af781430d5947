package dev.greenlight.lint;

import dev.greenlight.migration.Direction;
import dev.greenlight.migration.Migration;
import dev.greenlight.migration.Script;
import dev.greenlight.migration.ScriptReader;
import dev.greenlight.migration.Section;
import dev.greenlight.migration.TransactionMode;
import dev.greenlight.source.FileTree;
import dev.greenlight.source.SourceFile;
import dev.greenlight.source.SourceRead;
import dev.greenlight.source.Span;
import java.util.ArrayList;
import java.util.List;

/** Reads what is in the database before the first migration: dumps and scripts, run statement by statement. */
final class BaselineSchema {
    private final FileTree tree;
    private final List<SourceRead.Unreadable> unreadable;

    /** Files that cannot be read are added to {@code unreadable}. */
    BaselineSchema(FileTree tree, List<SourceRead.Unreadable> unreadable) {
        this.tree = tree;
        this.unreadable = unreadable;
    }

    List<Script> read(List<String> paths) {
        List<Migration> migrations = new ArrayList<>();
        for (String path : paths) {
            switch (tree.read(path)) {
                case SourceRead.Text text -> migrations.add(migration(text.file()));
                case SourceRead.Unreadable problem -> unreadable.add(problem);
            }
        }
        return ScriptReader.read(migrations);
    }

    private static Migration migration(SourceFile file) {
        Section whole = new Section(null, new Span(0, file.text().length()), TransactionMode.NONE);
        return new Migration(file, "", "", "", Direction.UP, TransactionMode.NONE, List.of(whole));
    }
}
