package dev.greenlight.sql.feature;

import dev.greenlight.postgres.SqlState;
import dev.greenlight.sql.Token;
import dev.greenlight.sql.TokenKind;
import java.util.List;
import java.util.Set;

/** Forms of queries, of statements that change rows, and of expressions, wherever they stand in a statement. */
final class QueryFeatures {
    private static final Form[] FORMS = {
        Form.of(13, "row with ties", "WITH TIES"),
        Form.of(13, "rows with ties", "WITH TIES"),
        Form.of(13, "is normalized"),
        Form.of(13, "is not normalized"),
        Form.of(14, "group by all"),
        Form.of(14, "group by distinct"),
        Form.of(14, "search depth first by", "SEARCH DEPTH FIRST"),
        Form.of(14, "search breadth first by", "SEARCH BREADTH FIRST"),
        Form.of(15, "merge into", "MERGE"),
        Form.of(16, "is json"),
        Form.of(16, "is not json"),
        Form.of(17, "not matched by source"),
        Form.of(17, "not matched by target"),
        Form.of(18, "returning with (", "RETURNING WITH"),
    };
    private static final Set<String> NORMAL_FORMS = Set.of("nfc", "nfd", "nfkc", "nfkd");

    private QueryFeatures() {}

    static void find(Search search) {
        Row row = search.row();
        search.look(row, FORMS);
        for (int i = 0; i < row.size(); i++) {
            Token token = row.at(i);
            switch (token.kind()) {
                case WORD -> word(row, i, search);
                case INTEGER, NUMERIC -> number(token, search);
                default -> {}
            }
        }
        new Clauses(row, search).find();
    }

    /** Before PostgreSQL 15 the letters behind the digits were a word of their own, and mostly an error. */
    private static void number(Token token, Search search) {
        String text = token.value();
        if (text.indexOf('_') >= 0) {
            search.add(16, "a number with underscores", token.span());
        } else if (text.length() > 2
                && text.charAt(0) == '0'
                && Character.isLetter(text.charAt(1))
                && !isExponent(text)) {
            search.add(16, "a number that is not decimal", token.span());
        }
    }

    private static boolean isExponent(String text) {
        return text.charAt(1) == 'e' || text.charAt(1) == 'E';
    }

    private static void word(Row row, int i, Search search) {
        switch (row.at(i).value()) {
            case "normalized" -> normalForm(row, i, search);
            case "at" -> local(row, i, search);
            case "using" -> joinAlias(row, i, search);
            case "cycle" -> cycle(row, i, search);
            case "merge" -> merge(row, i, search);
            default -> SpecialCalls.find(row, i, search);
        }
    }

    private static void normalForm(Row row, int i, Search search) {
        boolean is = row.isWordAt(i - 2, "is") || row.isWordAt(i - 2, "not") && row.isWordAt(i - 3, "is");
        if (row.isAnyWordAt(i - 1, NORMAL_FORMS) && is) {
            search.add(13, "IS NORMALIZED", row.span(i - 1, i));
        }
    }

    private static void local(Row row, int i, Search search) {
        if (row.isWordAt(i + 1, "local") && Labels.endsOperand(row, i - 1)) {
            search.add(17, "AT LOCAL", row.span(i, i + 1));
        }
    }

    /** {@code JOIN … USING (columns) AS name}; what DELETE and MERGE have in such parentheses is no list of names. */
    private static void joinAlias(Row row, int i, Search search) {
        if (!row.isAt(i + 1, TokenKind.LEFT_PAREN)) {
            return;
        }
        int close = row.closing(i + 1);
        boolean names = row.inParentheses(i + 1).tokens().stream()
                .allMatch(token ->
                        token.is(TokenKind.COMMA) || token.is(TokenKind.QUOTED_IDENTIFIER) || token.is(TokenKind.WORD));
        boolean columns = names && (close == i + 3 || row.isAt(i + 3, TokenKind.COMMA));
        if (columns && row.isWordAt(close + 1, "as")) {
            search.add(14, "JOIN USING with an alias", row.span(close + 1, close + 2));
        }
    }

    /** {@code CYCLE a, b SET …}; a sequence's CYCLE has no columns. */
    private static void cycle(Row row, int i, Search search) {
        if (row.isAt(i - 1, TokenKind.COMMA)) {
            return;
        }
        int last = i + 1;
        while (row.isAt(last + 1, TokenKind.COMMA)) {
            last += 2;
        }
        if (row.isWordAt(last + 1, "set")) {
            search.add(14, "CYCLE", row.span(i, last + 1));
        }
    }

    /** From MERGE to the end of the query that it is: RETURNING, and whether it stands in a WITH clause. */
    private static void merge(Row row, int i, Search search) {
        if (!row.isWordAt(i + 1, "into")) {
            return;
        }
        Row behind = row.from(i);
        int end = 0;
        while (end < behind.size()
                && !behind.isAt(end, TokenKind.RIGHT_PAREN)
                && !behind.isAt(end, TokenKind.SEMICOLON)) {
            if (behind.isWordAt(end, "returning")) {
                search.add(17, "MERGE RETURNING", behind.at(end).span());
            }
            end = behind.isAt(end, TokenKind.LEFT_PAREN) ? behind.closing(end) + 1 : end + 1;
        }
        if (row.isAt(i - 1, TokenKind.LEFT_PAREN) && behind.isAt(end, TokenKind.RIGHT_PAREN) && isWith(row, i - 2)) {
            search.addParsed(17, "MERGE in a WITH clause", behind.span(0, 1), SqlState.FEATURE_NOT_SUPPORTED);
        }
    }

    private static boolean isWith(Row row, int before) {
        return List.of("as", "materialized").contains(row.at(before).value());
    }
}
