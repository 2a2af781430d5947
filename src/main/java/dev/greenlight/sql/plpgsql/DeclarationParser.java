package dev.greenlight.sql.plpgsql;

import dev.greenlight.postgres.SqlState;
import dev.greenlight.source.Span;
import dev.greenlight.sql.Expression;
import dev.greenlight.sql.Name;
import dev.greenlight.sql.Query;
import dev.greenlight.sql.Token;
import dev.greenlight.sql.TokenKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads what stands behind DECLARE (manual 41.3). Names mean nothing here that was declared before. */
final class DeclarationParser {
    private final Compilation compilation;
    private final CodeCursor cursor;

    private DeclarationParser(Compilation compilation) {
        this.compilation = compilation;
        this.cursor = compilation.cursor();
    }

    static List<Declaration> declarations(Compilation compilation) {
        DeclarationParser parser = new DeclarationParser(compilation);
        List<Declaration> declarations = new ArrayList<>();
        while (!parser.cursor.isWord("begin")) {
            if (!parser.cursor.acceptWord("declare")) {
                declarations.add(parser.declaration());
            }
        }
        return declarations;
    }

    private Declaration declaration() {
        Span at = cursor.peek().span();
        if (BlockParser.label(compilation) != null) {
            throw CodeFailure.at(at, "block label must be placed before DECLARE, not after");
        }
        int start = cursor.position();
        Name name = name();
        if (compilation.acceptWord("alias")) {
            return alias(name, start);
        }
        return isCursor() ? boundCursor(name, start) : variable(name, start);
    }

    /** The rule {@code decl_varname}. */
    private Name name() {
        if (!compilation.isName() || !compilation.reference().isWord()) {
            throw cursor.failExpected("a name");
        }
        Name name = Name.of(cursor.peek());
        if (compilation.scope().isDeclaredHere(name.value())) {
            throw cursor.fail("duplicate declaration");
        }
        cursor.next();
        return name;
    }

    private Declaration alias(Name name, int start) {
        cursor.expectWord("for");
        if (!compilation.isName()) {
            throw cursor.failExpected("a variable");
        }
        Reference of = compilation.next(compilation.reference());
        if (of.variable() == null || of.field()) {
            throw CodeFailure.at(of.span(), "variable \"" + of.text() + "\" does not exist", SqlState.UNDEFINED_OBJECT);
        }
        compilation.scope().declare(name.value(), of.variable());
        Declaration alias = new Declaration.Alias(name, new Name(of.text(), of.span()), cursor.spanFrom(start));
        end();
        return alias;
    }

    private boolean isCursor() {
        return compilation.isWord("no") || compilation.isWord("scroll") || compilation.isWord("cursor");
    }

    private Declaration boundCursor(Name name, int start) {
        if (compilation.acceptWord("no")) {
            expect("scroll");
        } else {
            compilation.acceptWord("scroll");
        }
        expect("cursor");
        List<Name> parameters = cursorParameters(name);
        if (!compilation.acceptWord("is")) {
            cursor.expectWord("for");
        }
        Query query = new Query(SqlReader.statementTokens(compilation));
        compilation.scope().declare(name.value(), Variable.boundCursor(parameters));
        Declaration declared = new Declaration.BoundCursor(name, parameters, query, cursor.spanFrom(start));
        end();
        return declared;
    }

    private void expect(String word) {
        if (!compilation.acceptWord(word)) {
            throw cursor.failExpected(word.toUpperCase(Locale.ROOT));
        }
    }

    private List<Name> cursorParameters(Name name) {
        List<Name> parameters = new ArrayList<>();
        compilation.scope().open(name.value(), Scope.Kind.CURSOR);
        if (cursor.accept(TokenKind.LEFT_PAREN)) {
            do {
                Name parameter = name();
                VariableType type = VariableType.read(compilation);
                compilation.scope().declare(parameter.value(), type.variable(false));
                parameters.add(parameter);
            } while (cursor.accept(TokenKind.COMMA));
            cursor.expect(TokenKind.RIGHT_PAREN, "\")\"");
        }
        compilation.scope().close();
        return parameters;
    }

    private Declaration variable(Name name, int start) {
        boolean constant = compilation.acceptWord("constant");
        VariableType type = VariableType.read(compilation);
        if (compilation.acceptWord("collate")) {
            collation();
        }
        Token not = cursor.peek();
        boolean notNull = cursor.acceptWord("not");
        if (notNull) {
            cursor.expectWord("null");
        }
        Expression value = value();
        if (notNull && value == null) {
            String message =
                    "variable \"" + name.value() + "\" must have a default value, since it's declared NOT NULL";
            throw CodeFailure.at(not.span(), message, SqlState.NULL_VALUE_NOT_ALLOWED);
        }
        compilation.scope().declare(name.value(), type.variable(constant));
        Span span = cursor.spanFrom(start);
        end();
        return new Declaration.Variable(name, constant, type.name(), type.rowType(), notNull, value, span);
    }

    private void collation() {
        if (!compilation.isName()) {
            throw cursor.failExpected("a collation");
        }
        compilation.next(compilation.reference());
    }

    private @Nullable Expression value() {
        if (cursor.is(TokenKind.SEMICOLON)) {
            return null;
        }
        if (!compilation.acceptWord("default")) {
            cursor.expectAssignment();
        }
        return SqlReader.expression(compilation, ";");
    }

    private void end() {
        cursor.needSemicolon();
        cursor.next();
    }
}
