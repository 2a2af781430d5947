package dev.greenlight.migration;

import dev.greenlight.source.SourceFile;
import dev.greenlight.source.Span;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The parts of a file of node-pg-migrate ({@code getActions} of its sqlMigration.ts): each begins at its first mark and
 * ends where the other one begins. Without a mark for up all of it goes up, also what stands behind one for down.
 *
 * @param down none of a file that cannot be undone
 */
record NodePgMigrateScript(Span up, Optional<Span> down) {
    private static final Pattern UP = mark("up");
    private static final Pattern DOWN = mark("down");

    private static Pattern mark(String direction) {
        return Pattern.compile("(?im)^[ \\t]*+--[\\s-]{0,99}+" + direction + "\\s{1,99}+migration");
    }

    static boolean isMarked(SourceFile file) {
        return UP.matcher(file.text()).find() || DOWN.matcher(file.text()).find();
    }

    static NodePgMigrateScript of(SourceFile file) {
        int end = file.text().length();
        int up = start(UP, file);
        int down = start(DOWN, file);
        Span goesUp = up < 0 ? new Span(0, end) : new Span(up, down < up ? end : down);
        return new NodePgMigrateScript(
                goesUp, down < 0 ? Optional.empty() : Optional.of(new Span(down, up < down ? end : up)));
    }

    private static int start(Pattern mark, SourceFile file) {
        Matcher found = mark.matcher(file.text());
        return found.find() ? found.start() : -1;
    }
}
