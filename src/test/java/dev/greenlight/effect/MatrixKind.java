package dev.greenlight.effect;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The kinds of tables that each statement of the matrix is tried on, with the SQL that makes one of each. */
enum MatrixKind {
    PLAIN("plain", "plain"),
    PARENT("parent", "parent"),
    PARTITION("part", "whole"),
    REFERENCED("referenced", "referenced"),
    VIEWED("viewed", "viewed"),
    /** Made in the transaction of the statement. */
    NEW("fresh", "fresh");

    private static final String PARTITIONS = """
            CREATE TABLE %1$s PARTITION OF %2$s FOR VALUES FROM ('2023-01-01') TO ('2024-01-01');
            CREATE TABLE %2$s_default PARTITION OF %2$s DEFAULT;
            """;
    private static final Map<String, String> STAGE = stages();

    private final String table;
    private final String constraints;

    /** @param constraints what the names of its constraints begin with */
    MatrixKind(String table, String constraints) {
        this.table = table;
        this.constraints = constraints;
    }

    /** What makes all tables that are there before a statement is tried, and what is around them. */
    static String stage() {
        return STAGE.get("around") + prepared().stream().map(MatrixKind::create).collect(Collectors.joining());
    }

    /** Those whose tables are there before a statement's transaction begins. */
    static List<MatrixKind> prepared() {
        return Arrays.stream(values()).filter(kind -> kind != NEW).toList();
    }

    String table() {
        return table;
    }

    /** A text in which names stand for this kind's table and its constraints. */
    String fill(String text) {
        return text.replace("{t}", table).replace("{c}", constraints);
    }

    /** Makes the table with all that hangs on it. */
    String create() {
        String made = of(constraints, "columns")
                + partitions()
                + of(constraints, "neighbours")
                + of(table, "own")
                + of(constraints, "rows");
        return made
                + switch (this) {
                    case REFERENCED ->
                        "CREATE TABLE referrers (id bigint, at date, FOREIGN KEY (id, at) REFERENCES referenced);\n"
                                + "INSERT INTO referrers SELECT id, at FROM referenced;\nANALYZE referrers;\n";
                    case VIEWED -> "CREATE VIEW viewing AS SELECT * FROM viewed;\n";
                    case PLAIN, PARENT, PARTITION, NEW -> "";
                };
    }

    private String partitions() {
        return switch (this) {
            case PARENT -> " PARTITION BY RANGE (at);\n" + PARTITIONS.formatted("parent_2023", "parent");
            case PARTITION -> " PARTITION BY RANGE (at);\n" + PARTITIONS.formatted("part", "whole");
            case PLAIN, REFERENCED, VIEWED, NEW -> ";\n";
        };
    }

    private static String of(String table, String stage) {
        return STAGE.get(stage).replace("{t}", table);
    }

    private static Map<String, String> stages() {
        Map<String, String> stages = new LinkedHashMap<>();
        List<String> parts = List.of(MatrixRow.read("stage.sql").split("-- stage: "));
        for (String part : parts.subList(1, parts.size())) {
            int end = part.indexOf('\n');
            String text = part.substring(end + 1).strip();
            stages.put(part.substring(0, end), text.endsWith(";") ? text + "\n" : text);
        }
        return stages;
    }
}
