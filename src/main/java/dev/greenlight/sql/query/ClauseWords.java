package dev.greenlight.sql.query;

import dev.greenlight.sql.Name;
import dev.greenlight.sql.TokenKind;
import dev.greenlight.sql.query.Frame.Clause;
import dev.greenlight.sql.query.Frame.Kind;
import java.util.ArrayList;
import java.util.List;

/** Reads the words that give a query its structure (manual part VI, SELECT). */
final class ClauseWords {
    private final Scanner scanner;
    private final FromWords from;

    ClauseWords(Scanner scanner) {
        this.scanner = scanner;
        this.from = new FromWords(scanner);
    }

    /** Reads the word here, and others that belong to it; false where it is none of these words. */
    boolean read() {
        String word = scanner.token().value();
        Clause clause = scanner.frame().clause;
        if (clause == Clause.WITH && !scanner.expectsOperand() && searchOrCycle(word)) {
            return true;
        }
        return begins(word) || follows(word) || from.read(word) || readName();
    }

    /** Reads the name of what WITH or WINDOW defines; false where no such name stands here. */
    boolean readName() {
        Clause clause = scanner.frame().clause;
        if (!scanner.expectsOperand() || clause != Clause.WITH && clause != Clause.WINDOW) {
            return false;
        }
        return clause == Clause.WITH ? commonTableExpression() : window();
    }

