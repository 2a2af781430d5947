package dev.greenlight.sql.plpgsql;

import dev.greenlight.source.Span;
import dev.greenlight.sql.EmbeddedSql;
import dev.greenlight.sql.Name;
import dev.greenlight.sql.ObjectName;
import dev.greenlight.sql.Token;
import dev.greenlight.sql.TokenKind;
import dev.greenlight.sql.TypeName;
import dev.greenlight.sql.Unread;
import java.util.List;

/**
 * The type of a declaration (pl_gram.y, read_datatype).
 *
 * @param rowType whether it is {@code name%ROWTYPE}
 */
record VariableType(TypeName name, boolean rowType) {

    Variable variable(boolean constant) {
        return Variable.of(name, rowType, constant);
    }

    static VariableType read(Compilation compilation) {
        CodeCursor cursor = compilation.cursor();
        int start = cursor.position();
        if (compilation.isName()) {
            Reference reference = compilation.next(compilation.reference());
            if (isReferring(cursor)) {
                return referring(compilation, reference, start);
            }
        }
        List<Token> tokens = tokens(compilation, start);
        EmbeddedSql.typeProblem(tokens).ifPresent(problem -> {
            throw CodeFailure.of(atNext(problem, cursor.peek()));
        });
        TypeName type = EmbeddedSql.type(tokens);
        if (type.setOf()) {
            throw CodeFailure.at(type.span(), "invalid type name \"" + cursor.written(type.span()) + "\"");
        }
        return new VariableType(type, false);
    }

    private static boolean isReferring(CodeCursor cursor) {
        return cursor.isOperator("%")
                && (cursor.peek(1).isWord("type") || cursor.peek(1).isWord("rowtype"));
    }

    /** {@code name%TYPE} or {@code name%ROWTYPE}; such a name may be a key word of SQL. */
    private static VariableType referring(Compilation compilation, Reference reference, int start) {
        CodeCursor cursor = compilation.cursor();
        cursor.next();
        boolean rowType = cursor.next().isWord("rowtype");
        int dimensions = dimensions(compilation);
        List<Name> parts = reference.tokens().stream()
                .filter(token -> !token.is(TokenKind.DOT))
                .map(Name::of)
                .toList();
        Span span = cursor.spanFrom(start);
        TypeName name = new TypeName(new ObjectName(parts), List.of(), dimensions, false, !rowType, span);
        return new VariableType(name, rowType);
    }

    private static int dimensions(Compilation compilation) {
        CodeCursor cursor = compilation.cursor();
        boolean array = compilation.acceptWord("array");
        int dimensions = 0;
        while (cursor.accept(TokenKind.LEFT_BRACKET)) {
            cursor.accept(TokenKind.INTEGER);
            if (!cursor.accept(TokenKind.RIGHT_BRACKET)) {
                throw cursor.failExpected("\"]\"");
            }
            dimensions++;
        }
        return array ? 1 : dimensions;
    }

    /** The type's tokens, the first of which may lie behind already. */
    private static List<Token> tokens(Compilation compilation, int start) {
        CodeCursor cursor = compilation.cursor();
        int open = 0;
        while (!isEnd(compilation, open)) {
            if (cursor.atEnd()) {
                throw cursor.fail(open != 0 ? "mismatched parentheses" : "incomplete data type declaration");
            }
            open += switch (cursor.next().kind()) {
                case LEFT_PAREN -> 1;
                case RIGHT_PAREN -> -1;
                default -> 0;
            };
        }
        if (cursor.position() == start) {
            throw cursor.fail("missing data type declaration");
        }
        return cursor.tokensFrom(start);
    }

    private static boolean isEnd(Compilation compilation, int open) {
        CodeCursor cursor = compilation.cursor();
        return switch (cursor.peek().kind()) {
            case SEMICOLON, COLON_EQUALS -> true;
            case COMMA, RIGHT_PAREN -> open == 0;
            case OPERATOR -> cursor.isOperator("=");
            case WORD -> cursor.isWord("not") || compilation.isWord("collate") || compilation.isWord("default");
            default -> false;
        };
    }

    /** Where a type ends too early the server names what stands behind it. */
    private static Unread atNext(Unread problem, Token next) {
        return problem instanceof Unread.Unparsed unparsed && unparsed.at().isEmpty()
                ? new Unread.Unparsed(
                        unparsed.span(), new Span(next.start(), next.start()), unparsed.message(), unparsed.expected())
                : problem;
    }
}
