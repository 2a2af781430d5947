package dev.greenlight.sql;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A page of the manual's part VI, SQL Commands.
 *
 * @param kinds those of the statements that it describes
 */
public record ManualPage(String title, List<String> kinds, List<Synopsis> synopses) {
    /** All of them, from {@code synopses.txt}. */
    public static List<ManualPage> all() {
        Map<String, Synopsis> named = new HashMap<>();
        List<ManualPage> pages = new ArrayList<>();
        StatementLines.lines("synopses.txt").forEach(line -> {
            if (line.strip().matches("<\\w+> = .*")) {
                String[] sides = line.strip().split(" = ", 2);
                named.put(sides[0], new Synopsis(sides[1], named));
            } else if (line.startsWith(StatementLines.INDENT)) {
                pages.getLast().synopses().add(new Synopsis(line, named));
            } else {
                String[] sides = line.split(": ", 2);
                pages.add(new ManualPage(sides[0], List.of(sides[1].split(", ")), new ArrayList<>()));
            }
        });
        return pages;
    }

    Stream<Synopsis.Form> forms() {
        return synopses.stream().flatMap(synopsis -> synopsis.forms().stream());
    }

    @Override
    public String toString() {
        return title;
    }
}
