package dev.greenlight.sql.plpgsql;

import dev.greenlight.source.Span;
import dev.greenlight.sql.Expression;
import dev.greenlight.sql.Name;
import dev.greenlight.sql.Token;
import dev.greenlight.sql.TokenKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads loops and what leaves them (manual 41.6.5 to 41.6.7). */
final class LoopParser {
    private LoopParser() {}

    /** A loop behind its label, which began at {@code start}. */
    static CodeStatement parse(Compilation compilation, @Nullable Name label, int start) {
        CodeCursor cursor = compilation.cursor();
        compilation.scope().open(label == null ? null : label.value(), Scope.Kind.LOOP);
        CodeStatement loop = switch (cursor.next().value()) {
            case "while" -> whileLoop(compilation, label, start);
            case "for" -> forLoop(compilation, label, start);
            case "foreach" -> foreachLoop(compilation, label, start);
            default -> body(compilation, label, new CodeStatement.Control.Endless(), start);
        };
        compilation.scope().close();
        return loop;
    }

    private static CodeStatement whileLoop(Compilation compilation, @Nullable Name label, int start) {
        Expression condition = SqlReader.expression(compilation, "loop");
        compilation.cursor().next();
        return body(compilation, label, new CodeStatement.Control.While(condition), start);
    }

    private static CodeStatement forLoop(Compilation compilation, @Nullable Name label, int start) {
        CodeStatement.Control control = ForParser.control(compilation);
        compilation.cursor().expectWord("loop");
        return body(compilation, label, control, start);
    }

    /** Whether there is such a variable is asked last. */
    private static CodeStatement foreachLoop(Compilation compilation, @Nullable Name label, int start) {
        CodeCursor cursor = compilation.cursor();
        LoopVariable variable = LoopVariable.read(compilation);
        int slice = slice(compilation);
        cursor.expectWord("in");
        compilation.expectKeyword("array");
        Expression array = SqlReader.expression(compilation, "loop");
        cursor.next();
        var control = new CodeStatement.Control.Elements(variable.targets(), slice, array);
        CodeStatement loop = body(compilation, label, control, start);
        variable.check(compilation, "loop variable of FOREACH must be a known variable or list of variables");
        return loop;
    }

    private static int slice(Compilation compilation) {
        if (!compilation.acceptKeyword("slice")) {
            return 0;
        }
        Token number = compilation.cursor().peek();
        compilation.cursor().expect(TokenKind.INTEGER, "an integer");
        try {
            return Integer.parseInt(number.value());
        } catch (NumberFormatException large) {
            throw CodeFailure.at(number.span(), "syntax error at or near \"" + number.value() + "\"");
        }
    }

    /** From behind LOOP to the label behind END LOOP. */
    private static CodeStatement body(
            Compilation compilation, @Nullable Name label, CodeStatement.Control control, int start) {
        CodeCursor cursor = compilation.cursor();
        List<CodeStatement> statements = StatementParser.statements(compilation);
        cursor.expectWord("end");
        cursor.expectWord("loop");
        Name endLabel = BlockParser.endLabel(compilation);
        cursor.needSemicolon();
        BlockParser.checkEndLabel(label, endLabel);
        return new CodeStatement.Loop(label, control, statements, cursor.spanFrom(start));
    }

    /** EXIT and CONTINUE. */
    static CodeStatement leave(Compilation compilation) {
        CodeCursor cursor = compilation.cursor();
        int start = cursor.position();
        boolean goesOn = cursor.next().isWord("continue");
        Name label = compilation.isName() ? compilation.anyName() : null;
        Expression condition = null;
        if (!cursor.is(TokenKind.SEMICOLON)) {
            cursor.expectWord("when");
            condition = SqlReader.expression(compilation, ";");
        }
        Span span = cursor.spanFrom(start);
        if (label == null) {
            checkLoop(compilation, goesOn, cursor.tokensFrom(start).getFirst().span());
        } else {
            checkLabel(compilation, goesOn, label);
        }
        return new CodeStatement.Leave(goesOn, label, condition, span);
    }

    private static void checkLoop(Compilation compilation, boolean goesOn, Span at) {
        if (!compilation.scope().isInLoop()) {
            String message = goesOn
                    ? "CONTINUE cannot be used outside a loop"
                    : "EXIT cannot be used outside a loop, unless it has a label";
            throw CodeFailure.at(at, message);
        }
    }

    /** The routine's own name is a label, too. */
    private static void checkLabel(Compilation compilation, boolean goesOn, Name label) {
        Scope.Kind kind = compilation.scope().labelled(label.value()).orElse(null);
        String quoted = "label \"" + label.value() + "\"";
        if (kind == null && compilation.signature().isKnown()) {
            throw CodeFailure.at(
                    label.span(), "there is no " + quoted + " attached to any block or loop enclosing this statement");
        }
        if (goesOn && kind != Scope.Kind.LOOP) {
            throw CodeFailure.at(label.span(), "block " + quoted + " cannot be used in CONTINUE");
        }
    }
}
