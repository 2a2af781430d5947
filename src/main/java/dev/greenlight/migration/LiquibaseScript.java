package dev.greenlight.migration;

import dev.greenlight.source.SourceFile;
import dev.greenlight.source.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** How the changesets of a file go one way: what of its text is sent, and in which strings and transactions. */
final class LiquibaseScript {
    private static final String LAST_SLASH = "\n/$";

    private final SourceFile file;
    private final StringBuilder read;
    private final List<Section> sections = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    private LiquibaseScript(SourceFile file) {
        this.file = file;
        this.read = new StringBuilder(file.text());
    }

    static Contents up(SourceFile file) {
        LiquibaseScript script = new LiquibaseScript(file);
        FormattedSql parsed = FormattedSql.parse(file.text());
        script.notes.addAll(parsed.refusals());
        List<Changeset> changesets = parsed.changesets();
        for (int i = 0; i < changesets.size(); i++) {
            Changeset changeset = changesets.get(i);
            if (changeset.runs()) {
                changeset.ignored().forEach(script::blank);
                script.send(
                        changeset,
                        changeset.body(),
                        i + 1 == changesets.size() ? script.lastRule(changeset) : changeset.rule());
            }
        }
        return script.contents();
    }

    /** The last changeset that was run is undone first. */
    static Contents down(SourceFile file) {
        LiquibaseScript script = new LiquibaseScript(file);
        List<Changeset> undone = FormattedSql.parse(file.text()).changesets().stream()
                .filter(changeset -> changeset.runs() && !changeset.rollback().isEmpty())
                .toList();
        script.blank(new Span(0, file.text().length()));
        for (Changeset changeset : undone.reversed()) {
            changeset.rollback().forEach(script::keep);
            Span all =
                    changeset.rollback().getFirst().cover(changeset.rollback().getLast());
            script.send(changeset, all, changeset.rollbackRule());
        }
        return script.contents();
    }

    /** A file that is one change as a whole. */
    static Contents whole(SourceFile file, SqlFile options) {
        LiquibaseScript script = new LiquibaseScript(file);
        script.send(
                options.id(), options.inTransaction(), new Span(0, file.text().length()), options.rule());
        return script.contents();
    }

    /** A slash that ends the last one is the only delimiter in it. */
    private SplitRule lastRule(Changeset last) {
        SplitRule rule = last.rule();
        boolean slash = rule.delimiter() == null
                && read.substring(last.body().start(), last.body().end())
                        .strip()
                        .endsWith("\n/");
        return slash ? new SplitRule(rule.splits(), rule.withoutComments(), LAST_SLASH) : rule;
    }

    private void blank(Span span) {
        for (int i = span.start(); i < span.end(); i++) {
            if (!isLineEnd(read.charAt(i))) {
                read.setCharAt(i, ' ');
            }
        }
    }

    private static boolean isLineEnd(char c) {
        return c == '\n' || c == '\r';
    }

    private void keep(Span span) {
        read.replace(span.start(), span.end(), file.text(span));
    }

    private void send(Changeset changeset, Span span, SplitRule rule) {
        send(changeset.id(), changeset.inTransaction(), span, rule);
    }

    private void send(String id, boolean inTransaction, Span span, SplitRule rule) {
        String sql = read.substring(span.start(), span.end());
        SentSql sent = SentSql.of(id, sql, LiquibaseDelimiters.of(sql, rule));
        read.replace(span.start(), span.end(), sent.text());
        sent.broken().ifPresent(at -> notes.add(broken(id, span.start() + at.start())));
        if (inTransaction) {
            sections.add(new Section(id, span, TransactionMode.MIGRATION));
        } else {
            sent.strings().forEach(string -> sections.add(moved(string, span.start())));
        }
    }

    private static Section moved(Section section, int by) {
        Span span = section.span();
        return new Section(section.id(), new Span(span.start() + by, span.end() + by), section.transaction());
    }

    private String broken(String id, int offset) {
        return "Liquibase ends a statement within its quotes or parentheses, in line "
                + file.position(offset).line() + ": changeset " + id
                + " needs splitStatements:false or an endDelimiter";
    }

    private Contents contents() {
        return new Contents(file.reading(read.toString()), loosest(), sections, notes);
    }

    private TransactionMode loosest() {
        return sections.stream()
                .map(Section::transaction)
                .min(Comparator.naturalOrder())
                .orElse(TransactionMode.MIGRATION);
    }
}
