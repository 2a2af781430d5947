package dev.greenlight.benchmark;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;

/**
 * A history of as many migrations as one likes, as a large project would have it: a fifth of them make a table that
 * refers to another, the others change a table that is there. The same each time.
 */
final class LongHistory {
    private static final int KINDS = 5;

    private final Random random = new Random(7);
    private int tables;

    private LongHistory() {}

    /** The migrations' texts by their files' names, in Flyway's layout. */
    static Map<String, String> of(int migrations) {
        LongHistory history = new LongHistory();
        Map<String, String> files = new LinkedHashMap<>();
        for (int i = 0; i < migrations; i++) {
            files.put("V" + (i + 1) + "__change.sql", history.migration(i));
        }
        return files;
    }

    private String migration(int number) {
        if (number % KINDS == 0) {
            return create();
        }
        String table = anyTable();
        return switch (number % KINDS) {
            case 1 -> "ALTER TABLE %s ADD COLUMN note_%d text;\n".formatted(table, number);
            case 2 ->
                """
                ALTER TABLE %1$s ADD CONSTRAINT positive_%2$d CHECK (amount > 0) NOT VALID;
                ALTER TABLE %1$s VALIDATE CONSTRAINT positive_%2$d;
                """.formatted(table, number);
            case 3 -> "CREATE INDEX by_amount_%d ON %s (amount, created_at);\n".formatted(number, table);
            default ->
                """
                UPDATE %1$s SET amount = 1 WHERE amount IS NULL;
                CREATE VIEW large_%2$d AS SELECT id, name FROM %1$s WHERE amount > %2$d;
                """.formatted(table, number);
        };
    }

    private String create() {
        String reference = tables == 0 ? "" : ",\n    other bigint REFERENCES %s (id)".formatted(anyTable());
        String table = "t" + tables++;
        return """
                CREATE TABLE %1$s (
                    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
                    name text NOT NULL,
                    amount integer DEFAULT 0,
                    created_at timestamptz NOT NULL DEFAULT now()%2$s
                );
                CREATE INDEX %1$s_name_idx ON %1$s (name);
                """.formatted(table, reference);
    }

    private String anyTable() {
        return "t" + random.nextInt(tables);
    }
}
