package dev.greenlight.sql.query;

import dev.greenlight.sql.TokenKind;

/** Reads the words between the arguments of SQL's XML and JSON grammar (manual 9.15 and 9.16), as far as it is known. */
final class GrammarWords {
    private GrammarWords() {}

    /** Reads the word here, where an argument begins; false where it is the argument itself. */
    static boolean beforeOperand(Scan scan, String word) {
        switch (word) {
            case "name" -> {
                if (scan.at() != scan.frame().start || scan.marks().is(scan.at() + 1, TokenKind.RIGHT_PAREN)) {
                    return false;
                }
                scan.skip(2);
                scan.expectOperand(false);
            }
            case "returning", "absent", "null", "with", "without" -> {
                return option(scan, word);
            }
            case "document", "content", "keys", "default", "path", "version", "standalone" -> rest(scan);
            default -> {
                return false;
            }
        }
        return true;
    }

    /** Reads the word here, which stands behind an argument. */
    static boolean behindOperand(Scan scan, OperatorWords operators, String word) {
        switch (word) {
            case "value" -> operators.separator(1);
            case "as" -> scan.skip(2);
            case "passing" -> operators.separator(isMechanism(scan, word) ? 3 : 1);
            case "and", "or", "in", "like", "is", "between", "not", "at", "collate", "similar", "ilike" -> {
                return false;
            }
            case "asc", "desc", "nulls", "filter", "over" -> {
                return false;
            }
            default -> {
                if (scan.isWord("by", "ref") || scan.isWord("by", "value")) {
                    scan.skip(2);
                } else if (!option(scan, word)) {
                    rest(scan);
                }
            }
        }
        return true;
    }

    /** How XML is passed, which makes no difference (manual 9.15.2.2). */
    private static boolean isMechanism(Scan scan, String word) {
        return scan.isWord(word, "by", "ref") || scan.isWord(word, "by", "value");
    }

    /** What is said of the whole result and names nothing but a type. */
    private static boolean option(Scan scan, String word) {
        if (scan.isWord("returning")) {
            scan.skip(1);
            scan.type();
        } else if (scan.isWord(word, "on", "null")) {
            scan.skip(3);
        } else if (scan.isWord(word, "unique")) {
            scan.skip(scan.isWord(word, "unique", "keys") ? 3 : 2);
        } else if (scan.isWord("format", "json")) {
            scan.skip(scan.isWord("format", "json", "encoding") ? 4 : 2);
        } else {
            return false;
        }
        scan.expectOperand(false);
        return true;
    }

    /** Passes over the other words up to the end of the call, without looking into them. */
    private static void rest(Scan scan) {
        scan.marks().doubt();
        int close = scan.marks().partner(scan.frame().start - 1);
        while (!scan.atEnd() && scan.at() < close) {
            scan.skip(1);
        }
    }
}
