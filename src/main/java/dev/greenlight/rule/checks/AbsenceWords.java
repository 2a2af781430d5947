package dev.greenlight.rule.checks;

import dev.greenlight.catalog.Origin;
import dev.greenlight.catalog.Routine;
import dev.greenlight.graph.Absence;
import dev.greenlight.graph.Event;
import dev.greenlight.graph.Gone;
import dev.greenlight.graph.Made;
import dev.greenlight.postgres.DataType;
import dev.greenlight.postgres.Identifiers;
import dev.greenlight.postgres.QualifiedName;
import dev.greenlight.replay.Missing;
import dev.greenlight.replay.SqlError;
import dev.greenlight.rule.Change;
import dev.greenlight.rule.Observation;
import java.util.List;
import java.util.stream.Collectors;

/** Says why something is missing, and what to do about it. */
final class AbsenceWords {
    private final Change change;
    private final SqlError error;
    private final Missing missing;

    AbsenceWords(Change change, SqlError error, Missing missing) {
        this.change = change;
        this.error = error;
        this.missing = missing;
    }

    Observation explain(Absence absence) {
        return switch (absence) {
            case Absence.MadeLater later -> explain(later.made());
            case Absence.GoneBefore before -> explain(before.gone());
            case Absence.InOtherSchemas elsewhere -> explain(elsewhere);
            case Absence.OtherParameters others -> explain(others);
            case Absence.Misspelt misspelt -> explain(misspelt);
            case Absence.NeverMade ignored -> stops("");
        };
    }

    private Observation explain(Made made) {
        return stops(", " + made.origin().brief() + " makes it only later")
                .because(made.origin(), "it is made here, too late")
                .safely(new LateMakerAdvice(change, made).words(), "");
    }

    private Observation explain(Gone gone) {
        Origin place = gone.origin();
        Event.NewName name = gone.newName();
        if (name == null) {
            return stops(", " + place.brief() + " dropped it")
                    .because(place, "it was dropped here")
                    .safely("Take the name out of this statement, or run the statement before the drop.", "");
        }
        String called = name.part() == null ? name.name().display() : name.part();
        return stops(", " + place.brief() + " renamed it to " + called)
                .because(place, "it got its new name here")
                .safely("Write " + called + ".", "");
    }

    private Observation explain(Absence.InOtherSchemas elsewhere) {
        String names = elsewhere.names().stream().map(QualifiedName::toString).collect(Collectors.joining(" and "));
        String there = elsewhere.names().size() == 1 ? "there is " : "there are ";
        return stops(", " + there + names)
                .safely("Write the schema with the name, or put it on the search path before.", "");
    }

    private Observation explain(Absence.OtherParameters others) {
        String signatures =
                others.routines().stream().map(AbsenceWords::signature).collect(Collectors.joining(" and "));
        String there = others.routines().size() == 1 ? "there is " : "there are ";
        return stops(", " + there + signatures)
                .because(others.routines().getFirst().origin(), "it was made here")
                .safely("Write its parameters' types as it has them, or make the one that is meant.", "");
    }

    private static String signature(Routine routine) {
        return routine.name().display()
                + routine.parameters().stream().map(DataType::display).collect(Collectors.joining(", ", "(", ")"));
    }

    private Observation explain(Absence.Misspelt misspelt) {
        List<String> names = misspelt.nearest().stream().map(Identifiers::quote).toList();
        Observation found = stops("; did you mean " + String.join(" or ", names) + "?");
        boolean capitals = names.size() == 1 && misspelt.nearest().getFirst().equalsIgnoreCase(word());
        return capitals
                ? found.safely(
                        "Write " + names.getFirst() + ": names without quotes are taken to be in lower case.", "")
                : found;
    }

    private String word() {
        return missing.part() == null ? missing.name().name() : missing.part();
    }

    private Observation stops(String why) {
        return Observation.at(
                error.span(),
                "%s%s (%s)%s"
                        .formatted(
                                Words.stops(change),
                                error.message(),
                                error.state().code(),
                                why));
    }
}
