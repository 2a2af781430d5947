package dev.greenlight.sql.query;

import dev.greenlight.sql.TokenKind;
import java.util.Set;
import java.util.stream.IntStream;

/** Reads what stands in a window's definition (manual 4.2.8, Window Function Calls). */
final class Windows {
    private static final Set<String> FRAME_WORDS = Set.of(
            "rows",
            "range",
            "groups",
            "between",
            "and",
            "unbounded",
            "preceding",
            "following",
            "current",
            "row",
            "exclude",
            "group",
            "ties",
            "no",
            "others",
            "interval");

    private Windows() {}

    /** Reads the first word: it names another window, or begins a clause. */
    static void first(Scan scan, String word) {
        boolean begins = scan.at() == scan.frame().start;
        if (clause(scan, word) || !begins || word.equals("not")) {
            return;
        }
        scan.take(Role.SKIPPED);
        scan.expectOperand(false);
    }

    /** Reads the words that begin a clause; false for others. */
    static boolean clause(Scan scan, String word) {
        switch (word) {
            case "partition", "order" -> {
                if (!scan.isWord(word, "by")) {
                    return false;
                }
                by(scan);
            }
            case "rows", "range", "groups" -> {
                if (scan.expectsOperand() && scan.at() != scan.frame().start) {
                    return false;
                }
                frame(scan);
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    /** In a definition of its own the words stay, because JSqlParser asks for them there. */
    private static void by(Scan scan) {
        boolean named = scan.frame().is(Frame.Kind.NAMED_WINDOW);
        boolean first = isFirst(scan);
        Role role = named ? Role.PLAIN : first ? Role.SKIPPED : Role.COMMA;
        scan.take(role);
        scan.take(named ? Role.PLAIN : Role.SKIPPED);
        scan.expectOperand(true);
    }

    private static boolean isFirst(Scan scan) {
        return IntStream.range(scan.frame().start, scan.at())
                .allMatch(i -> scan.marks().role(i) == Role.SKIPPED);
    }

    private static void frame(Scan scan) {
        int closing = scan.marks().partner(scan.frame().start - 1);
        while (scan.at() < closing && !scan.atEnd()) {
            if (scan.is(0, TokenKind.WORD)
                    && !scan.is(-1, TokenKind.TYPECAST)
                    && !FRAME_WORDS.contains(scan.token().value())) {
                scan.marks().doubt();
            }
            scan.take(Role.SKIPPED);
        }
        scan.expectOperand(false);
    }
}
