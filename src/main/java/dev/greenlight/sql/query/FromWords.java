package dev.greenlight.sql.query;

import dev.greenlight.sql.Name;
import dev.greenlight.sql.TokenKind;
import dev.greenlight.sql.query.Frame.Clause;

/** Reads the words of FROM and of joins (manual 7.2.1, The FROM Clause), and aliases. */
final class FromWords {
    private final Scanner scanner;

    FromWords(Scanner scanner) {
        this.scanner = scanner;
    }

    /** Reads the word here, and others that belong to it; false where it is none of these words. */
    boolean read(String word) {
        if (word.equals("as") && !scanner.expectsOperand()) {
            as();
            return true;
        }
        Clause clause = scanner.frame().clause;
        return (clause == Clause.FROM || clause == Clause.ON) && (join(word) || item(word));
    }

    private void as() {
        Frame frame = scanner.frame();
        scanner.take(Role.SKIPPED);
        OperatorWords aliases = new OperatorWords(scanner);
        if (scanner.atEnd()) {
            scanner.marks().doubt();
        } else if (frame.namesRelations() && scanner.is(0, TokenKind.LEFT_PAREN)) {
            aliases.columnAliases();
        } else {
            aliases.alias();
        }
    }

    private boolean join(String word) {
        switch (word) {
            case "join", "natural", "cross", "inner", "full", "outer" -> joiner();
            case "left", "right" -> {
                if (scanner.is(1, TokenKind.LEFT_PAREN)) {
                    return false;
                }
                joiner();
            }
            case "on" -> {
                scanner.take(Role.PLAIN);
                scanner.frame().clause = Clause.ON;
                scanner.expectOperand(true);
            }
            case "using" -> {
                if (!scanner.is(1, TokenKind.LEFT_PAREN)) {
                    return false;
                }
                using();
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private void joiner() {
        scanner.take(Role.PLAIN);
        scanner.frame().clause = Clause.FROM;
        scanner.expectOperand(true);
    }

    /** {@code USING (columns) AS name}. */
    private void using() {
        Marks marks = scanner.marks();
        int query = scanner.frame().query;
        scanner.take(Role.PLAIN);
        int close = marks.partner(scanner.at());
        scanner.take(Role.PLAIN);
        while (!scanner.atEnd() && scanner.at() < close) {
            Name name = Name.of(scanner.token());
            marks.sightings.add(new Marks.Sighting(scanner.at(), null, name, false, false, query));
            scanner.take(Role.NAME);
            if (scanner.at() < close) {
                scanner.take(Role.COMMA);
            }
        }
        scanner.take(Role.PLAIN);
        if (scanner.isWord("as")) {
            scanner.skip(2);
        }
        scanner.frame().clause = Clause.ON;
        scanner.expectOperand(false);
    }

    private boolean item(String word) {
        switch (word) {
            case "lateral" -> scanner.take(scanner.is(1, TokenKind.LEFT_PAREN) ? Role.PLAIN : Role.SKIPPED);
            case "only" -> scanner.take(Role.SKIPPED);
            case "rows" -> {
                if (!scanner.isWord("rows", "from")) {
                    return false;
                }
                scanner.take(Role.CALL, Role.SKIPPED);
                scanner.push(Frame.Kind.CALL, Role.PLAIN);
            }
            case "tablesample" -> sample();
            default -> {
                return false;
            }
        }
        return true;
    }

    /** {@code TABLESAMPLE method (percent) REPEATABLE (seed)}. */
    private void sample() {
        scanner.skip(1);
        while (!scanner.atEnd() && !scanner.is(0, TokenKind.LEFT_PAREN)) {
            scanner.skip(1);
        }
        constants();
        if (scanner.isWord("repeatable")) {
            scanner.skip(1);
            constants();
        }
        scanner.expectOperand(false);
    }

    /** Passes over a parenthesis that hardly ever has names in it. */
    private void constants() {
        int start = scanner.at();
        scanner.skipParentheses();
        for (int i = start; i < scanner.at(); i++) {
            TokenKind kind = scanner.marks().token(i).kind();
            if (kind == TokenKind.WORD || kind == TokenKind.QUOTED_IDENTIFIER) {
                scanner.marks().doubt();
            }
        }
    }
}
