package dev.greenlight.migration;

import dev.greenlight.source.SourceFile;
import dev.greenlight.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The marks of a file, which divide it into parts that go up and parts that go down. What stands before them is none. */
final class Marks {
    private static final String UP = "Up";
    private static final String DOWN = "Down";
    private static final String BEGIN = "StatementBegin";
    private static final String END = "StatementEnd";

    private final List<Mark> all;
    private final int end;

    private Marks(List<Mark> all, int end) {
        this.all = all;
        this.end = end;
    }

    /** @param line of a mark; its first group is the words */
    static Marks of(SourceFile file, Pattern line) {
        List<Mark> marks = line.matcher(file.text()).results().map(Marks::mark).toList();
        return new Marks(marks, file.text().length());
    }

    private static Mark mark(MatchResult found) {
        return new Mark(List.of(found.group(1).split("[ \\t]+")), found.start(), found.end());
    }

    boolean any(Predicate<Mark> wanted) {
        return all.stream().anyMatch(wanted);
    }

    /** In the order of the file. */
    List<MarkedPart> parts(Function<Mark, TransactionMode> mode) {
        List<Mark> heads =
                all.stream().filter(mark -> mark.is(UP) || mark.is(DOWN)).toList();
        List<MarkedPart> parts = new ArrayList<>();
        for (int i = 0; i < heads.size(); i++) {
            Mark head = heads.get(i);
            int last = i + 1 < heads.size() ? heads.get(i + 1).start() : end;
            Section section = new Section(null, new Span(head.end(), last), mode.apply(head));
            parts.add(new MarkedPart(head.is(UP) ? Direction.UP : Direction.DOWN, section));
        }
        return parts;
    }

    /**
     * The part, and if each statement of it is sent by itself, divided: what is between StatementBegin and StatementEnd
     * is sent as one string, which makes several statements in it one implicit transaction (manual 54.2.2.1).
     */
    List<MarkedPart> divided(MarkedPart part) {
        Section section = part.section();
        if (section.transaction() != TransactionMode.NONE) {
            return List.of(part);
        }
        List<MarkedPart> divided = new ArrayList<>();
        int from = section.span().start();
        TransactionMode mode = TransactionMode.NONE;
        for (Mark mark : all) {
            if (section.span().contains(mark.start()) && (mark.is(BEGIN) || mark.is(END))) {
                divided.add(new MarkedPart(part.direction(), new Section(null, new Span(from, mark.start()), mode)));
                from = mark.end();
                mode = mark.is(BEGIN) ? TransactionMode.IMPLICIT : TransactionMode.NONE;
            }
        }
        divided.add(new MarkedPart(
                part.direction(),
                new Section(null, new Span(from, section.span().end()), mode)));
        return divided;
    }
}
