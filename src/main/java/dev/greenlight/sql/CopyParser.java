package dev.greenlight.sql;

import java.util.List;

/** Reads COPY with its options in all the forms that it has had (manual COPY). */
final class CopyParser {
    private CopyParser() {}

    static Statement parse(Cursor cursor) {
        int start = cursor.position();
        cursor.expectWord("copy");
        return cursor.is(TokenKind.LEFT_PAREN) ? query(cursor, start) : table(cursor, start);
    }

    private static Statement query(Cursor cursor, int start) {
        cursor.expect(TokenKind.LEFT_PAREN);
        int from = cursor.position();
        DataParser.parse(cursor);
        var query = new Query(cursor.tokensFrom(from));
        cursor.expect(TokenKind.RIGHT_PAREN);
        cursor.expectWord("to");
        place(cursor);
        options(cursor);
        return new DataStatement.Copy(null, List.of(), false, query, cursor.spanFrom(start));
    }

    private static Statement table(Cursor cursor, int start) {
        cursor.acceptWords("binary");
        ObjectName table = NameParser.objectName(cursor);
        List<Name> columns = NameParser.optionalNames(cursor);
        boolean from = cursor.expectAnyWord("from", "to").equals("from");
        place(cursor);
        options(cursor);
        if (from && cursor.acceptWords("where")) {
            ExpressionParser.skip(cursor);
        }
        return new DataStatement.Copy(table, columns, from, null, cursor.spanFrom(start));
    }

    /** {@code [PROGRAM] 'text'}, STDIN or STDOUT, which mean the same, and the old words for a delimiter. */
    private static void place(Cursor cursor) {
        if (cursor.acceptAnyWord("stdin", "stdout").isEmpty()) {
            cursor.acceptWords("program");
            SettingParser.string(cursor);
        }
        if (cursor.acceptWords("using")) {
            cursor.expectWord("delimiters");
            SettingParser.string(cursor);
        } else if (cursor.acceptWords("delimiters")) {
            SettingParser.string(cursor);
        }
    }

    private static void options(Cursor cursor) {
        cursor.acceptWords("with");
        if (cursor.is(TokenKind.LEFT_PAREN)) {
            cursor.parenthesized(() -> option(cursor));
            return;
        }
        while (!cursor.atEnd() && !cursor.isWord("where")) {
            oldOption(cursor);
        }
    }

    private static Name option(Cursor cursor) {
        Name name = NameParser.label(cursor);
        switch (cursor.peek().kind()) {
            case COMMA, RIGHT_PAREN -> {}
            case LEFT_PAREN -> cursor.parenthesized(() -> SettingParser.booleanOrString(cursor));
            case WORD, QUOTED_IDENTIFIER, STRING, DOLLAR_STRING, PLACEHOLDER -> {
                if (!cursor.acceptWords("default")) {
                    SettingParser.booleanOrString(cursor);
                }
            }
            default -> {
                if (!cursor.acceptOperator("*")) {
                    SettingParser.signedNumber(cursor);
                }
            }
        }
        return name;
    }

    private static void oldOption(Cursor cursor) {
        switch (cursor.expectAnyWord(
                "binary", "freeze", "delimiter", "null", "csv", "header", "quote", "escape", "force", "encoding")) {
            case "delimiter", "null", "quote", "escape" -> {
                cursor.acceptWords("as");
                SettingParser.string(cursor);
            }
            case "encoding" -> SettingParser.string(cursor);
            case "force" -> force(cursor);
            default -> {}
        }
    }

    /** {@code FORCE QUOTE}, {@code FORCE NOT NULL} or {@code FORCE NULL} with columns. */
    private static void force(Cursor cursor) {
        if (!cursor.acceptWords("quote")) {
            cursor.acceptWords("not");
            cursor.expectWord("null");
        }
        if (!cursor.acceptOperator("*")) {
            cursor.commaSeparated(() -> NameParser.name(cursor));
        }
    }
}
