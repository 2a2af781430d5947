package dev.greenlight.sql.query;

import dev.greenlight.sql.TokenKind;

/** Reads the words between the arguments of SQL's XML and JSON grammar (manual 9.15 and 9.16), as far as it is known. */
final class GrammarWords {
    private GrammarWords() {}

    /** Reads the word here, where an argument begins; false where it is the argument itself. */
    static boolean beforeOperand(Scanner scanner, String word) {
        switch (word) {
            case "name" -> {
                if (scanner.at() != scanner.frame().start
                        || scanner.marks().is(scanner.at() + 1, TokenKind.RIGHT_PAREN)) {
                    return false;
                }
                scanner.skip(2);
                scanner.expectOperand(false);
            }
            case "returning", "absent", "null", "with", "without" -> {
                return option(scanner, word);
            }
            case "document", "content", "keys", "default", "path", "version", "standalone" -> rest(scanner);
            default -> {
                return false;
            }
        }
        return true;
    }

    /** Reads the word here, which stands behind an argument. */
    static boolean behindOperand(Scanner scanner, OperatorWords operators, String word) {
        switch (word) {
            case "value" -> operators.separator(1);
            case "as" -> scanner.skip(2);
            case "passing" -> operators.separator(1);
            case "and", "or", "in", "like", "is", "between", "not", "at", "collate", "similar", "ilike" -> {
                return false;
            }
            case "asc", "desc", "nulls", "filter", "over" -> {
                return false;
            }
            default -> {
                if (!option(scanner, word)) {
                    rest(scanner);
                }
            }
        }
        return true;
    }

    /** What is said of the whole result and names nothing but a type. */
    private static boolean option(Scanner scanner, String word) {
        if (scanner.isWord("returning")) {
            scanner.skip(1);
            scanner.type();
        } else if (scanner.isWord(word, "on", "null")) {
            scanner.skip(3);
        } else if (scanner.isWord(word, "unique")) {
            scanner.skip(scanner.isWord(word, "unique", "keys") ? 3 : 2);
        } else if (scanner.isWord("format", "json")) {
            scanner.skip(scanner.isWord("format", "json", "encoding") ? 4 : 2);
        } else {
            return false;
        }
        scanner.expectOperand(false);
        return true;
    }

    /** Passes over the other words up to the end of the call, without looking into them. */
    private static void rest(Scanner scanner) {
        scanner.marks().doubt();
        int close = scanner.marks().partner(scanner.frame().start - 1);
        while (!scanner.atEnd() && scanner.at() < close) {
            scanner.skip(1);
        }
    }
}
