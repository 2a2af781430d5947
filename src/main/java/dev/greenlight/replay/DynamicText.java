package dev.greenlight.replay;

import dev.greenlight.sql.Token;
import dev.greenlight.sql.TokenKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The SQL that a statement puts together from strings, as far as it is constant: operands of {@code ||} joined, and
 * {@link Definition#HOLE} for each part that is not a string (manual 41.5.4).
 */
final class DynamicText {
    private static final Pattern FORMAT_SPECIFIER = Pattern.compile("%(?:\\d+\\$)?-?\\d*[sIL]");
    private static final Set<String> SQL_VERBS = Set.of(
            "alter",
            "analyze",
            "call",
            "comment",
            "copy",
            "create",
            "delete",
            "drop",
            "grant",
            "import",
            "insert",
            "lock",
            "merge",
            "notify",
            "refresh",
            "reindex",
            "revoke",
            "select",
            "set",
            "truncate",
            "update",
            "vacuum",
            "with",
            "explain");

    private final List<String> texts = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    /** Whether what is not a string stands between the last string or operator and here. */
    private boolean hole;

    private boolean joined;

    /** How many parentheses are open, and in which of them commas join as operators do: those of {@code concat}. */
    private int depth;

    private int joining;

    private DynamicText() {}

    /** The texts in a statement that begin like SQL, and the plain strings that fill their holes. */
    static List<String> of(List<Token> statement) {
        DynamicText dynamic = new DynamicText();
        statement.forEach(dynamic::add);
        dynamic.end();
        List<String> sql = dynamic.texts.stream().filter(DynamicText::isSql).toList();
        return sql.isEmpty() ? List.of() : dynamic.withFillings(sql);
    }

    /** A string that is not SQL by itself may be a name that is filled in: it is read as part of each text. */
    private List<String> withFillings(List<String> sql) {
        List<String> fillings = texts.stream().filter(other -> !isSql(other)).toList();
        return sql.stream().map(one -> one + " " + String.join(" ", fillings)).toList();
    }

    private void add(Token token) {
        if (isString(token)) {
            addString(token.value());
        } else if (joins(token)) {
            if (hole) {
                text.append(Definition.HOLE);
                hole = false;
            }
            joined = true;
        } else if (token.is(TokenKind.COMMA)) {
            end();
        } else {
            nest(token);
            hole = true;
        }
    }

    private boolean joins(Token token) {
        return token.is(TokenKind.OPERATOR) && token.value().equals("||")
                || token.is(TokenKind.COMMA) && joining > 0 && joining == depth;
    }

    private void nest(Token token) {
        if (token.isWord("concat")) {
            joining = depth + 1;
        } else if (token.is(TokenKind.LEFT_PAREN)) {
            depth++;
        } else if (token.is(TokenKind.RIGHT_PAREN)) {
            depth--;
        }
        if (depth < joining && token.is(TokenKind.RIGHT_PAREN)) {
            end();
            joining = 0;
        }
    }

    private void addString(String value) {
        if (!joined) {
            end();
        }
        text.append(FORMAT_SPECIFIER.matcher(value).replaceAll(match -> Definition.HOLE));
        hole = false;
        joined = false;
    }

    private void end() {
        if (joined && hole) {
            text.append(Definition.HOLE);
        }
        if (!text.isEmpty()) {
            texts.add(text.toString());
        }
        text.setLength(0);
        hole = false;
        joined = false;
    }

    private static boolean isString(Token token) {
        return token.is(TokenKind.STRING) || token.is(TokenKind.DOLLAR_STRING);
    }

    /** Also where its first word is filled in. */
    private static boolean isSql(String text) {
        List<Token> tokens = DoubtReader.significant(text);
        return tokens.size() > 1
                && tokens.getFirst().is(TokenKind.WORD)
                && (SQL_VERBS.contains(tokens.getFirst().value())
                        || tokens.getFirst().value().equals(Definition.HOLE));
    }
}
