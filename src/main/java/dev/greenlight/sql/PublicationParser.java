package dev.greenlight.sql;

import java.util.ArrayList;
import java.util.List;

/** Reads CREATE PUBLICATION and ALTER PUBLICATION. */
final class PublicationParser {
    private final Cursor cursor;
    private final List<ObjectName> tables = new ArrayList<>();

    private PublicationParser(Cursor cursor) {
        this.cursor = cursor;
    }

    static Statement create(Cursor cursor) {
        int start = cursor.position();
        cursor.expectWords("create", "publication");
        Definition definition =
                Definition.create(cursor, start, ObjectType.PUBLICATION, Definition.unqualified(cursor));
        var parser = new PublicationParser(cursor);
        if (cursor.acceptWords("for") && !cursor.acceptWords("all", "tables")) {
            parser.objects();
        }
        if (cursor.acceptWords("with")) {
            SettingParser.definition(cursor);
        }
        return definition.end(parser.tables);
    }

    /** Begins behind the name; gives the tables that are named. */
    static List<ObjectName> alter(Cursor cursor) {
        var parser = new PublicationParser(cursor);
        if (cursor.expectAnyWord("set", "add", "drop").equals("set") && cursor.is(TokenKind.LEFT_PAREN)) {
            SettingParser.definition(cursor);
        } else {
            parser.objects();
        }
        return parser.tables;
    }

    /** {@code TABLE a, b, TABLES IN SCHEMA c, d}: what has no word of its own is like the one before. */
    private void objects() {
        boolean schemas = kind();
        object(schemas, false);
        while (cursor.accept(TokenKind.COMMA)) {
            boolean further = !isKind();
            schemas = further ? schemas : kind();
            object(schemas, further);
        }
    }

    private boolean isKind() {
        return cursor.isWord("table") || cursor.isWord("tables", "in");
    }

    private boolean kind() {
        if (cursor.expectAnyWord("table", "tables").equals("table")) {
            return false;
        }
        cursor.expectWords("in", "schema");
        return true;
    }

    /** @param further whether no word before it says what it is */
    private void object(boolean schema, boolean further) {
        if (!schema) {
            table();
        } else {
            schema(further);
        }
    }

    /** PostgreSQL reads what a table may have behind a further name too, and then says that a schema has not. */
    private void schema(boolean further) {
        Token name = cursor.peek();
        if (!cursor.acceptWords("current_schema")) {
            NameParser.name(cursor);
        }
        if (further && (cursor.is(TokenKind.DOT) || cursor.is(TokenKind.LEFT_PAREN) || cursor.isWord("where"))) {
            throw new ParseFailure(name, "a schema takes no further name, columns or WHERE");
        }
    }

    private void table() {
        tables.add(RelationParser.target(cursor).name());
        NameParser.optionalNames(cursor);
        if (cursor.acceptWords("where")) {
            cursor.expect(TokenKind.LEFT_PAREN);
            ExpressionParser.skip(cursor);
            cursor.expect(TokenKind.RIGHT_PAREN);
        }
    }
}
