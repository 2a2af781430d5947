package dev.greenlight.sql.query;

import dev.greenlight.sql.Name;
import dev.greenlight.sql.TokenKind;
import dev.greenlight.sql.query.Frame.Clause;
import dev.greenlight.sql.query.Frame.Kind;
import java.util.ArrayList;
import java.util.List;

/** Reads the words that give a query its structure (manual part VI, SELECT). */
final class ClauseWords {
    private final Scan scan;
    private final FromWords from;

    ClauseWords(Scan scan) {
        this.scan = scan;
        this.from = new FromWords(scan);
    }

    /** Reads the word here, and others that belong to it; false where it is none of these words. */
    boolean read() {
        String word = scan.token().value();
        Clause clause = scan.frame().clause;
        if (clause == Clause.WITH && !scan.expectsOperand() && searchOrCycle(word)) {
            return true;
        }
        return begins(word) || follows(word) || from.read(word) || readName();
    }

    /** Reads the name of what WITH or WINDOW defines; false where no such name stands here. */
    boolean readName() {
        Clause clause = scan.frame().clause;
        if (!scan.expectsOperand() || clause != Clause.WITH && clause != Clause.WINDOW) {
            return false;
        }
        return clause == Clause.WITH ? commonTableExpression() : window();
    }

    /** Words that begin a query or its next part. */
    private boolean begins(String word) {
        switch (word) {
            case "select" -> select();
            case "values" -> {
                boolean behindWith = scan.frame().clause == Clause.WITH;
                if (!(scan.expectsOperand() || behindWith) || !scan.is(1, TokenKind.LEFT_PAREN)) {
                    return false;
                }
                enter(Clause.EXPRESSION, Role.SELECT);
            }
            case "table" -> table();
            case "with" -> {
                return with();
            }
            case "from" -> enter(Clause.FROM, Role.PLAIN);
            case "where", "having" -> enter(Clause.EXPRESSION, Role.PLAIN);
            case "group", "order" -> {
                return sorted(word);
            }
            case "window" -> enter(Clause.WINDOW, Role.PLAIN);
            case "union", "intersect", "except" -> combine();
            default -> {
                return false;
            }
        }
        return true;
    }

    private void enter(Clause clause, Role role) {
        scan.take(role);
        scan.frame().clause = clause;
        scan.expectOperand(true);
    }

    private void table() {
        Name star = new Name("*", scan.token().span());
        int query = scan.frame().query;
        scan.marks().sightings.add(new Marks.Sighting(scan.at(), null, star, true, false, query));
        enter(Clause.FROM, Role.SELECT_ALL);
    }

    private void select() {
        enter(Clause.SELECT, Role.SELECT);
        if (scan.isWord("all")) {
            scan.take(Role.SKIPPED);
        } else if (scan.isWord("distinct")) {
            distinct();
        }
        if (scan.atEnd() || scan.is(0, TokenKind.RIGHT_PAREN) || endsSelectList()) {
            scan.marks().mark(scan.at() - 1, Role.SELECT_NOTHING);
        }
    }

    private void distinct() {
        boolean on = scan.isWord("distinct", "on") && scan.is(2, TokenKind.LEFT_PAREN);
        scan.skip(on ? 2 : 1);
        if (on) {
            scan.push(Kind.DISTINCT, Role.PLAIN);
        }
    }

    private boolean endsSelectList() {
        return scan.isWord("from") || scan.isWord("where") || followsQuery(scan.at());
    }

    /** Whether a word stands here that goes on behind a query in parentheses. */
    boolean followsQuery(int index) {
        return List.of("union", "intersect", "except", "order", "limit", "offset", "fetch", "for").stream()
                .anyMatch(word -> scan.marks().isWord(index, word));
    }

    private boolean sorted(String word) {
        if (!scan.isWord(word, "by")) {
            return false;
        }
        scan.take(Role.PLAIN);
        enter(word.equals("group") ? Clause.GROUP_BY : Clause.EXPRESSION, Role.PLAIN);
        if (word.equals("group") && (scan.isWord("all") || scan.isWord("distinct"))) {
            scan.take(Role.SKIPPED);
        }
        return true;
    }

    private void combine() {
        enter(Clause.START, Role.PLAIN);
        if (scan.isWord("all")) {
            scan.take(Role.PLAIN);
        } else if (scan.isWord("distinct")) {
            scan.take(Role.SKIPPED);
        }
        scan.frame().clause = Clause.START;
    }

