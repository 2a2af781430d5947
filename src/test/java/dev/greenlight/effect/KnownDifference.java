package dev.greenlight.effect;

import dev.greenlight.postgres.PostgresVersion;
import java.util.Collection;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What only the server or only the prediction says of a statement, and why, such as
 * {@code server, parent, 12-13 only: SHARE on x (why)}.
 *
 * @param kind of the table that the statement is tried on; null for all
 * @param line as the test has it, such as {@code server only: SHARE on x}
 */
record KnownDifference(@Nullable MatrixKind kind, int oldest, int newest, String line) {
    private static final Pattern NOTE =
            Pattern.compile("(server|prediction)(?:, ([a-z]+))?(?:, (\\d+)-(\\d+))? only: (.+?) \\((.+)\\)");

    static KnownDifference read(String note) {
        Matcher matcher = NOTE.matcher(note);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(note);
        }
        String kind = matcher.group(2);
        return new KnownDifference(
                kind == null ? null : MatrixKind.valueOf(kind.toUpperCase(Locale.ROOT)),
                matcher.group(3) == null ? PostgresVersion.OLDEST.major() : Integer.parseInt(matcher.group(3)),
                matcher.group(4) == null ? PostgresVersion.NEWEST.major() : Integer.parseInt(matcher.group(4)),
                matcher.group(1) + " only: " + matcher.group(5));
    }

    boolean concerns(PostgresVersion version) {
        return oldest <= version.major() && version.major() <= newest;
    }

    /** What the server does, where this is predicted and that is known to differ. */
    static SortedSet<String> onServer(Collection<String> known, SortedSet<String> predicted) {
        SortedSet<String> lines = new TreeSet<>(predicted);
        for (String line : known) {
            String said = line.substring(line.indexOf(": ") + 2);
            if (line.startsWith("server")) {
                lines.add(said);
            } else {
                lines.remove(said);
            }
        }
        return lines;
    }

    /** Takes away from differences what is known. */
    static void excuse(Collection<String> known, SortedSet<String> differences) {
        for (String line : known) {
            if (!differences.remove(line)) {
                differences.add("no longer " + line);
            }
        }
    }
}
