package dev.greenlight.sql.plpgsql;

import dev.greenlight.sql.Name;
import dev.greenlight.sql.Token;
import dev.greenlight.sql.TokenKind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads blocks with their declarations and handlers (manual 41.2 and 41.6.8). */
final class BlockParser {
    private static final int SQLSTATE_LENGTH = 5;

    private BlockParser() {}

    /** The block of a whole body. */
    static CodeStatement.Block parse(Compilation compilation) {
        int start = compilation.cursor().position();
        return parse(compilation, label(compilation), start);
    }

    /** {@code <<label>>}, if it stands here. */
    static @Nullable Name label(Compilation compilation) {
        CodeCursor cursor = compilation.cursor();
        if (!cursor.isOperator("<<")) {
            return null;
        }
        cursor.next();
        Name label = compilation.anyName();
        if (!cursor.isOperator(">>")) {
            throw cursor.failExpected("\">>\"");
        }
        cursor.next();
        return label;
    }

    /** A block behind its label, which began at {@code start}. */
    static CodeStatement.Block parse(Compilation compilation, @Nullable Name label, int start) {
        CodeCursor cursor = compilation.cursor();
        compilation.scope().open(label == null ? null : label.value(), Scope.Kind.BLOCK);
        List<Declaration> declarations =
                cursor.acceptWord("declare") ? DeclarationParser.declarations(compilation) : List.of();
        cursor.expectWord("begin");
        List<CodeStatement> statements = StatementParser.statements(compilation);
        List<CodeStatement.Handler> handlers = compilation.acceptWord("exception") ? handlers(compilation) : List.of();
        cursor.expectWord("end");
        checkEndLabel(label, endLabel(compilation));
        compilation.scope().close();
        return new CodeStatement.Block(label, declarations, statements, handlers, cursor.spanFrom(start));
    }

    /** The label behind END, if one is there. */
    static @Nullable Name endLabel(Compilation compilation) {
        return compilation.isName() ? compilation.anyName() : null;
    }

    static void checkEndLabel(@Nullable Name label, @Nullable Name endLabel) {
        if (endLabel == null) {
            return;
        }
        String end = "end label \"" + endLabel.value() + "\"";
        if (label == null) {
            throw CodeFailure.at(endLabel.span(), end + " specified for unlabeled block");
        }
        if (!label.value().equals(endLabel.value())) {
            throw CodeFailure.at(endLabel.span(), end + " differs from block's label \"" + label.value() + "\"");
        }
    }

    private static List<CodeStatement.Handler> handlers(Compilation compilation) {
        compilation.scope().declare("sqlstate", Variable.CONSTANT);
        compilation.scope().declare("sqlerrm", Variable.CONSTANT);
        List<CodeStatement.Handler> handlers = new ArrayList<>();
        do {
            handlers.add(handler(compilation));
        } while (compilation.cursor().isWord("when"));
        return handlers;
    }

    private static CodeStatement.Handler handler(Compilation compilation) {
        CodeCursor cursor = compilation.cursor();
        int start = cursor.position();
        cursor.expectWord("when");
        List<String> conditions = new ArrayList<>();
        do {
            conditions.add(condition(compilation));
        } while (cursor.acceptWord("or"));
        cursor.expectWord("then");
        List<CodeStatement> statements = StatementParser.statements(compilation);
        return new CodeStatement.Handler(conditions, statements, cursor.spanFrom(start));
    }

    private static String condition(Compilation compilation) {
        Name name = compilation.anyName();
        return name.value().equals("sqlstate") ? sqlState(compilation.cursor()) : name.value();
    }

    /** The string behind SQLSTATE. */
    static String sqlState(CodeCursor cursor) {
        Token string = cursor.peek();
        if (!cursor.isString(string)) {
            throw cursor.failExpected("an SQLSTATE in quotes");
        }
        String code = string.value();
        if (code.length() != SQLSTATE_LENGTH || !code.chars().allMatch(BlockParser::isOfSqlState)) {
            throw cursor.fail("invalid SQLSTATE code");
        }
        cursor.next();
        return code;
    }

    private static boolean isOfSqlState(int character) {
        return character >= '0' && character <= '9' || character >= 'A' && character <= 'Z';
    }

    /** A block or loop that begins with its label. */
    static CodeStatement labelled(Compilation compilation) {
        CodeCursor cursor = compilation.cursor();
        int start = cursor.position();
        Name label = label(compilation);
        Token token = cursor.peek();
        return switch (token.is(TokenKind.WORD) ? token.value() : "") {
            case "declare", "begin" -> parse(compilation, label, start);
            case "loop", "while", "for", "foreach" -> LoopParser.parse(compilation, label, start);
            default -> throw cursor.failExpected("a block or a loop");
        };
    }
}
