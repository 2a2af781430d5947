package dev.greenlight.rule;

import dev.greenlight.source.SourceFile;
import dev.greenlight.source.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A comment that speaks to Greenlight, or was meant to. */
public sealed interface Directive {
    SourceFile file();

    /** The comment. */
    Span span();

    /**
     * Asks to hide what rules find.
     *
     * @param rules as they are named, whether there are such rules or not
     * @param reason in one line; empty if none is given
     * @param reach the part of the file that it speaks of, itself included; null if it stands at no statement
     */
    record Ignore(
            SourceFile file,
            Span span,
            Scope scope,
            List<RuleName> rules,
            String reason,
            @Nullable Span reach) implements Directive {
        public Ignore {
            rules = List.copyOf(rules);
        }

        public boolean covers(Finding finding) {
            return reach != null
                    && reach.contains(finding.span())
                    && file.path().equals(finding.file().path());
        }

        public boolean names(String rule) {
            return rules.stream().anyMatch(name -> name.id().equals(rule));
        }
    }

    /** Is none of the forms that there are, by all looks by mistake. */
    record Misspelt(SourceFile file, Span span, Mistake mistake) implements Directive {}

    /** How much of a file an ignore is meant for. */
    enum Scope {
        STATEMENT,
        FILE
    }

    enum Mistake {
        /** It asks to ignore something in a statement, in other words. */
        FORM,
        /** It asks to ignore something in the file, in other words. */
        FORM_FOR_FILE,
        /** What is meant for the file stands beside code. */
        BESIDE_CODE
    }

    /** A rule as a directive names it, and where. */
    record RuleName(String id, Span span) {}
}
