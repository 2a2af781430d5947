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
    static void first(Scanner scanner, String word) {
        boolean begins = scanner.at() == scanner.frame().start;
        if (clause(scanner, word) || !begins || word.equals("not")) {
            return;
        }
        scanner.take(Role.SKIPPED);
        scanner.expectOperand(false);
    }

    /** Reads the words that begin a clause; false for others. */
    static boolean clause(Scanner scanner, String word) {
        switch (word) {
            case "partition", "order" -> {
                if (!scanner.isWord(word, "by")) {
                    return false;
                }
                by(scanner);
            }
            case "rows", "range", "groups" -> {
                if (scanner.expectsOperand() && scanner.at() != scanner.frame().start) {
                    return false;
                }
                frame(scanner);
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    /** In a definition of its own the words stay, because JSqlParser asks for them there. */
    private static void by(Scanner scanner) {
        boolean named = scanner.frame().is(Frame.Kind.NAMED_WINDOW);
        boolean first = isFirst(scanner);
        Role role = named ? Role.PLAIN : first ? Role.SKIPPED : Role.COMMA;
        scanner.take(role);
        scanner.take(named ? Role.PLAIN : Role.SKIPPED);
        scanner.expectOperand(true);
    }

    private static boolean isFirst(Scanner scanner) {
        return IntStream.range(scanner.frame().start, scanner.at())
                .allMatch(i -> scanner.marks().role(i) == Role.SKIPPED);
    }

    private static void frame(Scanner scanner) {
        int closing = scanner.marks().partner(scanner.frame().start - 1);
        while (scanner.at() < closing && !scanner.atEnd()) {
            if (scanner.is(0, TokenKind.WORD)
                    && !scanner.is(-1, TokenKind.TYPECAST)
                    && !FRAME_WORDS.contains(scanner.token().value())) {
                scanner.marks().doubt();
            }
            scanner.take(Role.SKIPPED);
        }
        scanner.expectOperand(false);
    }
}
