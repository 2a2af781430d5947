package dev.greenlight.cli;

import dev.greenlight.source.DiskTree;
import dev.greenlight.source.FileTree;
import dev.greenlight.source.SourceFile;
import dev.greenlight.source.SourceRead.Text;
import dev.greenlight.source.SourceRead.Unreadable;

/** A file that an option names, which is no migration. */
final class OptionFile {
    private OptionFile() {}

    /**
     * Read where the migrations are; a file that is only on the disk, and not yet in that tree, is read there.
     *
     * @param maker what gives such a file, for those who have none
     */
    static SourceFile read(String option, String path, String maker, FileTree tree, Terminal terminal) {
        FileTree disk = DiskTree.below(terminal.environment().workingDirectory());
        FileTree place = tree.kind(path) == FileTree.Kind.MISSING ? disk : tree;
        if (place.kind(path) == FileTree.Kind.MISSING) {
            throw new UsageError(option + " " + path + ": there is no such file; " + maker);
        }
        return switch (place.read(path)) {
            case Text text -> text.file();
            case Unreadable problem -> throw broken(option, problem);
        };
    }

    static UsageError broken(String option, Unreadable problem) {
        return new UsageError(option + " " + problem.path() + ":" + problem.line() + ": " + problem.problem() + "; "
                + problem.remedy());
    }
}
