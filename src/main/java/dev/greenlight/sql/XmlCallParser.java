package dev.greenlight.sql;

import java.util.HashSet;
import java.util.Set;

/** Finds where the calls of SQL/XML end, which have clauses in their parentheses (manual 9.15). */
final class XmlCallParser {
    private XmlCallParser() {}

    /** Moves from the opening parenthesis behind the function's name to behind the closing one. */
    static void skip(Cursor cursor, String function) {
        cursor.expect(TokenKind.LEFT_PAREN);
        switch (function) {
            case "xmlconcat" -> ExpressionParser.skipList(cursor);
            case "xmlelement" -> element(cursor);
            case "xmlexists" -> passed(cursor);
            case "xmlforest" -> labelled(cursor);
            case "xmlparse" -> parse(cursor);
            case "xmlpi" -> instruction(cursor);
            case "xmlroot" -> root(cursor);
            default -> serialize(cursor);
        }
        cursor.expect(TokenKind.RIGHT_PAREN);
    }

    private static void element(Cursor cursor) {
        cursor.expectWord("name");
        NameParser.label(cursor);
        if (!cursor.accept(TokenKind.COMMA)) {
            return;
        }
        if (cursor.isWord("xmlattributes") && cursor.peek(1).is(TokenKind.LEFT_PAREN)) {
            cursor.next();
            cursor.next();
            labelled(cursor);
            cursor.expect(TokenKind.RIGHT_PAREN);
            if (!cursor.accept(TokenKind.COMMA)) {
                return;
            }
        }
        ExpressionParser.skipList(cursor);
    }

    /** {@code value [AS label], …}. */
    private static void labelled(Cursor cursor) {
        cursor.commaSeparated(() -> {
            ExpressionParser.skip(cursor);
            return cursor.acceptWords("as") ? NameParser.label(cursor).value() : "";
        });
    }

    /** {@code path PASSING [BY …] document [BY …]}. */
    private static void passed(Cursor cursor) {
        OperandParser.skip(cursor);
        cursor.expectWord("passing");
        mechanism(cursor);
        OperandParser.skip(cursor);
        mechanism(cursor);
    }

    private static void mechanism(Cursor cursor) {
        if (!cursor.acceptWords("by", "ref")) {
            cursor.acceptWords("by", "value");
        }
    }

    private static void parse(Cursor cursor) {
        cursor.expectAnyWord("document", "content");
        ExpressionParser.skip(cursor);
        if (cursor.acceptAnyWord("preserve", "strip").isPresent()) {
            cursor.expectWord("whitespace");
        }
    }

    private static void instruction(Cursor cursor) {
        cursor.expectWord("name");
        NameParser.label(cursor);
        if (cursor.accept(TokenKind.COMMA)) {
            ExpressionParser.skip(cursor);
        }
    }

    private static void root(Cursor cursor) {
        ExpressionParser.skip(cursor);
        cursor.expect(TokenKind.COMMA);
        cursor.expectWord("version");
        if (!cursor.acceptWords("no", "value")) {
            ExpressionParser.skip(cursor);
        }
        if (cursor.accept(TokenKind.COMMA)) {
            cursor.expectWord("standalone");
            if (cursor.expectAnyWord("yes", "no").equals("no")) {
                cursor.acceptWords("value");
            }
        }
    }

    private static void serialize(Cursor cursor) {
        cursor.expectAnyWord("document", "content");
        ExpressionParser.skip(cursor);
        cursor.expectWord("as");
        TypeNameParser.simple(cursor);
        if (cursor.acceptWords("no")) {
            cursor.expectWord("indent");
        } else {
            cursor.acceptWords("indent");
        }
    }

    /** {@code XMLTABLE ([XMLNAMESPACES (…),] row PASSING document COLUMNS …)}, from its opening parenthesis on. */
    static void table(Cursor cursor) {
        cursor.expect(TokenKind.LEFT_PAREN);
        if (cursor.isWord("xmlnamespaces") && cursor.peek(1).is(TokenKind.LEFT_PAREN)) {
            cursor.next();
            cursor.parenthesized(() -> namespace(cursor));
            cursor.expect(TokenKind.COMMA);
        }
        passed(cursor);
        cursor.expectWord("columns");
        cursor.commaSeparated(() -> column(cursor));
        cursor.expect(TokenKind.RIGHT_PAREN);
    }

    private static Expression namespace(Cursor cursor) {
        if (cursor.acceptWords("default")) {
            return ExpressionParser.restricted(cursor);
        }
        Expression uri = ExpressionParser.restricted(cursor);
        cursor.expectWord("as");
        NameParser.label(cursor);
        return uri;
    }

    private static Name column(Cursor cursor) {
        Name name = NameParser.name(cursor);
        if (cursor.acceptWords("for")) {
            cursor.expectWord("ordinality");
            return name;
        }
        TypeNameParser.type(cursor);
        options(cursor);
        return name;
    }

    /** {@code PATH}, {@code DEFAULT} and {@code [NOT] NULL}, each at most once. */
    private static void options(Cursor cursor) {
        Set<String> seen = new HashSet<>();
        while (cursor.isAnyWord("path", "default", "not", "null")) {
            Token option = cursor.next();
            switch (option.value()) {
                case "not" -> cursor.expectWord("null");
                case "null" -> {}
                default -> ExpressionParser.restricted(cursor);
            }
            if (!seen.add(option.isWord("not") ? "null" : option.value())) {
                throw new ParseFailure(option, "a column takes PATH, DEFAULT and NULL or NOT NULL only once");
            }
        }
    }
}
