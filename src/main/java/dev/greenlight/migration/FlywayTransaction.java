package dev.greenlight.migration;

import dev.greenlight.source.SourceFile;
import dev.greenlight.source.Span;
import dev.greenlight.sql.Splitter;
import dev.greenlight.sql.StatementText;
import dev.greenlight.sql.Token;
import dev.greenlight.sql.TokenKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Whether Flyway runs a script in a transaction: not if all of its statements are of those that it takes for unable to,
 * told by their first words (Flyway's {@code PostgreSQLParser.detectCanExecuteInTransaction}). Its list is shorter than
 * PostgreSQL's: {@code REINDEX INDEX CONCURRENTLY} is not on it, and fails.
 */
enum FlywayTransaction {
    TRANSACTION,
    NO_TRANSACTION,
    /** The script has statements of both sorts, and Flyway is not told to allow that. */
    REFUSED;

    /** Without one of these words no statement is on the list, and the script need not be divided. */
    private static final Pattern SUSPECT = Pattern.compile(
            "\\b(?:CONCURRENTLY|DATABASE|TABLESPACE|SUBSCRIPTION|SYSTEM|REINDEX|VACUUM|DISCARD)\\b",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern OUTSIDE = Pattern.compile("(?:(?:CREATE|DROP) (?:DATABASE|TABLESPACE|SUBSCRIPTION)"
            + "|ALTER SYSTEM"
            + "|(?:CREATE|DROP)(?: UNIQUE)? INDEX CONCURRENTLY"
            + "|REINDEX(?: VERBOSE)? (?:SCHEMA|DATABASE|SYSTEM)"
            + "|VACUUM"
            + "|DISCARD ALL)(?: .*)?");
    private static final int FIRST_WORDS = 10;

    static FlywayTransaction of(SourceFile file) {
        if (!SUSPECT.matcher(file.text()).find()) {
            return TRANSACTION;
        }
        Set<Boolean> found = Splitter.statements(
                        file.text(), new Span(0, file.text().length()))
                .filter(statement -> statement.kind() != StatementText.Kind.META_COMMAND)
                .map(FlywayTransaction::runsOutside)
                .collect(Collectors.toSet());
        if (!found.contains(true)) {
            return TRANSACTION;
        }
        return found.contains(false) ? REFUSED : NO_TRANSACTION;
    }

    private static boolean runsOutside(StatementText statement) {
        return OUTSIDE.matcher(String.join(" ", firstWords(statement.tokens()))).matches();
    }

    /** The unquoted words outside parentheses, as far as Flyway looks; not names with a digit or a dot in them. */
    private static List<String> firstWords(List<Token> tokens) {
        List<String> words = new ArrayList<>();
        int depth = 0;
        for (int i = 0; i < tokens.size() && words.size() < FIRST_WORDS; i++) {
            depth += depthChange(tokens.get(i));
            if (depth == 0 && isKeyword(tokens, i)) {
                words.add(tokens.get(i).value().toUpperCase(Locale.ROOT));
            }
        }
        return words;
    }

    private static int depthChange(Token token) {
        if (token.is(TokenKind.LEFT_PAREN)) {
            return 1;
        }
        return token.is(TokenKind.RIGHT_PAREN) ? -1 : 0;
    }

    private static boolean isKeyword(List<Token> tokens, int index) {
        Token token = tokens.get(index);
        boolean qualified = isDot(tokens, index - 1) || isDot(tokens, index + 1);
        return token.is(TokenKind.WORD) && !qualified && token.value().matches("[a-z_]+");
    }

    private static boolean isDot(List<Token> tokens, int index) {
        return index >= 0 && index < tokens.size() && tokens.get(index).is(TokenKind.DOT);
    }
}