    private boolean with() {
        if (scan.isWord("with", "ordinality")) {
            scan.skip(2);
            return true;
        }
        if (scan.frame().clause != Clause.START) {
            return false;
        }
        enter(Clause.WITH, Role.PLAIN);
        if (scan.isWord("recursive")) {
            scan.take(Role.PLAIN);
        }
        return true;
    }

    /** {@code name (columns) AS MATERIALIZED (} (manual 7.8, WITH Queries). */
    private boolean commonTableExpression() {
        scan.marks().commonTables.add(Name.of(scan.token()).value());
        scan.take(Role.NAME);
        if (scan.is(0, TokenKind.LEFT_PAREN)) {
            new OperatorWords(scan).columnAliases();
        }
        scan.take(Role.PLAIN);
        while (scan.isWord("not") || scan.isWord("materialized")) {
            scan.take(Role.SKIPPED);
        }
        if (scan.is(0, TokenKind.LEFT_PAREN)) {
            scan.push(Kind.QUERY, scan.marks().newQuery(), Clause.START);
        }
        return true;
    }

    /** SEARCH and CYCLE are followed by names alone (manual 7.8.2, Recursive Queries). */
    private boolean searchOrCycle(String word) {
        if (!word.equals("search") && !word.equals("cycle")) {
            return false;
        }
        scan.marks().doubt();
        while (!scan.atEnd() && !scan.isWord("select") && !scan.is(0, TokenKind.LEFT_PAREN)) {
            scan.take(Role.SKIPPED);
        }
        return true;
    }

    /** {@code name AS (} in the WINDOW clause. */
    private boolean window() {
        if (!scan.marks().isWord(scan.at() + 1, "as") || !scan.is(2, TokenKind.LEFT_PAREN)) {
            return false;
        }
        scan.take(Role.NAME, Role.PLAIN);
        scan.push(Kind.NAMED_WINDOW, Role.PLAIN);
        return true;
    }

    /** What limits and locks a query's rows; where it has no names in it, JSqlParser need not see it. */
    private boolean follows(String word) {
        switch (word) {
            case "limit", "offset" -> limit();
            case "fetch" -> {
                while (!scan.atEnd() && !scan.is(0, TokenKind.RIGHT_PAREN) && !scan.isWord("for")) {
                    scan.skipBalanced();
                }
            }
            case "row", "rows" -> {
                if (scan.expectsOperand()) {
                    return false;
                }
                scan.take(Role.SKIPPED);
            }
            case "for" -> lock();
            case "into" -> into();
            default -> {
                return false;
            }
        }
        return true;
    }

    private void limit() {
        boolean constant = scan.is(1, TokenKind.INTEGER) || scan.is(1, TokenKind.PARAMETER);
        boolean last =
                scan.at() + 2 >= scan.marks().size() || scan.is(2, TokenKind.RIGHT_PAREN) || scan.is(2, TokenKind.WORD);
        if (constant && last || scan.isWord("limit", "all") || scan.isWord("limit", "null")) {
            scan.skip(2);
            scan.expectOperand(false);
        } else {
            enter(Clause.EXPRESSION, Role.PLAIN);
        }
    }

    /** {@code FOR NO KEY UPDATE OF names NOWAIT} and the like (manual, SELECT: The Locking Clause). */
    private void lock() {
        List<String> names = new ArrayList<>();
        boolean of = false;
        while (!scan.atEnd() && !scan.is(0, TokenKind.RIGHT_PAREN) && !scan.isWord("limit")) {
            boolean ends = scan.isWord("nowait") || scan.isWord("skip") || scan.isWord("for");
            of = (of || scan.isWord("of")) && !ends;
            if (of && !scan.isWord("of") && !scan.is(0, TokenKind.COMMA)) {
                names.add(Name.of(scan.token()).value());
            }
            scan.take(Role.SKIPPED);
        }
        scan.marks().locks.add(new Marks.Lock(scan.frame().query, names));
        scan.expectOperand(false);
    }

    /** SELECT INTO names a table that it makes, or variables; in front of the select list it hides where that begins. */
    private void into() {
        if (scan.marks().isSelect(scan.at() - 1)) {
            scan.marks().doubt();
        }
        while (!scan.atEnd() && !scan.is(0, TokenKind.RIGHT_PAREN) && !endsSelectList()) {
            scan.take(Role.SKIPPED);
        }
        scan.expectOperand(false);
    }
}
