package dev.greenlight.sql.plpgsql;

import dev.greenlight.postgres.SqlState;
import dev.greenlight.sql.Name;
import dev.greenlight.sql.RoutineStatement.Parameter;
import dev.greenlight.sql.Token;
import dev.greenlight.sql.TokenKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The reading of one body: where it has come to, which names are known there, and what it is the body of. */
record Compilation(CodeCursor cursor, Scope scope, Signature signature) {
    private static final int MAX_WORDS = 3;

    /** Variables of trigger functions (manual 41.10), besides NEW and OLD. */
    private static final List<String> OF_TRIGGERS = List.of(
            "tg_name",
            "tg_when",
            "tg_level",
            "tg_op",
            "tg_relid",
            "tg_relname",
            "tg_table_name",
            "tg_table_schema",
            "tg_nargs",
            "tg_argv");

    /** Opens the scope of what is there before the body begins (pl_comp.c, do_compile). */
    void begin() {
        scope.open(signature.name(), Scope.Kind.BLOCK);
        int number = 1;
        for (Parameter parameter : signature.parameters()) {
            Variable variable = Variable.of(parameter.type(), false, false);
            scope.declare("$" + number++, variable);
            Optional.ofNullable(parameter.name()).ifPresent(name -> scope.declare(name.value(), variable));
        }
        switch (signature.kind()) {
            case TRIGGER_FUNCTION -> {
                scope.declare("new", Variable.RECORD);
                scope.declare("old", Variable.RECORD);
                OF_TRIGGERS.forEach(name -> scope.declare(name, Variable.SCALAR));
            }
            case EVENT_TRIGGER_FUNCTION -> {
                scope.declare("tg_event", Variable.SCALAR);
                scope.declare("tg_tag", Variable.SCALAR);
            }
            case FUNCTION, PROCEDURE, BLOCK, UNKNOWN -> {}
        }
        scope.declare("found", Variable.SCALAR);
    }

    /** Whether a name stands here, be it of a variable or not. */
    boolean isName() {
        return cursor.is(TokenKind.PARAMETER) || cursor.isIdentifier(cursor.peek());
    }

    /** The name that begins here. */
    Reference reference() {
        List<Token> tokens = new ArrayList<>(List.of(cursor.peek()));
        while (tokens.size() < 2 * MAX_WORDS - 1
                && cursor.peek(tokens.size()).is(TokenKind.DOT)
                && cursor.isIdentifier(cursor.peek(tokens.size() + 1))) {
            tokens.add(cursor.peek(tokens.size()));
            tokens.add(cursor.peek(tokens.size()));
        }
        List<String> words = tokens.stream()
                .filter(token -> !token.is(TokenKind.DOT))
                .map(token -> Name.of(token).value())
                .toList();
        return scope.find(words)
                .map(found -> new Reference(tokens, found.variable(), found.words() < words.size()))
                .orElseGet(() -> new Reference(tokens, signature.isKnown() ? null : Variable.UNKNOWN, false));
    }

    /** Moves behind the name that begins here. */
    Reference next(Reference reference) {
        reference.tokens().forEach(token -> cursor.next());
        return reference;
    }

    /** Whether this unquoted word stands here alone, even if a variable is called so (pl_gram.y, tok_is_keyword). */
    boolean isWord(String lowerCase) {
        return cursor.isWord(lowerCase) && !(cursor.peek(1).is(TokenKind.DOT) && cursor.isIdentifier(cursor.peek(2)));
    }

    boolean acceptWord(String lowerCase) {
        boolean here = isWord(lowerCase);
        if (here) {
            cursor.next();
        }
        return here;
    }

    /** As {@link #isWord}, for a word that a variable of its name hides. */
    boolean isKeyword(String lowerCase) {
        return isWord(lowerCase) && scope.find(List.of(lowerCase)).isEmpty();
    }

    boolean acceptKeyword(String lowerCase) {
        return isKeyword(lowerCase) && acceptWord(lowerCase);
    }

    void expectKeyword(String lowerCase) {
        if (!acceptKeyword(lowerCase)) {
            throw cursor.failExpected(lowerCase.toUpperCase(Locale.ROOT));
        }
    }

    /** The variable that is named here and that something is put into. */
    Reference variable() {
        if (!isName()) {
            throw cursor.failExpected("a variable");
        }
        Reference reference = reference();
        if (reference.variable() == null) {
            throw notKnown(reference);
        }
        return reference;
    }

    /** The failure for a name that is none of a variable; key words are mere mistakes of syntax. */
    CodeFailure notKnown(Reference reference) {
        Token first = reference.tokens().getFirst();
        boolean keyword = reference.isWord() && first.is(TokenKind.WORD) && CodeWords.isUnreserved(first.value());
        return keyword
                ? cursor.failExpected("a variable")
                : CodeFailure.at(reference.span(), "\"" + reference.text() + "\" is not a known variable");
    }

    void checkAssignable(Reference reference) {
        Variable variable = reference.variable();
        if (variable != null && variable.constant()) {
            throw CodeFailure.at(
                    reference.span(),
                    "variable \"" + reference.text() + "\" is declared CONSTANT",
                    SqlState.ERROR_IN_ASSIGNMENT);
        }
    }

    /** A name that is no variable's, such as a label (pl_gram.y, any_identifier). */
    Name anyName() {
        if (!isName() || !reference().isWord()) {
            throw cursor.failExpected("a name");
        }
        return Name.of(cursor.next());
    }
}
