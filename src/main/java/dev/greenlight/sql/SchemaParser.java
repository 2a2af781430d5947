package dev.greenlight.sql;

import java.util.ArrayList;
import java.util.List;

/** Reads CREATE SCHEMA with the statements that may stand in it. */
final class SchemaParser {
    private SchemaParser() {}

    static Statement create(Cursor cursor) {
        int start = cursor.position();
        cursor.expectWords("create", "schema");
        boolean ifNotExists = RelationParser.ifNotExists(cursor);
        Name name = isNamed(cursor) ? NameParser.name(cursor) : null;
        Name authorization = null;
        if (name == null || cursor.isWord("authorization")) {
            cursor.expectWord("authorization");
            authorization = NameParser.role(cursor);
        }
        List<Statement> elements = new ArrayList<>();
        while (!ifNotExists && cursor.isAnyWord("create", "grant")) {
            elements.add(element(cursor));
        }
        return new SchemaStatement.CreateSchema(name, ifNotExists, authorization, elements, cursor.spanFrom(start));
    }

    private static boolean isNamed(Cursor cursor) {
        return !cursor.isWord("authorization");
    }

    /** Tables, indexes, sequences, triggers, views and grants, and nothing else (manual CREATE SCHEMA). */
    private static Statement element(Cursor cursor) {
        Token first = cursor.peek();
        Statement element = Parser.statement(cursor);
        return switch (element) {
            case TableStatement.CreateTable ignored -> element;
            case IndexStatement.CreateIndex ignored -> element;
            case SequenceStatement.CreateSequence ignored -> element;
            case TriggerStatement.CreateTrigger ignored -> element;
            case ViewStatement.CreateView ignored -> element;
            case PrivilegeStatement.Grant ignored -> element;
            default -> throw new ParseFailure(first, "CREATE SCHEMA does not take " + element.kind());
        };
    }
}
