package dev.greenlight.replay.wording;

import dev.greenlight.catalog.Column;
import dev.greenlight.catalog.Relation;
import dev.greenlight.catalog.Table;
import dev.greenlight.catalog.View;
import dev.greenlight.postgres.Identifiers;
import dev.greenlight.postgres.QualifiedName;
import dev.greenlight.replay.Reference;
import dev.greenlight.replay.wording.LastNames.LastName;
import dev.greenlight.replay.wording.PastSteps.PastStep;
import dev.greenlight.source.Span;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What {@code *} stands for in a query: the columns that there were when it was made (manual CREATE VIEW, Notes). Where
 * it would stand for the same ones at the end it is left as it is.
 */
final class StarText {
    private final LastNames names;

    StarText(LastNames names) {
        this.names = names;
    }

    /** Empty where it cannot be said. */
    Optional<String> of(PastStep past, Span star) {
        List<Reference> columns = past.step().references().stream()
                .filter(reference -> reference.span().equals(star) && reference.column() != null)
                .toList();
        boolean same = columns.stream().allMatch(column -> isUnchanged(column, past));
        if (same) {
            return Optional.of("*");
        }
        String qualifier = qualifier(past, star, columns);
        List<String> last = columns.stream()
                .map(column -> names.of(column, past))
                .map(LastName::name)
                .toList();
        boolean certain = !last.contains("") && (!qualifier.isEmpty() || isUnique(columns, last, past));
        return Optional.of(last.stream().collect(Collectors.joining(", " + qualifier)))
                .filter(text -> certain);
    }

    private boolean isUnchanged(Reference column, PastStep past) {
        Optional<Relation> then = LastNames.relation(column.name(), past);
        Optional<Relation> now = then.flatMap(names::now);
        return now.isPresent() && columns(then.get()).equals(columns(now.get()));
    }

    private static List<String> columns(Relation relation) {
        return relation instanceof View view && view.columns() != null
                ? view.columns()
                : relation instanceof Table table
                        ? table.columns().stream().map(Column::name).toList()
                        : List.of();
    }

    /** What stands before a star with its dot, such as {@code o.}. */
    private String qualifier(PastStep past, Span star, List<Reference> columns) {
        String written = qualifier(past, star);
        QualifiedName table = columns.getFirst().name();
        boolean own = written.equals(Identifiers.quote(table.name()) + ".");
        return own
                ? LastNames.relation(table, past)
                        .flatMap(names::now)
                        .map(relation -> Identifiers.quote(relation.name().name()) + ".")
                        .orElse(written)
                : written;
    }

    private static String qualifier(PastStep past, Span star) {
        Span before = new Span(past.statement().span().start(), star.start());
        String text = past.text(before).stripTrailing();
        if (!text.endsWith(".")) {
            return "";
        }
        int start = text.length() - 1;
        boolean quoted = false;
        while (start > 0 && (quoted || isPart(text.charAt(start - 1)))) {
            start--;
            quoted ^= text.charAt(start) == '"';
        }
        return text.substring(start);
    }

    private static boolean isPart(char c) {
        return Character.isJavaIdentifierPart(c) || c == '"' || c == '.';
    }

    /** Whether the bare names of all columns are those of one column only, whatever else is read beside them. */
    private boolean isUnique(List<Reference> columns, List<String> last, PastStep past) {
        List<String> all = columns.stream()
                .map(Reference::name)
                .distinct()
                .flatMap(name -> LastNames.relation(name, past).stream())
                .flatMap(relation -> names.now(relation).stream())
                .flatMap(relation -> columns(relation).stream())
                .toList();
        long several =
                Stream.of(columns.size(), new HashSet<>(last).size()).distinct().count();
        return several == 1 && new HashSet<>(all).size() == all.size();
    }
}
