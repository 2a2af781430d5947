package dev.greenlight.lint.check;

import java.util.List;

/** The one list of the checks. */
public final class SchemaChecks {
    private static final List<SchemaCheck> ALL = List.of(
            new NeverValidated(),
            new InvalidIndex(),
            new ForeignKeyWithoutIndex(),
            new RedundantIndex(),
            new TableWithoutPrimaryKey(),
            new LostIndex(),
            new UnusedSequence(),
            new UnusedType(),
            new UnusedTriggerFunction());

    private SchemaChecks() {}

    /** What all of them say, in the order of reports. */
    public static List<Recommendation> look(FinalSchema schema) {
        return ALL.stream()
                .flatMap(check -> check.look(schema))
                .sorted(Recommendation.IN_ORDER)
                .toList();
    }
}
