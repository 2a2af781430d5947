package dev.greenlight.source;

/** What came of reading a file: its text, or why there is none. Bad input is data, so reading does not throw. */
public sealed interface SourceRead {

    record Text(SourceFile file) implements SourceRead {}

    /**
     * @param line the line of the problem, counted from 1; 1 also when the file as a whole is meant
     * @param problem what is wrong, in one line
     * @param remedy what its author can do about it, in one line
     */
    record Unreadable(String path, int line, String problem, String remedy) implements SourceRead {}
}
