package dev.greenlight.lint.drift;

import dev.greenlight.lint.truth.Truth;
import dev.greenlight.lint.truth.drizzle.DrizzleReader;
import dev.greenlight.lint.truth.prisma.PrismaReader;
import dev.greenlight.source.FileTree;
import dev.greenlight.source.FileTree.Kind;
import dev.greenlight.source.Problem;
import dev.greenlight.source.SourceRead.Unreadable;

/** Tells by names what kind of source of truth something is, and reads it. What is neither Prisma's nor Drizzle's is SQL. */
final class TruthReader {
    private TruthReader() {}

    /** @param schema where things are of which nothing else is said */
    static Truth read(FileTree tree, String path, String schema) {
        if (tree.kind(path) == Kind.MISSING) {
            return new Truth.Illegible(Problem.missing(path));
        }
        if (PrismaReader.isOf(tree, path)) {
            return PrismaReader.read(tree, path, schema);
        }
        if (DrizzleReader.isOf(tree, path)) {
            return DrizzleReader.read(tree, path);
        }
        return tree.kind(path) == Kind.FILE
                ? new Truth.Dump(path)
                : new Truth.Illegible(new Unreadable(
                        path,
                        1,
                        "no source of truth is in it",
                        "name a schema.prisma, a folder of Prisma's or Drizzle's, or a dump"));
    }
}
