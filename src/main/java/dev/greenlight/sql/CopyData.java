package dev.greenlight.sql;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the rows that a script carries behind {@code COPY … FROM stdin;} or psql's {@code \copy … from stdin}. As psql
 * reads them they begin on the line after the semicolon and end with the line {@code \.} or with the script. Without
 * such a line the rest of the script is rows too. But what plainly is SQL is never taken for rows, so that a COPY
 * whose rows are somewhere else does not hide the statements behind it.
 */
final class CopyData {
    private static final Pattern META_COPY =
            Pattern.compile("\\\\copy\\s.*\\sfrom\\s+stdin\\b.*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final String END = "\\.";

    private final String text;
    private final int limit;
    private final Trivia trivia;
    private boolean inStatement;
    private boolean copies;
    private boolean fromStdin;
    private boolean due;
    private boolean endless;

    CopyData(String text, int limit, Trivia trivia) {
        this.text = text;
        this.limit = limit;
        this.trivia = trivia;
    }

    void note(Token token, @Nullable Token previous, int depth) {
        if (token.is(TokenKind.SEMICOLON) || token.is(TokenKind.COPY_DATA)) {
            due |= fromStdin;
            inStatement = false;
            fromStdin = false;
        } else if (token.is(TokenKind.META_COMMAND)) {
            due |= META_COPY.matcher(token.value()).matches();
        } else if (!inStatement) {
            inStatement = true;
            copies = token.isWord("copy");
        } else if (copies && depth == 0 && isStandardStream(token) && previous != null) {
            fromStdin |= previous.isWord("from");
        }
    }

    /** PostgreSQL reads {@code FROM stdout} as it reads {@code FROM stdin}. */
    private static boolean isStandardStream(Token token) {
        return token.isWord("stdin") || token.isWord("stdout");
    }

    /** Whether rows are to come from the next line on. */
    boolean isDue() {
        return due;
    }

    /** The end of the rows that begin here, at the start of a line; the same place if there are none. */
    int end(int start) {
        due = false;
        int code = trivia.skip(start);
        if (isStatement(code)) {
            return start;
        }
        int last = endless ? -1 : lastLine(start);
        if (last >= 0) {
            return last + END.length();
        }
        endless = true;
        return isSql(code) ? start : limit;
    }

    private int lastLine(int start) {
        int found = text.indexOf(END, start, limit);
        while (found >= 0 && !isLine(found, start)) {
            found = text.indexOf(END, found + 1, limit);
        }
        return found;
    }

    private boolean isLine(int offset, int start) {
        int end = offset + END.length();
        return (offset == start || Characters.isNewline(text.charAt(offset - 1)))
                && (end == limit || Characters.isNewline(text.charAt(end)));
    }

    /** Whether a statement begins and ends on this line: a COPY that the server rejects has no rows. */
    private boolean isStatement(int start) {
        return isSql(start) && trivia.endsStatement(start, trivia.lineEnd(start), false);
    }

    private boolean isSql(int start) {
        return start >= limit || text.startsWith("/*", start) || StatementWords.at(text, start, limit);
    }
}
