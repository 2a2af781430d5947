package dev.greenlight.cli;

import dev.greenlight.lint.PredictedCatalog;
import dev.greenlight.lint.difference.CatalogDifference;
import dev.greenlight.report.DifferenceFormat;
import dev.greenlight.report.DifferenceFormats;
import dev.greenlight.source.SourceRead.Unreadable;
import java.util.List;
import java.util.Optional;

/** {@code greenlight schema --diff}: prints what differs between two states. */
final class SchemaDifference {
    private final StateOptions states;
    private final Terminal terminal;

    SchemaDifference(StateOptions states, Terminal terminal) {
        this.states = states;
        this.terminal = terminal;
    }

    static DifferenceFormat format(Optional<String> given) {
        List<String> ids =
                DifferenceFormats.all().stream().map(DifferenceFormat::id).toList();
        String id = given.orElse(ids.getFirst());
        return DifferenceFormats.find(id)
                .orElseThrow(() -> UsageError.unknown("--format", id, "formats of " + StateOptions.DIFF, ids));
    }

    /** Gives the exit code. */
    int print(List<String> compared, DifferenceFormat format) {
        PredictedCatalog first = states.either(compared.getFirst());
        PredictedCatalog second = states.either(compared.getLast());
        List<Unreadable> unreadable = states.states().unreadable();
        terminal.complain(unreadable);
        CatalogDifference difference = CatalogDifference.of(first, second);
        terminal.print(out -> format.write(difference, compared.getFirst(), compared.getLast(), out));
        if (!unreadable.isEmpty()) {
            return ExitCode.USAGE;
        }
        return difference.differences().isEmpty() ? ExitCode.CLEAN : ExitCode.FINDINGS;
    }
}
