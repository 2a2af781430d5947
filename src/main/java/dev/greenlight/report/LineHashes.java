package dev.greenlight.report;

import dev.greenlight.source.SourceFile;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * The hash by which GitHub's code scanning knows a line again after others have moved it, SARIF's
 * {@code primaryLocationLineHash}: of the hundred characters from the line's beginning on, blanks and tabs not counted,
 * and how many lines before it have the same. GitHub computes it so from the file itself if a report lacks it; a report
 * that has it gives the same alerts wherever it is uploaded.
 */
final class LineHashes {
    private static final int LENGTH = 100;
    private static final long FACTOR = 37;
    private static final char END_OF_FILE = '\uFFFF';

    /** What counts of the file; zeros follow it. */
    private final char[] counted;

    private final String[] hashes;
    private final Map<Long, Integer> occurrences = new HashMap<>();

    private LineHashes(SourceFile file) {
        this.counted = new char[file.text().length() + 1 + LENGTH];
        this.hashes = new String[file.lineCount()];
        int[] starts = count(file.text());
        for (int i = 0; i < starts.length; i++) {
            long hash = hash(starts[i]);
            hashes[i] = Long.toHexString(hash) + ":" + occurrences.merge(hash, 1, Integer::sum);
        }
    }

    static LineHashes of(SourceFile file) {
        return new LineHashes(file.written());
    }

    /** The hash of a line, counted from 1. */
    String ofLine(int line) {
        return hashes[line - 1];
    }

    /** Fills {@link #counted} and gives where in it each line begins. */
    private int[] count(String text) {
        int[] starts = new int[hashes.length];
        int lines = 1;
        int length = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean secondOfPair = c == '\n' && i > 0 && text.charAt(i - 1) == '\r';
            if (c == ' ' || c == '\t' || secondOfPair) {
                continue;
            }
            counted[length++] = c == '\r' ? '\n' : c;
            if (c == '\r' || c == '\n') {
                starts[lines++] = length;
            }
        }
        counted[length] = END_OF_FILE;
        return Arrays.copyOf(starts, lines);
    }

    private long hash(int start) {
        long hash = 0;
        for (int i = start; i < start + LENGTH; i++) {
            hash = hash * FACTOR + counted[i];
        }
        return hash;
    }
}
