package dev.greenlight.sql.hint;

import dev.greenlight.sql.Token;
import dev.greenlight.sql.TokenKind;
import java.util.Optional;
import java.util.Set;

/** What is no SQL of any database: the marks of a merge conflict, and of templates that Greenlight does not fill in. */
final class StrayText {
    private static final Set<String> CONFLICT = Set.of("<<<<<<<", "=======", ">>>>>>>", "|||||||");

    /** Longer ones are no placeholders: the search for their end is bounded. */
    private static final int LONGEST = 256;

    private StrayText() {}

    static Optional<String> hint(Mistake mistake) {
        return conflict(mistake).or(() -> template(mistake));
    }

    /** Lines that begin with seven such characters (git merge, How Conflicts Are Presented). */
    private static Optional<String> conflict(Mistake mistake) {
        return mistake.tokens().stream()
                .filter(token -> token.is(TokenKind.OPERATOR) && CONFLICT.contains(token.value()))
                .filter(mistake::beginsLine)
                .findFirst()
                .map(token -> "a merge conflict is left in line " + mistake.line(token) + ": resolve it");
    }

    private static Optional<String> template(Mistake mistake) {
        int index = mistake.index();
        for (int i = Math.max(0, index - 2); i <= index; i++) {
            Token token = mistake.token(i);
            if (token != null && isTemplate(mistake.source(), token.start())) {
                return Optional.of("this looks like a placeholder that a tool fills in: Greenlight does not know it");
            }
        }
        return Optional.empty();
    }

    private static boolean isTemplate(String source, int start) {
        return isEnclosed(source, start, "{%", "%}")
                || isEnclosed(source, start, "<%", "%>")
                || isEnclosed(source, start, "#{", "}")
                || isEnclosed(source, start, "$(", ")")
                || isEnclosed(source, start, "{", "}");
    }

    private static boolean isEnclosed(String source, int start, String open, String close) {
        if (!source.startsWith(open, start)) {
            return false;
        }
        int within = Math.min(source.length(), start + LONGEST);
        int end = source.indexOf(close, start + open.length(), within);
        int line = source.indexOf('\n', start, within);
        return end > start + open.length() && (line < 0 || end < line);
    }
}
