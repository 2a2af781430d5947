package dev.greenlight.sql.hint;

import dev.greenlight.source.SourceFile;
import dev.greenlight.sql.StatementText;
import dev.greenlight.sql.Token;
import dev.greenlight.sql.Unread;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Says in one line what is wrong with a statement that does not parse: first what PostgreSQL would say, then the cause
 * if it is one of the frequent ones, else what was expected.
 */
public final class Diagnosis {
    /** The first that knows the cause is right: what no SQL has comes before what other databases have. */
    private static final List<Function<Mistake, Optional<String>>> CAUSES =
            List.of(StrayText::hint, LookAlikes::hint, Diagnosis::dialect);

    /** Those of what is wrong between whole tokens. */
    private static final List<Function<Mistake, Optional<String>>> GRAMMAR =
            List.of(Diagnosis::unclosed, Phrases::hint, Repairs::hint);

    private Diagnosis() {}

    /** @param file the one that the statement was read from */
    public static String of(StatementText text, Unread.Unparsed unparsed, SourceFile file) {
        Mistake mistake = new Mistake(text, unparsed, file);
        Optional<String> cause = first(CAUSES, mistake);
        if (unparsed.expected() == null) {
            return unparsed.message() + cause.map(words -> "; " + words).orElse("");
        }
        return headline(unparsed, file) + ": "
                + cause.or(() -> first(GRAMMAR, mistake)).orElse("expected " + unparsed.expected());
    }

    private static Optional<String> first(List<Function<Mistake, Optional<String>>> causes, Mistake mistake) {
        return causes.stream().flatMap(cause -> cause.apply(mistake).stream()).findFirst();
    }

    private static Optional<String> dialect(Mistake mistake) {
        return Dialect.markIn(mistake.text(), mistake.source()).map(Dialect.Mark::hint);
    }

    /** Where a quote is left out or one too many, what was meant to be outside is in quotes, and the last one is open. */
    private static Optional<String> unclosed(Mistake mistake) {
        return mistake.text().lexicalError().map(Token::value).filter(problem -> problem.startsWith("unterminated "));
    }

    /** What PostgreSQL would say, alone. */
    public static String headline(Unread.Unparsed unparsed, SourceFile file) {
        if (unparsed.expected() == null) {
            return unparsed.message();
        }
        return unparsed.at().length() == 0
                ? "syntax error at end of input"
                : "syntax error at or near \"" + Excerpt.of(file.text(), unparsed.at()) + "\"";
    }
}
