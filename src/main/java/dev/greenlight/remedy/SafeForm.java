package dev.greenlight.remedy;

import dev.greenlight.replay.TransactionRules;
import dev.greenlight.source.Span;
import dev.greenlight.sql.Parser;
import dev.greenlight.sql.Splitter;

/**
 * A way to write a statement so that it does no harm.
 *
 * @param advice one or two sentences
 * @param sql the statements to write instead; empty where words must do
 */
public record SafeForm(String advice, String sql) {
    /**
     * For a statement that code runs: what has to run outside of a transaction has to leave the code as well.
     *
     * @param code such as {@code a DO block}
     */
    public SafeForm insteadIn(String code) {
        boolean outside = Splitter.split(sql, new Span(0, sql.length())).stream()
                .map(Parser::parse)
                .anyMatch(statement -> TransactionRules.onlyOutside(statement).isPresent());
        return outside ? new SafeForm(advice + " It cannot run in " + code + ": take it out of there.", sql) : this;
    }
}
