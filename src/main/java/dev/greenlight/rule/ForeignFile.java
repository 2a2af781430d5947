package dev.greenlight.rule;

import dev.greenlight.replay.Step;
import dev.greenlight.sql.Unread;
import dev.greenlight.sql.hint.Diagnosis;
import dev.greenlight.sql.hint.Dialect;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tells a file that is written for another database from one with mistakes in it. Its statements are as red as others
 * that do not parse, but only the first is a finding, which says what the file is.
 */
final class ForeignFile {
    private static final String SYNTAX_ERROR = "syntax-error";

    /** As many statements in another database's words are no slip. */
    private static final int SURE = 2;

    private ForeignFile() {}

    /** The statements of one migration, as judged, with one finding for all mistakes if the file is foreign. */
    static List<Judged> gather(List<Judged> statements) {
        List<Judged> unparsed = statements.stream()
                .filter(one -> one.step().statement() instanceof Unread.Unparsed)
                .toList();
        return unparsed.size() < SURE
                ? statements
                : dialect(unparsed)
                        .map(dialect -> gathered(statements, dialect, unparsed.size()))
                        .orElse(statements);
    }

    /** The one whose marks are in half of these statements at least. */
    private static Optional<Dialect> dialect(List<Judged> unparsed) {
        Map<Dialect, Integer> counts = new EnumMap<>(Dialect.class);
        unparsed.forEach(one -> dialect(one.step()).ifPresent(dialect -> counts.merge(dialect, 1, Integer::sum)));
        return counts.entrySet().stream()
                .filter(count -> count.getValue() >= SURE && count.getValue() * 2 >= unparsed.size())
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private static Optional<Dialect> dialect(Step step) {
        return Dialect.of(step.entry().text(), step.file().text());
    }

    private static List<Judged> gathered(List<Judged> statements, Dialect dialect, int unparsed) {
        String what = "; the file is written for " + dialect.words() + ": PostgreSQL rejects " + unparsed + " of its "
                + statements.size() + " statements";
        List<Judged> gathered = new ArrayList<>();
        boolean said = false;
        for (Judged one : statements) {
            boolean mistaken = one.step().statement() instanceof Unread.Unparsed;
            gathered.add(mistaken ? with(one, said ? List.of() : findings(one, what)) : one);
            said |= mistaken && !one.findings().isEmpty();
        }
        return gathered;
    }

    private static Judged with(Judged one, Collection<Finding> syntaxErrors) {
        List<Finding> findings = new ArrayList<>(syntaxErrors);
        one.findings().stream().filter(finding -> !isSyntaxError(finding)).forEach(findings::add);
        findings.sort(Finding.IN_ORDER);
        return new Judged(one.step(), one.effect(), one.signal(), one.reasons(), findings);
    }

    private static List<Finding> findings(Judged one, String what) {
        String headline = Diagnosis.headline(
                (Unread.Unparsed) one.step().statement(), one.step().file());
        return one.findings().stream()
                .filter(ForeignFile::isSyntaxError)
                .map(finding -> finding.saying(headline + what))
                .toList();
    }

    private static boolean isSyntaxError(Finding finding) {
        return finding.rule().equals(SYNTAX_ERROR);
    }
}
