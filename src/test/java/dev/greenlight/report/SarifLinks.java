package dev.greenlight.report;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The links that a reader of SARIF finds in a plain message: {@code [text](target)}, unless a backslash escapes it. */
final class SarifLinks {
    private static final Pattern LINK =
            Pattern.compile("(?<=(?<!\\\\)(?:\\\\\\\\){0,99})\\[(?:[^\\\\\\[\\]]|\\\\.)*\\]\\(([^)]*)\\)");

    private SarifLinks() {}

    static List<String> of(String message) {
        return LINK.matcher(message)
                .results()
                .map((MatchResult link) -> link.group(1))
                .toList();
    }
}
