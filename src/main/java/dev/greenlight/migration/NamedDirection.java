package dev.greenlight.migration;

import dev.greenlight.source.FileTree.Entry;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The direction that a file's path speaks of, where no tool's rule is known: {@code x.down.sql}, {@code down.sql},
 * {@code revert/x.sql}. Words that are only a part of a name, as in {@code 5_break_down.sql}, say nothing.
 *
 * @param base the path without the direction, which an up and its down have in common; where nothing else is left of
 *     the name, it sorts behind all that is in the folder
 */
record NamedDirection(Direction direction, String base) {
    private static final Pattern NAME = Pattern.compile(
            "(?:(.*)\\.)?(?:(up|do|deploy)|(down|undo|rollback|revert))((?:\\..*)?\\.sql)", Pattern.DOTALL);
    private static final Pattern FOLDER = Pattern.compile("(.*/|)(?:(up|deploy)|(down|undo|rollback|revert))(/.*|)");

    private static final String LAST = "\uffff";

    static NamedDirection of(Entry entry) {
        Matcher name = NAME.matcher(entry.name());
        if (name.matches()) {
            String rest = name.group(1) == null ? LAST : name.group(1) + name.group(4);
            return new NamedDirection(direction(name), entry.folder() + "/" + rest);
        }
        Matcher folder = FOLDER.matcher(entry.folder());
        return folder.matches()
                ? new NamedDirection(direction(folder), folder.group(1) + folder.group(4) + "/" + entry.name())
                : new NamedDirection(Direction.UP, entry.path());
    }

    private static Direction direction(Matcher matcher) {
        return matcher.group(3) == null ? Direction.UP : Direction.DOWN;
    }
}
