package dev.greenlight.source;

import dev.greenlight.source.SourceRead.Unreadable;

/** What a tree says about a file that it cannot give, in the same words whichever tree it is. */
public final class Problem {
    private static final int MEGABYTE = 1 << 20;
    private static final String RESAVE = "save the file as UTF-8";

    private Problem() {}

    public static Unreadable missing(String path) {
        return new Unreadable(path, 1, "there is no such file", "check the path");
    }

    public static Unreadable folder(String path) {
        return new Unreadable(path, 1, "it is a folder", "name a file");
    }

    static Unreadable denied(String path) {
        return new Unreadable(path, 1, "reading it is not permitted", "check who may read the file");
    }

    public static Unreadable failed(String path, String reason) {
        return new Unreadable(path, 1, "it could not be read: " + reason, "check the file and its disk");
    }

    public static Unreadable tooLarge(String path) {
        return new Unreadable(
                path,
                1,
                "it is larger than " + Decoding.LIMIT / MEGABYTE + " MB",
                "leave it out, or split its data from its statements");
    }

    static Unreadable otherEncoding(String path, String encoding) {
        return new Unreadable(path, 1, "it is encoded in " + encoding + ", not in UTF-8", RESAVE);
    }

    static Unreadable notUtf8(String path, int line) {
        return new Unreadable(path, line, "line " + line + ": not UTF-8", RESAVE);
    }

    static Unreadable nul(String path, int line) {
        return new Unreadable(
                path,
                line,
                "line " + line + ": a NUL byte, which no SQL has",
                RESAVE + ", or leave it out if it is no text");
    }
}
