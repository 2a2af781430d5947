package dev.greenlight.migration;

import dev.greenlight.source.Edit;
import dev.greenlight.source.SourceFile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** What a tool fills in before it sends a file. A placeholder of which no value is known stays as it is. */
interface Substitution {
    Substitution NONE = text -> List.of();

    /** Where it is not known who runs the files: it may be psql. */
    static Substitution ofAnyTool(Map<String, String> given) {
        return TemplateSubstitution.of(given).or(new PsqlSubstitution(given));
    }

    /** The values, each with the place of its placeholder; sorted and not overlapping. */
    List<Edit> values(String text);

    default SourceFile in(SourceFile file) {
        return file.expanded(values(file.text()));
    }

    /** This one, and another where this one fills in nothing. */
    default Substitution or(Substitution other) {
        return text -> {
            List<Edit> all = new ArrayList<>(values(text));
            other.values(text).stream()
                    .filter(value -> all.stream().noneMatch(first -> overlap(first, value)))
                    .toList()
                    .forEach(all::add);
            all.sort(Comparator.comparingInt(edit -> edit.span().start()));
            return all;
        };
    }

    private static boolean overlap(Edit one, Edit other) {
        return one.span().start() < other.span().end()
                && other.span().start() < one.span().end();
    }
}
