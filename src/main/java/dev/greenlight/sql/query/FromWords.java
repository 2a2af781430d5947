package dev.greenlight.sql.query;

import dev.greenlight.sql.Name;
import dev.greenlight.sql.TokenKind;
import dev.greenlight.sql.query.Frame.Clause;

/** Reads the words of FROM and of joins (manual 7.2.1, The FROM Clause), and aliases. */
final class FromWords {
    private final Scan scan;

    FromWords(Scan scan) {
        this.scan = scan;
    }

    /** Reads the word here, and others that belong to it; false where it is none of these words. */
    boolean read(String word) {
        if (word.equals("as") && !scan.expectsOperand()) {
            as();
            return true;
        }
        Clause clause = scan.frame().clause;
        return (clause == Clause.FROM || clause == Clause.ON) && (join(word) || item(word));
    }

    private void as() {
        Frame frame = scan.frame();
        scan.take(Role.SKIPPED);
        OperatorWords aliases = new OperatorWords(scan);
        if (scan.atEnd()) {
            scan.marks().doubt();
        } else if (frame.namesRelations() && scan.is(0, TokenKind.LEFT_PAREN)) {
            aliases.columnAliases();
        } else {
            aliases.alias();
        }
    }

    private boolean join(String word) {
        switch (word) {
            case "join", "natural", "cross", "inner", "full", "outer" -> joiner();
            case "left", "right" -> {
                if (scan.is(1, TokenKind.LEFT_PAREN)) {
                    return false;
                }
                joiner();
            }
            case "on" -> {
                scan.take(Role.PLAIN);
                scan.frame().clause = Clause.ON;
                scan.expectOperand(true);
            }
            case "using" -> {
                if (!scan.is(1, TokenKind.LEFT_PAREN)) {
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
        scan.take(Role.PLAIN);
        scan.frame().clause = Clause.FROM;
        scan.expectOperand(true);
    }

    /** {@code USING (columns) AS name}; the name is of the merged columns alone (PostgreSQL 14), which no scope holds. */
    private void using() {
        Marks marks = scan.marks();
        int query = scan.frame().query;
        scan.take(Role.PLAIN);
        int close = marks.partner(scan.at());
        scan.take(Role.PLAIN);
        while (!scan.atEnd() && scan.at() < close) {
            Name name = Name.of(scan.token());
            marks.sightings.add(new Marks.Sighting(scan.at(), null, name, false, false, query));
            scan.take(Role.NAME);
            if (scan.at() < close) {
                scan.take(Role.COMMA);
            }
        }
        scan.take(Role.PLAIN);
        if (scan.isWord("as")) {
            marks.doubt();
            scan.skip(2);
        }
        scan.frame().clause = Clause.ON;
        scan.expectOperand(false);
    }

    private boolean item(String word) {
        switch (word) {
            case "lateral" -> scan.take(scan.is(1, TokenKind.LEFT_PAREN) ? Role.PLAIN : Role.SKIPPED);
            case "only" -> scan.take(Role.SKIPPED);
            case "rows" -> {
                if (!scan.isWord("rows", "from")) {
                    return false;
                }
                scan.take(Role.CALL, Role.SKIPPED);
                scan.push(Frame.Kind.CALL, Role.PLAIN);
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
        scan.skip(1);
        while (!scan.atEnd() && !scan.is(0, TokenKind.LEFT_PAREN)) {
            scan.skip(1);
        }
        constants();
        if (scan.isWord("repeatable")) {
            scan.skip(1);
            constants();
        }
        scan.expectOperand(false);
    }

    /** Passes over a parenthesis that hardly ever has names in it. */
    private void constants() {
        int start = scan.at();
        scan.skipParentheses();
        for (int i = start; i < scan.at(); i++) {
            TokenKind kind = scan.marks().token(i).kind();
            if (kind == TokenKind.WORD || kind == TokenKind.QUOTED_IDENTIFIER) {
                scan.marks().doubt();
            }
        }
    }
}
