package dev.greenlight.sql;

import dev.greenlight.sql.ReplicationStatement.PublicationAction;
import dev.greenlight.sql.ReplicationStatement.PublishedObjects;
import dev.greenlight.sql.ReplicationStatement.PublishedTable;
import java.util.ArrayList;
import java.util.List;

/** Reads CREATE PUBLICATION and ALTER PUBLICATION. */
final class PublicationParser {
    private final Cursor cursor;
    private final List<PublishedTable> tables = new ArrayList<>();
    private final List<Name> schemas = new ArrayList<>();

    private PublicationParser(Cursor cursor) {
        this.cursor = cursor;
    }

    static Statement create(Cursor cursor) {
        int start = cursor.position();
        cursor.expectWords("create", "publication");
        Name name = NameParser.name(cursor);
        boolean listed = cursor.acceptWords("for");
        boolean allTables = listed && cursor.acceptWords("all", "tables");
        PublishedObjects objects = listed && !allTables ? objects(cursor) : new PublishedObjects(List.of(), List.of());
        List<Setting> options = cursor.acceptWords("with") ? SettingParser.definition(cursor) : List.of();
        return new ReplicationStatement.CreatePublication(name, allTables, objects, options, cursor.spanFrom(start));
    }

    /** Begins behind the name. */
    static Statement alter(Cursor cursor, int start, Name name) {
        PublicationAction action = action(cursor);
        return new ReplicationStatement.AlterPublication(name, action, cursor.spanFrom(start));
    }

    private static PublicationAction action(Cursor cursor) {
        return switch (cursor.expectAnyWord("set", "add", "drop")) {
            case "add" -> new PublicationAction.Add(objects(cursor));
            case "drop" -> new PublicationAction.Drop(objects(cursor));
            default ->
                cursor.is(TokenKind.LEFT_PAREN)
                        ? new PublicationAction.SetOptions(SettingParser.definition(cursor))
                        : new PublicationAction.Replace(objects(cursor));
        };
    }

    /** {@code TABLE a, b, TABLES IN SCHEMA c, d}: what has no word of its own is like the one before. */
    private static PublishedObjects objects(Cursor cursor) {
        var parser = new PublicationParser(cursor);
        boolean schemas = parser.kind();
        parser.object(schemas, false);
        while (cursor.accept(TokenKind.COMMA)) {
            boolean further = !parser.isKind();
            schemas = further ? schemas : parser.kind();
            parser.object(schemas, further);
        }
        return new PublishedObjects(parser.tables, parser.schemas);
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
        if (schema) {
            schemas.add(schema(further));
        } else {
            tables.add(table());
        }
    }

    /** PostgreSQL reads what a table may have behind a further name too, and then says that a schema has not. */
    private Name schema(boolean further) {
        Token name = cursor.peek();
        Name schema = cursor.isWord("current_schema") ? NameParser.of(cursor.next()) : NameParser.name(cursor);
        if (further && (cursor.is(TokenKind.DOT) || cursor.is(TokenKind.LEFT_PAREN) || cursor.isWord("where"))) {
            throw new ParseFailure(name, "a schema takes no further name, columns or WHERE");
        }
        return schema;
    }

    private PublishedTable table() {
        int start = cursor.position();
        TableStatement.Target table = RelationParser.target(cursor);
        List<Name> columns = NameParser.optionalNames(cursor);
        Expression where = null;
        if (cursor.acceptWords("where")) {
            cursor.expect(TokenKind.LEFT_PAREN);
            where = ExpressionParser.expression(cursor);
            cursor.expect(TokenKind.RIGHT_PAREN);
        }
        return new PublishedTable(table.name(), table.only(), columns, where, cursor.spanFrom(start));
    }
}
