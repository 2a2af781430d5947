package dev.greenlight.sql.plpgsql;

import dev.greenlight.postgres.SqlState;
import dev.greenlight.source.Span;
import dev.greenlight.sql.EmbeddedSql;
import dev.greenlight.sql.LargeStack;
import dev.greenlight.sql.Token;
import dev.greenlight.sql.TokenKind;
import dev.greenlight.sql.Unread;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the code between a body's quotes as PL/pgSQL 18 does (pl_gram.y, pl_scanner.c, pl_comp.c; manual 41), with the
 * checks that the server makes when a function is created or a DO begins, as far as the text alone decides them. All
 * places are offsets in the text. Nothing is looked up in a catalog: what only that decides is taken for right.
 */
public final class PlpgsqlParser {
    private PlpgsqlParser() {}

    /** The code of a body of which nobody knows what it is the body of. Never throws, whatever the text. */
    public static Code parse(String text, Span within) {
        return parse(text, within, Signature.unknown());
    }

    /** The code of a body. Never throws, whatever the text. */
    public static Code parse(String text, Span within, Signature signature) {
        try {
            return read(text, within, signature);
        } catch (StackOverflowError small) {
            return LargeStack.call(() -> read(text, within, signature));
        }
    }

    private static Code read(String text, Span within, Signature signature) {
        Compilation compilation = new Compilation(new CodeCursor(text, within), new Scope(), signature);
        try {
            return new Code.Readable(function(compilation));
        } catch (CodeFailure failure) {
            return unreadable(text, within, failure);
        }
    }

    /** The rule {@code pl_function}. */
    private static CodeStatement.Block function(Compilation compilation) {
        CodeCursor cursor = compilation.cursor();
        compilation.begin();
        while (cursor.isOperator("#")) {
            option(compilation);
        }
        CodeStatement.Block block = BlockParser.parse(compilation);
        cursor.accept(TokenKind.SEMICOLON);
        if (!cursor.atEnd()) {
            throw cursor.failExpected("the end of the code");
        }
        return block;
    }

    /** {@code #option …}: how names are resolved, and what messages tell (manual 41.11.1 and 41.5.3). */
    private static void option(Compilation compilation) {
        compilation.cursor().next();
        if (compilation.acceptKeyword("option")) {
            compilation.expectKeyword("dump");
        } else if (compilation.acceptKeyword("print_strict_params")) {
            onOrOff(compilation);
        } else {
            compilation.expectKeyword("variable_conflict");
            boolean known = compilation.acceptKeyword("error")
                    || compilation.acceptKeyword("use_variable")
                    || compilation.acceptKeyword("use_column");
            if (!known) {
                throw compilation.cursor().failExpected("ERROR, USE_VARIABLE or USE_COLUMN");
            }
        }
    }

    private static void onOrOff(Compilation compilation) {
        Token value = compilation.cursor().peek();
        String name = compilation.anyName().value();
        if (!name.equals("on") && !name.equals("off")) {
            throw CodeFailure.at(
                    value.span(), "unrecognized print_strict_params option " + name, SqlState.INTERNAL_ERROR);
        }
    }

    /** Where a placeholder stands before the mistake in its statement, what it stands for may be what is missed. */
    private static Code unreadable(String text, Span within, CodeFailure failure) {
        Unread problem = failure.problem();
        if (problem instanceof Unread.Unparsed unparsed) {
            Optional<Token> placeholder =
                    placeholderBefore(text, within, unparsed.at().start());
            if (placeholder.isPresent()) {
                Token token = placeholder.get();
                problem = new Unread.Template(unparsed.span(), token.span(), token.value());
            }
        }
        return new Code.Unreadable(problem, failure.state());
    }

    private static Optional<Token> placeholderBefore(String text, Span within, int offset) {
        List<Token> statement = new ArrayList<>();
        for (Token token : EmbeddedSql.tokens(text, within)) {
            if (token.start() > offset) {
                break;
            }
            if (token.is(TokenKind.SEMICOLON) && token.start() < offset) {
                statement.clear();
            }
            statement.add(token);
        }
        return statement.stream()
                .filter(token -> token.is(TokenKind.PLACEHOLDER))
                .reduce((first, last) -> last);
    }
}