    /** Words that begin a query or its next part. */
    private boolean begins(String word) {
        switch (word) {
            case "select" -> select();
            case "values" -> {
                boolean behindWith = scanner.frame().clause == Clause.WITH;
                if (!(scanner.expectsOperand() || behindWith) || !scanner.is(1, TokenKind.LEFT_PAREN)) {
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
        scanner.take(role);
        scanner.frame().clause = clause;
        scanner.expectOperand(true);
    }

    private void table() {
        Name star = new Name("*", scanner.token().span());
        int query = scanner.frame().query;
        scanner.marks().sightings.add(new Marks.Sighting(scanner.at(), null, star, true, false, query));
        enter(Clause.FROM, Role.SELECT_ALL);
    }

    private void select() {
        enter(Clause.SELECT, Role.SELECT);
        if (scanner.isWord("all")) {
            scanner.take(Role.SKIPPED);
        } else if (scanner.isWord("distinct")) {
            distinct();
        }
        if (scanner.atEnd() || scanner.is(0, TokenKind.RIGHT_PAREN) || endsSelectList()) {
            scanner.marks().mark(scanner.at() - 1, Role.SELECT_NOTHING);
        }
    }

    private void distinct() {
        boolean on = scanner.isWord("distinct", "on") && scanner.is(2, TokenKind.LEFT_PAREN);
        scanner.skip(on ? 2 : 1);
        if (on) {
            scanner.push(Kind.DISTINCT, Role.PLAIN);
        }
    }

    private boolean endsSelectList() {
        return scanner.isWord("from") || scanner.isWord("where") || followsQuery(scanner.at());
    }

    /** Whether a word stands here that goes on behind a query in parentheses. */
    boolean followsQuery(int index) {
        return List.of("union", "intersect", "except", "order", "limit", "offset", "fetch", "for").stream()
                .anyMatch(word -> scanner.marks().isWord(index, word));
    }

    private boolean sorted(String word) {
        if (!scanner.isWord(word, "by")) {
            return false;
        }
        scanner.take(Role.PLAIN);
        enter(word.equals("group") ? Clause.GROUP_BY : Clause.EXPRESSION, Role.PLAIN);
        if (word.equals("group") && (scanner.isWord("all") || scanner.isWord("distinct"))) {
            scanner.take(Role.SKIPPED);
        }
        return true;
    }

    private void combine() {
        enter(Clause.START, Role.PLAIN);
        if (scanner.isWord("all")) {
            scanner.take(Role.PLAIN);
        } else if (scanner.isWord("distinct")) {
            scanner.take(Role.SKIPPED);
        }
        scanner.frame().clause = Clause.START;
    }

    private boolean with() {
        if (scanner.isWord("with", "ordinality")) {
            scanner.skip(2);
            return true;
        }
        if (scanner.frame().clause != Clause.START) {
            return false;
        }
        enter(Clause.WITH, Role.PLAIN);
        if (scanner.isWord("recursive")) {
            scanner.take(Role.PLAIN);
        }
        return true;
    }

    /** {@code name (columns) AS MATERIALIZED (} (manual 7.8, WITH Queries). */
    private boolean commonTableExpression() {
        scanner.marks().commonTables.add(Name.of(scanner.token()).value());
        scanner.take(Role.NAME);
        if (scanner.is(0, TokenKind.LEFT_PAREN)) {
            new OperatorWords(scanner).columnAliases();
        }
        scanner.take(Role.PLAIN);
        while (scanner.isWord("not") || scanner.isWord("materialized")) {
            scanner.take(Role.SKIPPED);
        }
        if (scanner.is(0, TokenKind.LEFT_PAREN)) {
            scanner.push(Kind.QUERY, scanner.marks().newQuery(), Clause.START);
        }
        return true;
    }

    /** SEARCH and CYCLE are followed by names alone (manual 7.8.2, Recursive Queries). */
    private boolean searchOrCycle(String word) {
        if (!word.equals("search") && !word.equals("cycle")) {
            return false;
        }
        scanner.marks().doubt();
        while (!scanner.atEnd() && !scanner.isWord("select") && !scanner.is(0, TokenKind.LEFT_PAREN)) {
            scanner.take(Role.SKIPPED);
        }
        return true;
    }

    /** {@code name AS (} in the WINDOW clause. */
    private boolean window() {
        if (!scanner.marks().isWord(scanner.at() + 1, "as") || !scanner.is(2, TokenKind.LEFT_PAREN)) {
            return false;
        }
        scanner.take(Role.NAME, Role.PLAIN);
        scanner.push(Kind.NAMED_WINDOW, Role.PLAIN);
        return true;
    }

    /** What limits and locks a query's rows; where it has no names in it, JSqlParser need not see it. */
    private boolean follows(String word) {
        switch (word) {
            case "limit", "offset" -> limit();
            case "fetch" -> {
                while (!scanner.atEnd() && !scanner.is(0, TokenKind.RIGHT_PAREN) && !scanner.isWord("for")) {
                    scanner.skipBalanced();
                }
            }
            case "row", "rows" -> {
                if (scanner.expectsOperand()) {
                    return false;
                }
                scanner.take(Role.SKIPPED);
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
        boolean constant = scanner.is(1, TokenKind.INTEGER) || scanner.is(1, TokenKind.PARAMETER);
        boolean last = scanner.at() + 2 >= scanner.marks().size()
                || scanner.is(2, TokenKind.RIGHT_PAREN)
                || scanner.is(2, TokenKind.WORD);
        if (constant && last || scanner.isWord("limit", "all") || scanner.isWord("limit", "null")) {
            scanner.skip(2);
            scanner.expectOperand(false);
        } else {
            enter(Clause.EXPRESSION, Role.PLAIN);
        }
    }

    /** {@code FOR NO KEY UPDATE OF names NOWAIT} and the like (manual, SELECT: The Locking Clause). */
    private void lock() {
        List<String> names = new ArrayList<>();
        boolean of = false;
        while (!scanner.atEnd() && !scanner.is(0, TokenKind.RIGHT_PAREN) && !scanner.isWord("limit")) {
            boolean ends = scanner.isWord("nowait") || scanner.isWord("skip") || scanner.isWord("for");
            of = (of || scanner.isWord("of")) && !ends;
            if (of && !scanner.isWord("of") && !scanner.is(0, TokenKind.COMMA)) {
                names.add(Name.of(scanner.token()).value());
            }
            scanner.take(Role.SKIPPED);
        }
        scanner.marks().locks.add(new Marks.Lock(scanner.frame().query, names));
        scanner.expectOperand(false);
    }

    /** SELECT INTO names a table that it makes, or variables. */
    private void into() {
        while (!scanner.atEnd() && !scanner.is(0, TokenKind.RIGHT_PAREN) && !endsSelectList()) {
            scanner.take(Role.SKIPPED);
        }
        scanner.expectOperand(false);
    }
}
