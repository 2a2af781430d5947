package dev.greenlight.migration;

import dev.greenlight.source.SourceFile;
import dev.greenlight.source.Span;
import dev.greenlight.sql.Splitter;
import dev.greenlight.sql.StatementText;
import dev.greenlight.sql.Token;
import dev.greenlight.sql.TokenKind;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How a file is sent by a tool that is not known. Most tools wrap it in a transaction; but a file with a statement that
 * PostgreSQL refuses in one (the manual's pages of the statements say so) was written by somebody whose tool does not,
 * or who has told it not to.
 */
final class GuessedTransaction {
    /** Any more is data, or begins a statement that is no such one. */
    private static final int FIRST_WORDS = 12;

    /** Without one of these words no statement is one of them, and the file need not be divided. */
    private static final Pattern SUSPECT = Pattern.compile(
            "\\b(?:CONCURRENTLY|VACUUM|SYSTEM|DATABASE|TABLESPACE|SUBSCRIPTION|REINDEX)\\b", Pattern.CASE_INSENSITIVE);

    private static final Pattern OUTSIDE = Pattern.compile("(?:CREATE (?:UNIQUE )?INDEX CONCURRENTLY"
            + "|DROP INDEX CONCURRENTLY"
            + "|REINDEX (?:[A-Z]+ )*?CONCURRENTLY"
            + "|REINDEX (?:SCHEMA|DATABASE|SYSTEM)"
            + "|ALTER TABLE .* DETACH PARTITION .*CONCURRENTLY"
            + "|VACUUM"
            + "|ALTER SYSTEM"
            + "|(?:CREATE|DROP) (?:DATABASE|TABLESPACE|SUBSCRIPTION))(?: .*)?");

    private GuessedTransaction() {}

    static TransactionMode of(SourceFile file) {
        Span all = new Span(0, file.text().length());
        boolean outside = SUSPECT.matcher(file.text()).find()
                && Splitter.statements(file.text(), all)
                        .filter(statement -> statement.kind() != StatementText.Kind.META_COMMAND)
                        .anyMatch(GuessedTransaction::isRefusedInside);
        return outside ? TransactionMode.NONE : TransactionMode.MIGRATION;
    }

    private static boolean isRefusedInside(StatementText statement) {
        return OUTSIDE.matcher(firstWords(statement.tokens())).matches();
    }

    /** Names that are quoted are no key words. */
    private static String firstWords(List<Token> tokens) {
        return tokens.stream()
                .limit(FIRST_WORDS)
                .filter(token -> token.is(TokenKind.WORD))
                .map(token -> token.value().toUpperCase(Locale.ROOT))
                .collect(Collectors.joining(" "));
    }
}
