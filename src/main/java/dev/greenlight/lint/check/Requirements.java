package dev.greenlight.lint.check;

import java.util.List;

/**
 * What an application needs of the schema, as it says itself.
 *
 * @param tables in the order in which they are written
 */
public record Requirements(List<Table> tables) {
    public static final Requirements NONE = new Requirements(List.of());

    public Requirements {
        tables = List.copyOf(tables);
    }

    /**
     * A table or view that has to be there.
     *
     * @param name as PostgreSQL stores it, with its schema and a dot or without
     * @param from where it is written
     * @param required columns without which the application does not work
     * @param optional columns without which it does
     */
    public record Table(String name, String from, List<String> required, List<String> optional) {
        public Table {
            required = List.copyOf(required);
            optional = List.copyOf(optional);
        }
    }

    /** What is not there. A project's histories make one schema together here: each may bring a part of it. */
    public List<Recommendation> missingIn(List<FinalSchema> schemas) {
        return tables.stream()
                .flatMap(table -> new MissingRequired(table, schemas).look())
                .sorted(Recommendation.IN_ORDER)
                .toList();
    }
}
