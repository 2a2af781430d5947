package dev.greenlight.replay;

import dev.greenlight.sql.ForeignDataStatement;
import dev.greenlight.sql.ObjectType;
import java.util.List;

/** Runs statements about foreign data. Which tables an import brings only the other server knows. */
final class ForeignDataReplay {
    private ForeignDataReplay() {}

    static void apply(ForeignDataStatement statement, Execution execution) {
        if (statement instanceof ForeignDataStatement.ImportSchema imported) {
            execution.names().schemas().require(imported.schema());
            doubt(execution);
        }
        new Descriptions(execution).describe(statement, List.of());
    }

    /** See {@link Dispatch#afterFailure}. */
    static void afterFailure(ForeignDataStatement statement, Execution execution) {
        if (statement instanceof ForeignDataStatement.ImportSchema) {
            doubt(execution);
        }
    }

    private static void doubt(Execution execution) {
        execution.doubt(Doubt.ofPatterns(List.of(Doubt.Pattern.any(ObjectType.TABLE)), List.of()));
    }
}
