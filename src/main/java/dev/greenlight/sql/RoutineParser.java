package dev.greenlight.sql;

import dev.greenlight.sql.RoutineStatement.Body;
import dev.greenlight.sql.RoutineStatement.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads CREATE FUNCTION and CREATE PROCEDURE. What their bodies do is read elsewhere. */
final class RoutineParser {
    /** What has a place of its own in the tree. */
    private static final Set<String> LANGUAGE_AND_CODE = Set.of("language", "as");

    private RoutineParser() {}

    static Statement create(Cursor cursor) {
        int start = cursor.position();
        cursor.expectWord("create");
        boolean orReplace = cursor.acceptWords("or", "replace");
        ObjectType type = cursor.expectAnyWord("function", "procedure").equals("function")
                ? ObjectType.FUNCTION
                : ObjectType.PROCEDURE;
        ObjectName name = NameParser.functionName(cursor);
        List<Parameter> parameters = ParameterParser.definitions(cursor);
        boolean returns =
                type == ObjectType.FUNCTION && !cursor.isWord("returns", "null") && cursor.acceptWords("returns");
        List<Parameter> table =
                returns && cursor.acceptWords("table") ? ParameterParser.tableColumns(cursor) : List.of();
        TypeName returnType = returns && table.isEmpty() ? TypeNameParser.routineType(cursor) : null;
        List<Setting> attributes = attributes(cursor);
        Body body = isBody(cursor) ? body(cursor) : constantBody(attributes);
        return new RoutineStatement.CreateRoutine(
                type,
                name,
                orReplace,
                parameters,
                returnType,
                table,
                language(attributes),
                attributes.stream()
                        .filter(attribute -> !LANGUAGE_AND_CODE.contains(attribute.name()))
                        .toList(),
                body,
                cursor.spanFrom(start));
    }

    private static List<Setting> attributes(Cursor cursor) {
        List<Setting> attributes = new ArrayList<>();
        while (!cursor.atEnd() && !isBody(cursor)) {
            attributes.add(RoutineAttributeParser.ofDefinition(cursor));
        }
        return attributes;
    }

    private static String language(List<Setting> attributes) {
        return attributes.stream()
                .filter(attribute -> attribute.name().equals("language"))
                .map(attribute -> attribute.text().toLowerCase(Locale.ROOT))
                .findFirst()
                .orElse("sql");
    }

    private static boolean isBody(Cursor cursor) {
        return cursor.isWord("return") || cursor.isWord("begin", "atomic");
    }

    private static Body body(Cursor cursor) {
        int start = cursor.position();
        statements(cursor);
        return new Body("", null, cursor.tokensFrom(start), cursor.spanFrom(start));
    }

    /** Those of {@code BEGIN ATOMIC … END}, each with its semicolon, or a lone {@code RETURN …}. */
    static List<Statement> statements(Cursor cursor) {
        if (cursor.isWord("return")) {
            return List.of(returned(cursor));
        }
        cursor.expectWords("begin", "atomic");
        List<Statement> statements = new ArrayList<>();
        while (!cursor.acceptWords("end")) {
            if (!cursor.is(TokenKind.SEMICOLON)) {
                statements.add(cursor.isWord("return") ? returned(cursor) : Parser.statement(cursor));
            }
            cursor.expect(TokenKind.SEMICOLON, "\";\"");
        }
        return statements;
    }

    /** {@code RETURN value}, which selects it. */
    private static Statement returned(Cursor cursor) {
        int start = cursor.position();
        Token first = cursor.next();
        ExpressionParser.skip(cursor);
        Query query = Query.selecting(first.span(), cursor.tokensFrom(start + 1));
        return new DataStatement.Select(List.of(), query, cursor.spanFrom(start));
    }

    /** The code of {@code AS 'code'}; that of {@code AS 'file', 'symbol'} is not in the statement. */
    private static @Nullable Body constantBody(List<Setting> attributes) {
        return attributes.stream()
                .filter(attribute ->
                        attribute.name().equals("as") && attribute.value().size() == 1)
                .map(attribute -> attribute.value().getFirst())
                .map(RoutineParser::constant)
                .findFirst()
                .orElse(null);
    }

    static Body constant(Token text) {
        return new Body(text.value(), text, List.of(), text.span());
    }
}
